import { foreignKey, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { caseFiles } from './cases';
import { caseIdColumn, instant, rowId } from './columns';

/** Who wrote: the person, someone of the staff, or the house about itself (a relay, a pause). */
export const messageAuthor = pgEnum('message_author', ['debtor', 'staff', 'system']);

/** The one thread of a case. `id` is a uuid v7, so it also orders the thread. */
export const messages = pgTable(
  'messages',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    author: messageAuthor('author').notNull(),
    staffId: uuid('staff_id'),
    // the name as it was, so that a thread stays true when people leave
    authorName: text('author_name').notNull(),
    // for the house's own lines: a code whose words are chosen on screen
    systemCode: text('system_code'),
    // purpose: the conversation; retention: as the case, then 5 years archived
    bodySealed: text('body_sealed'),
    sentAt: instant('sent_at').notNull(),
    readAt: instant('read_at'),
    readByName: text('read_by_name')
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({
      name: 'messages_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);
