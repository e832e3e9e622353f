import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex
} from 'drizzle-orm/pg-core';
import { caseFiles } from './cases';
import { amountCents, caseIdColumn, instant, rowId } from './columns';

/** Her answers to the simulator of aids, kept because she pressed "Enregistrer", and what she agreed to. */
export const aidProfiles = pgTable(
  'aid_profiles',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    // sealed JSON: KeptAnswers of $lib/aids; purpose: compute her aids again; retention: until she erases, 6 months after the case closes
    answersSealed: text('answers_sealed').notNull(),
    // her referent may see her claims
    tellsReferent: boolean('tells_referent').notNull(),
    // compute again when the law changes, and tell her when she gains
    wantsNews: boolean('wants_news').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    uniqueIndex('aid_profiles_case_idx').on(table.caseId),
    foreignKey({
      name: 'aid_profiles_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);

/** Where a claim stands, as she says it. */
export const aidClaimState = pgEnum('aid_claim_state', ['to_do', 'asked', 'granted', 'refused', 'no_answer']);

/** Claims she follows: one for each aid. Her referent sees them only while she agrees (aid_profiles.tells_referent). */
export const aidClaims = pgTable(
  'aid_claims',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    aidKey: text('aid_key').notNull(),
    state: aidClaimState('state').notNull(),
    askedOn: date('asked_on'),
    decidedOn: date('decided_on'),
    // what was granted; purpose: compare with the estimate, in groups of ten or more
    amountCents: amountCents('amount_cents'),
    // sealed: why it was refused, in her words
    reasonSealed: text('reason_sealed'),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    uniqueIndex('aid_claims_aid_idx').on(table.caseId, table.aidKey),
    foreignKey({
      name: 'aid_claims_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);

/**
 * Bodies aids are asked of, loaded from a file the project holds: reference data, nobody's own. Every address has the
 * date it was known to hold and the licence it came under.
 */
export const bodies = pgTable(
  'bodies',
  {
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    name: text('name').notNull(),
    address: text('address'),
    postcode: text('postcode').notNull(),
    city: text('city'),
    communeCode: text('commune_code'),
    departement: text('departement').notNull(),
    region: text('region'),
    phone: text('phone'),
    // the one short number of all bodies of a type; it outlives local ones
    nationalPhone: text('national_phone'),
    url: text('url'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    // a bus or a stand: the address is where it was found
    isMobile: boolean('is_mobile').notNull(),
    // communes it says it serves, when it said so
    serves: text('serves').array(),
    // by French day name; only from sources of 2022 and later
    hours: jsonb('hours').$type<Readonly<Record<string, string>>>(),
    source: text('source').notNull(),
    // year, month or day, as precise as the source is
    sourceDate: text('source_date').notNull(),
    licence: text('licence').notNull()
  },
  (table) => [
    index('bodies_type_departement_idx').on(table.type, table.departement),
    index('bodies_type_commune_idx').on(table.type, table.communeCode)
  ]
);

/** Where communes are: to find the bodies nearest to one. Official geography; positions of 2017 and 2018. */
export const communes = pgTable(
  'communes',
  {
    code: text('code').primaryKey(),
    // the city an arrondissement is part of
    cityCode: text('city_code'),
    departement: text('departement').notNull(),
    region: text('region').notNull(),
    postcodes: text('postcodes').array().notNull(),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude')
  },
  (table) => [index('communes_postcodes_idx').using('gin', table.postcodes)]
);

/** Which edition of a reference file the tables hold, so that loading it again does nothing. */
export const referenceLoads = pgTable('reference_loads', {
  name: text('name').primaryKey(),
  digest: text('digest').notNull(),
  loadedAt: instant('loaded_at').notNull()
});
