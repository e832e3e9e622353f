import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid
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

/** Claims she follows: one for each aid or right (aid_key: the key of an aid, or the id of a right). Her referent sees them only while she agrees (aid_profiles.tells_referent). */
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
    // what her saved answers gave for it on the day she told; null without saved answers
    estimatedCents: amountCents('estimated_cents'),
    // sealed: why it was refused, in her words
    reasonSealed: text('reason_sealed'),
    // the day she wants to be reminded; by a message too only if she asked for one
    remindOn: date('remind_on'),
    remindByPost: boolean('remind_by_post').notNull().default(false),
    // when that message was sent, or could not be
    remindedAt: instant('reminded_at'),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    uniqueIndex('aid_claims_aid_idx').on(table.caseId, table.aidKey),
    // what the job of the morning looks for
    index('aid_claims_reminder_idx')
      .on(table.remindOn)
      .where(sql`${table.remindByPost} and ${table.remindedAt} is null`),
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

/** What a change of the law watch is about: a dated parameter, or a right or aid of the catalogue. */
export const lawSubject = pgEnum('law_subject', ['parameter', 'right']);
/** Where a change stands: proposed by one person, then published or rejected by another. */
export const lawRevisionState = pgEnum('law_revision_state', ['proposed', 'published', 'rejected']);

/**
 * Changes to parameters and aids, kept for good: who proposed and why, who decided, before and after. Nobody decides
 * on her own proposal: the database refuses it too. No foreign key to accounts: the history outlives them.
 */
export const lawRevisions = pgTable(
  'law_revisions',
  {
    id: uuid('id').primaryKey(),
    subject: lawSubject('subject').notNull(),
    // name of the parameter, or id of the right
    subjectKey: text('subject_key').notNull(),
    // whole records of the schema of the YAML; null: did not exist before, or exists no more
    before: jsonb('before'),
    after: jsonb('after'),
    // the day the new value applies from by law
    inForceOn: date('in_force_on').notNull(),
    reason: text('reason').notNull(),
    state: lawRevisionState('state').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: instant('decided_at'),
    // why it was rejected; a publication needs none
    decisionReason: text('decision_reason'),
    // the day from which the product uses it
    publishedOn: date('published_on'),
    // who gained and lost among the reference households, as it stood when it was published
    impact: jsonb('impact')
  },
  (table) => [
    index('law_revisions_subject_idx').on(table.subject, table.subjectKey),
    index('law_revisions_state_idx').on(table.state, table.decidedAt),
    check(
      'law_revisions_two_people',
      sql`${table.decidedBy} is null or ${table.decidedBy} <> ${table.proposedBy}`
    ),
    check(
      'law_revisions_decided',
      sql`(${table.state} = 'proposed') = (${table.decidedBy} is null) and (${table.state} = 'published') = (${table.publishedOn} is not null)`
    )
  ]
);

/** From how much gain a month people are told, with the reason; the newest row counts, the others are its history. */
export const aidNewsThresholds = pgTable('aid_news_thresholds', {
  id: uuid('id').primaryKey(),
  thresholdCents: amountCents('threshold_cents').notNull(),
  reason: text('reason').notNull(),
  setBy: uuid('set_by').notNull(),
  setByName: text('set_by_name').notNull(),
  setAt: instant('set_at').notNull()
});

/** One pass over the stored profiles after a publication. A pass that was stopped goes on where it was. */
export const aidRescreenings = pgTable(
  'aid_rescreenings',
  {
    id: uuid('id').primaryKey(),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => lawRevisions.id, { onDelete: 'restrict' }),
    // year × 12 + month - 1
    month: integer('month').notNull(),
    thresholdCents: amountCents('threshold_cents').notNull(),
    startedByName: text('started_by_name').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at')
  },
  (table) => [
    uniqueIndex('aid_rescreenings_one_open_idx')
      .on(table.revisionId)
      .where(sql`${table.finishedAt} is null`)
  ]
);

/** A part of a pass: a range of cases that one worker reads in order; its cursor moves with each batch. */
export const aidRescreeningParts = pgTable(
  'aid_rescreening_parts',
  {
    rescreeningId: uuid('rescreening_id')
      .notNull()
      .references(() => aidRescreenings.id, { onDelete: 'cascade' }),
    part: integer('part').notNull(),
    // the cases after the cursor and up to `upTo` are left; null: from the first, or to the last
    cursor: uuid('cursor'),
    upTo: uuid('up_to'),
    seen: bigint('seen', { mode: 'number' }).notNull().default(0),
    gained: bigint('gained', { mode: 'number' }).notNull().default(0),
    unreadable: bigint('unreadable', { mode: 'number' }).notNull().default(0),
    finishedAt: instant('finished_at')
  },
  (table) => [primaryKey({ columns: [table.rescreeningId, table.part] })]
);

/** Whether a person was told of what she gains. */
export const aidNewsState = pgEnum('aid_news_state', ['to_tell', 'told', 'not_told']);

/**
 * Who gains from a published change, and whether she was told: one row for a person and a change, so that nobody is
 * told twice. Losses are never kept.
 */
export const aidNews = pgTable(
  'aid_news',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    revisionId: uuid('revision_id').notNull(),
    // a month; null: a right newly hers of which nobody knows the sum. Purpose: tell her once; retention: as her saved answers
    gainCents: amountCents('gain_cents'),
    // keys of the aids and ids of the rights that bring it; purpose: mark them on her page; emptied with her saved answers
    about: text('about').array().notNull().default([]),
    state: aidNewsState('state').notNull(),
    foundAt: instant('found_at').notNull(),
    settledAt: instant('settled_at')
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    uniqueIndex('aid_news_once_idx').on(table.caseId, table.revisionId),
    index('aid_news_to_tell_idx')
      .on(table.caseId)
      .where(sql`${table.state} = 'to_tell'`),
    index('aid_news_revision_idx').on(table.revisionId, table.state),
    check('aid_news_gain_is_one', sql`${table.gainCents} is null or ${table.gainCents} > 0`),
    foreignKey({
      name: 'aid_news_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);
