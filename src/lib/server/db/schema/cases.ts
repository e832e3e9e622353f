import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core';
import {
  closingReason,
  debtKind,
  identityState,
  limitationReview,
  limitationStatus,
  track
} from './case-states';
import { amountCents, caseIdColumn, instant, rowId } from './columns';

/** Companies that entrust cases, with the rules of what is accepted at once. */
export const creditors = pgTable('creditors', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull().unique(),
  // shape: CreditorRules of $lib/plans; null means the house default
  planRules: jsonb('plan_rules'),
  // CPCE R124-5: told of each proposal, unless the convention with it says otherwise
  tellsProposals: boolean('tells_proposals').notNull().default(true),
  createdAt: instant('created_at').notNull()
});

/** The written convention with a creditor (R124-3 CPCE): no case goes live without one. */
export const mandates = pgTable(
  'mandates',
  {
    id: uuid('id').primaryKey(),
    creditorId: uuid('creditor_id')
      .notNull()
      .references(() => creditors.id, { onDelete: 'restrict' }),
    reference: text('reference').notNull(),
    createdAt: instant('created_at').notNull()
  },
  (table) => [uniqueIndex('mandates_creditor_id_reference_idx').on(table.creditorId, table.reference)]
);

/**
 * One case: one person and all she owes here. What lists sort and show is written here by the use case that
 * changes it, so that the worklist never joins.
 */
export const caseFiles = pgTable(
  'case_files',
  {
    id: uuid('id').primaryKey(),
    reference: text('reference').notNull(),
    teamId: uuid('team_id').notNull(),
    track: track('track').notNull().default('classic'),
    referentId: uuid('referent_id'),
    standInId: uuid('stand_in_id'),
    standInUntil: date('stand_in_until'),
    open: boolean('open').notNull().default(true),
    identity: identityState('identity').notNull().default('unconfirmed'),
    // purpose: show who it is in lists; retention: as the case
    displayName: text('display_name').notNull(),
    firstName: text('first_name').notNull(),
    city: text('city').notNull(),
    // department or territory code (35, 2A, 974) and IANA time zone, for holidays and hours
    territory: text('territory').notNull(),
    timeZone: text('time_zone').notNull(),
    // the need shown first at the desk (code of $lib/questionnaire), never an amount
    need: text('need'),
    needRank: integer('need_rank').notNull().default(100),
    recommendedTrack: track('recommended_track'),
    routingRequestedAt: instant('routing_requested_at'),
    awaitingReplySince: instant('awaiting_reply_since'),
    replyDueAt: instant('reply_due_at'),
    proposalPendingSince: instant('proposal_pending_since'),
    proposalDueAt: instant('proposal_due_at'),
    signalWordsDueAt: instant('signal_words_due_at'),
    urgentSince: instant('urgent_since'),
    // the earliest of all that is promised: what the worklist sorts by, after the need
    promisedAt: instant('promised_at').generatedAlwaysAs(
      sql`least(reply_due_at, signal_words_due_at, proposal_due_at, urgent_since)`
    ),
    nextStepOn: date('next_step_on'),
    unreadByDebtor: integer('unread_by_debtor').notNull().default(0),
    unreadByStaff: integer('unread_by_staff').notNull().default(0),
    questionnaireStartedAt: instant('questionnaire_started_at'),
    questionnaireDoneAt: instant('questionnaire_done_at'),
    lastSeenAt: instant('last_seen_at'),
    closedAt: instant('closed_at'),
    closingReason: closingReason('closing_reason'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    index('case_files_closed_idx').on(table.closedAt),
    check('case_files_closed_once', sql`open = (closed_at is null)`),
    check('case_files_closing_reason', sql`closing_reason is null or closed_at is not null`),
    // whoever writes after her case is closed waits for an answer like anybody: open or not, promises are kept
    index('case_files_referent_worklist_idx')
      .on(table.referentId, table.needRank, table.promisedAt)
      .where(sql`promised_at is not null`),
    index('case_files_referent_name_idx').on(table.referentId, table.displayName),
    index('case_files_stand_in_idx')
      .on(table.standInId)
      .where(sql`stand_in_id is not null`),
    index('case_files_team_routing_idx')
      .on(table.teamId, table.needRank, table.routingRequestedAt)
      .where(sql`routing_requested_at is not null`)
  ]
);

/** The person. */
export const debtors = pgTable(
  'debtors',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    // purpose of all below: reach the right person and only her; retention: as the case
    title: text('title'),
    lastName: text('last_name').notNull(),
    firstName: text('first_name').notNull(),
    birthDate: date('birth_date').notNull(),
    address: text('address').notNull(),
    postcode: text('postcode').notNull(),
    city: text('city').notNull(),
    email: text('email'),
    phone: text('phone'),
    // a channel carries a sign-in code only once she has confirmed it
    emailConfirmedAt: instant('email_confirmed_at'),
    phoneConfirmedAt: instant('phone_confirmed_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({
      name: 'debtors_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade'),
    uniqueIndex('debtors_case_id_idx').on(table.caseId)
  ]
);

