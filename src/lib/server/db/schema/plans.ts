import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
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
import { caseFiles, debts } from './cases';
import { amountCents, caseIdColumn, instant, rowId } from './columns';

/** Where a plan stands; the legal moves are in $lib/plans. */
export const planState = pgEnum('plan_state', [
  'proposed',
  'countered',
  'explained',
  'accepted',
  'running',
  'adapted',
  'completed',
  'withdrawn',
  'cancelled',
  'suspended',
  'ended'
]);

/** Who proposed. */
export const proposedBy = pgEnum('proposed_by', ['debtor', 'staff']);

/**
 * A proposal and, once accepted, the agreement; `total_cents` is then what it was agreed for. `terms` is the Proposal of
 * $lib/plans, as agreed on that day.
 */
export const plans = pgTable(
  'plans',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    state: planState('state').notNull(),
    proposedBy: proposedBy('proposed_by').notNull(),
    terms: jsonb('terms').notNull(),
    totalCents: amountCents('total_cents').notNull(),
    firstDueOn: date('first_due_on'),
    lastDueOn: date('last_due_on'),
    // the separate warning she read and ticked: which text, and when
    acknowledgementVersion: text('acknowledgement_version'),
    acknowledgedAt: instant('acknowledged_at'),
    // sealed words of the referent: explanation of a counter-proposal or of a refusal
    wordsSealed: text('words_sealed'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    // the proposal this one answers
    answersPlanId: uuid('answers_plan_id'),
    cancellableUntil: date('cancellable_until'),
    // the days of the instalments she passed by a gesture; no reason is asked, so none is kept
    skippedOn: date('skipped_on').array().notNull().default([]),
    // a word before each instalment: off until she asks for it
    reminds: boolean('reminds').notNull().default(false),
    // after a missed instalment: the smaller plan offered to her, or asked for by her (StoredSmaller)
    smaller: jsonb('smaller'),
    proposedAt: instant('proposed_at').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({ name: 'plans_case_fk', columns: [table.caseId], foreignColumns: [caseFiles.id] }).onDelete(
      'cascade'
    ),
    // one proposal or agreement at a time
    uniqueIndex('plans_one_live_idx')
      .on(table.caseId)
      .where(sql`state in ('proposed', 'countered', 'accepted', 'running', 'adapted', 'suspended')`)
  ]
);

/** Which debts a plan covers, and for how much on the day of the proposal. */
export const planDebts = pgTable(
  'plan_debts',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    planId: uuid('plan_id').notNull(),
    debtId: uuid('debt_id').notNull(),
    owedCents: amountCents('owed_cents').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    uniqueIndex('plan_debts_once_idx').on(table.caseId, table.planId, table.debtId),
    foreignKey({
      name: 'plan_debts_plan_fk',
      columns: [table.caseId, table.planId],
      foreignColumns: [plans.caseId, plans.id]
    }).onDelete('cascade'),
    foreignKey({
      name: 'plan_debts_debt_fk',
      columns: [table.caseId, table.debtId],
      foreignColumns: [debts.caseId, debts.id]
    }).onDelete('cascade')
  ]
);

/**
 * What a creditor is told about a case (CPCE R124-5): the event, the reference, the day and the terms. Nothing of the
 * person. Purpose: passing a proposal on; retention: as the case.
 */
export const creditorNotices = pgTable(
  'creditor_notices',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    // 'proposal_received'
    event: text('event').notNull(),
    planId: uuid('plan_id').notNull(),
    teamId: uuid('team_id').notNull(),
    creditorId: uuid('creditor_id').notNull(),
    creditorName: text('creditor_name').notNull(),
    reference: text('reference').notNull(),
    owedCents: amountCents('owed_cents').notNull(),
    restMonths: integer('rest_months').notNull(),
    instalmentCents: amountCents('instalment_cents'),
    rhythm: text('rhythm'),
    instalmentCount: integer('instalment_count').notNull(),
    firstDueOn: date('first_due_on'),
    lastDueOn: date('last_due_on'),
    receivedAt: instant('received_at').notNull(),
    passedOnAt: instant('passed_on_at'),
    passedOnBy: uuid('passed_on_by')
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    // not unique: a smaller plan is a proposal of its own, of which the same creditors are told
    index('creditor_notices_plan_idx').on(table.caseId, table.planId),
    index('creditor_notices_waiting_idx')
      .on(table.teamId, table.creditorId, table.id)
      .where(sql`passed_on_at is null`),
    foreignKey({
      name: 'creditor_notices_plan_fk',
      columns: [table.caseId, table.planId],
      foreignColumns: [plans.caseId, plans.id]
    }).onDelete('cascade')
  ]
);

/** The schedule, to the cent. */
export const planInstalments = pgTable(
  'plan_instalments',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    planId: uuid('plan_id').notNull(),
    position: integer('position').notNull(),
    dueOn: date('due_on').notNull(),
    amountCents: amountCents('amount_cents').notNull(),
    paidCents: amountCents('paid_cents').notNull().default(0),
    // the day it was due before it went to the end
    movedFromOn: date('moved_from_on'),
    // when its one reminder was asked of the door of contacts, whatever the door said
    remindedAt: instant('reminded_at'),
    // when it was noted that it did not come, and by whom; nobody: by the person herself
    missedAt: instant('missed_at'),
    missedNotedBy: uuid('missed_noted_by')
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    uniqueIndex('plan_instalments_position_idx').on(table.caseId, table.planId, table.position),
    check('plan_instalments_positive', sql`amount_cents > 0 and paid_cents >= 0`),
    foreignKey({
      name: 'plan_instalments_plan_fk',
      columns: [table.caseId, table.planId],
      foreignColumns: [plans.caseId, plans.id]
    }).onDelete('cascade')
  ]
);
