import { date, foreignKey, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { caseFiles } from './cases';
import { caseIdColumn, instant, rowId } from './columns';

/**
 * Her answers: the whole record of $lib/questionnaire in one sealed value. Nothing is asked of it in SQL, one answer
 * may prune others, and two devices must not interleave: one row is read, changed and written under its lock.
 */
export const questionnaires = pgTable(
  'questionnaires',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    // purpose: adapt contacts and plans; retention: 6 months after the case closes
    answersSealed: text('answers_sealed').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    uniqueIndex('questionnaires_case_idx').on(table.caseId),
    foreignKey({
      name: 'questionnaires_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);

/** Why a signal is no longer in force. */
export const signalEnd = pgEnum('signal_end', ['expired', 'answer_changed', 'removed_by_person']);

/** Signals of fragility: each with its cause, what it changes, who saw it and when it ends. */
export const signals = pgTable(
  'signals',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    kind: text('kind').notNull(),
    // sealed JSON: the Signal of $lib/questionnaire with its cause in her own answers
    signalSealed: text('signal_sealed').notNull(),
    raisedAt: instant('raised_at').notNull(),
    endsOn: date('ends_on'),
    endedAt: instant('ended_at'),
    endedWhy: signalEnd('ended_why'),
    // what it said is gone; a removed one keeps which answer it came from, so that it does not come back by itself
    erasedAt: instant('erased_at'),
    // the referent owes an answer in words
    wordsDueAt: instant('words_due_at'),
    wordsSealed: text('words_sealed'),
    wordsBy: uuid('words_by'),
    wordsAt: instant('words_at')
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({ name: 'signals_case_fk', columns: [table.caseId], foreignColumns: [caseFiles.id] }).onDelete(
      'cascade'
    )
  ]
);

/** Who opened a signal, shown to the person. */
export const signalViews = pgTable(
  'signal_views',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    signalId: uuid('signal_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    seenAt: instant('seen_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    uniqueIndex('signal_views_once_idx').on(table.caseId, table.signalId, table.staffId),
    foreignKey({
      name: 'signal_views_signal_fk',
      columns: [table.caseId, table.signalId],
      foreignColumns: [signals.caseId, signals.id]
    }).onDelete('cascade')
  ]
);
