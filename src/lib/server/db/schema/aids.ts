import {
  boolean,
  date,
  foreignKey,
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