/** One debt of a case, each element separated (R124-4 CPCE). */
export const debts = pgTable(
  'debts',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    creditorId: uuid('creditor_id').notNull(),
    creditorName: text('creditor_name').notNull(),
    mandateReference: text('mandate_reference').notNull(),
    contractReference: text('contract_reference').notNull(),
    kind: debtKind('kind').notNull(),
    contractOn: date('contract_on'),
    firstUnpaidOn: date('first_unpaid_on').notNull(),
    principalCents: amountCents('principal_cents').notNull(),
    interestCents: amountCents('interest_cents').notNull(),
    accessoriesCents: amountCents('accessories_cents').notNull(),
    paidCents: amountCents('paid_cents').notNull(),
    letterReference: text('letter_reference').notNull(),
    letterSentOn: date('letter_sent_on').notNull(),
    limitation: limitationStatus('limitation').notNull(),
    limitationEndsOn: date('limitation_ends_on'),
    limitationReview: limitationReview('limitation_review'),
    reviewedBy: uuid('reviewed_by'),
    reviewedAt: instant('reviewed_at'),
    disputedAt: instant('disputed_at'),
    disputeEndedAt: instant('dispute_ended_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({
      name: 'debts_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade'),
    uniqueIndex('debts_contract_idx').on(table.caseId, table.creditorId, table.contractReference),
    check(
      'debts_amounts_not_negative',
      sql`principal_cents >= 0 and interest_cents >= 0 and accessories_cents >= 0 and paid_cents >= 0`
    )
  ]
);

/** What an import changed in a debt: one row per column that moved. */
export const debtChanges = pgTable(
  'debt_changes',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    debtId: uuid('debt_id').notNull(),
    field: text('field').notNull(),
    before: text('before'),
    after: text('after'),
    importRunId: uuid('import_run_id'),
    changedAt: instant('changed_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({
      name: 'debt_changes_debt_fk',
      columns: [table.caseId, table.debtId],
      foreignColumns: [debts.caseId, debts.id]
    }).onDelete('cascade')
  ]
);

/** One run of the portfolio import, with its counts; what was refused is kept so that the desk can show it. */
export const importRuns = pgTable('import_runs', {
  id: uuid('id').primaryKey(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256'),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  // last batch written: a run without an end that is silent for long was cut short
  advancedAt: instant('advanced_at'),
  rowsRead: integer('rows_read').notNull().default(0),
  rowsTotal: integer('rows_total'),
  // shape: ImportReport of $lib/cases
  report: jsonb('report'),
  failure: text('failure'),
  staffId: uuid('staff_id')
});

/** A decision on a case by a human: its author and reason are kept. */
export const caseDecisions = pgTable(
  'case_decisions',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    kind: text('kind').notNull(),
    before: text('before'),
    after: text('after').notNull(),
    reasonSealed: text('reason_sealed').notNull(),
    staffId: uuid('staff_id').notNull(),
    decidedAt: instant('decided_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({
      name: 'case_decisions_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);

/** "It is not me", "this person has died", "I help her", "I am her guardian": what was said at the door. */
export const caseSituations = pgTable(
  'case_situations',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    kind: identityState('kind').notNull(),
    // purpose: answer whoever wrote; retention: 6 months after it is handled
    wordsSealed: text('words_sealed'),
    replyToSealed: text('reply_to_sealed'),
    reportedAt: instant('reported_at').notNull(),
    handledAt: instant('handled_at'),
    handledBy: uuid('handled_by')
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({
      name: 'case_situations_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);
