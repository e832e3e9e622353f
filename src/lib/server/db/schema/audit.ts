import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { caseIdColumn, instant, rowId } from './columns';

/** Who did what, written in the transaction of the change and never altered; erased by the
 * night when it was kept long enough, and the database lets nobody erase it before. Its id also resumes live streams. */
export const auditEvents = pgTable(
  'audit_events',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name'),
    // dotted and past: plan.proposed, case.opened, signal.removed
    action: text('action').notNull(),
    // ids and codes only, never what a person wrote
    detail: jsonb('detail'),
    at: instant('at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    index('audit_events_action_idx').on(table.caseId, table.action),
    // lines come in the order of time: what is old enough to be erased is found without reading the others
    index('audit_events_at_idx').using('brin', table.at)
  ]
);

/** The same for what belongs to no case: staff accounts, imports, policies. */
export const staffAuditEvents = pgTable('staff_audit_events', {
  id: uuid('id').primaryKey(),
  actorId: uuid('actor_id'),
  action: text('action').notNull(),
  detail: jsonb('detail'),
  at: instant('at').notNull()
});

/**
 * Commands already carried out, by the id made on the phone: a repeat gets the first answer, the same id with
 * other content is refused. Kept 35 days: an offline phone outlives a day.
 */
export const commands = pgTable(
  'commands',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    requestHash: text('request_hash').notNull(),
    answer: jsonb('answer').notNull(),
    createdAt: instant('created_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    index('commands_created_at_idx').on(table.createdAt)
  ]
);
