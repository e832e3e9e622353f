import { sql } from 'drizzle-orm';
import {
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
import { caseFiles } from './cases';
import { caseIdColumn, instant, rowId } from './columns';

/** By what means a person is reached. */
export const contactChannel = pgEnum('contact_channel', [
  'letter',
  'email',
  'sms',
  'call',
  'voicemail',
  'push',
  'app'
]);

/** What became of a contact: it happened, a rule stopped it, or it waits for its hour. */
export const contactState = pgEnum('contact_state', ['sent', 'attempted', 'refused', 'waiting', 'received']);

/** Rules of contact, dated; the newest in force applies. `body` is the ContactPolicy of $lib/contact-policy. */
export const contactPolicies = pgTable('contact_policies', {
  id: uuid('id').primaryKey(),
  version: text('version').notNull().unique(),
  body: jsonb('body').notNull(),
  inForceFrom: date('in_force_from').notNull(),
  publishedBy: uuid('published_by'),
  createdAt: instant('created_at').notNull()
});

/** The open register: each contact, attempt and refusal, with the rule that decided. Both sides read it. */
export const contacts = pgTable(
  'contacts',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    channel: contactChannel('channel').notNull(),
    purpose: text('purpose').notNull(),
    state: contactState('state').notNull(),
    // a code of $lib/contact-policy; the words are chosen on screen
    ruleCode: text('rule_code').notNull(),
    // the numbers of the rule, as a refusal explains itself
    ruleNumbers: jsonb('rule_numbers'),
    policyVersion: text('policy_version').notNull(),
    counted: integer('counted').notNull(),
    staffId: uuid('staff_id'),
    // the instalment a reminder spoke of
    instalmentId: uuid('instalment_id'),
    instalmentDueOn: date('instalment_due_on'),
    occurredAt: instant('occurred_at').notNull(),
    allowedFrom: instant('allowed_from'),
    tooMuchAt: instant('too_much_at')
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    index('contacts_case_occurred_idx').on(table.caseId, table.occurredAt),
    foreignKey({
      name: 'contacts_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);

/** How she wants to be reached: refused channels, moments, and what tightened the caps. */
export const contactPreferences = pgTable(
  'contact_preferences',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    // shape: ContactPreferences of $lib/contact-policy
    body: jsonb('body').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    uniqueIndex('contact_preferences_case_idx').on(table.caseId),
    foreignKey({
      name: 'contact_preferences_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);

/** Times of silence. The reason of a health pause is never stored: the code says only that it is one. */
export const contactPauses = pgTable(
  'contact_pauses',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    reason: text('reason').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
    liftedAt: instant('lifted_at'),
    createdAt: instant('created_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({
      name: 'contact_pauses_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);

/** What became of an outgoing letter, e-mail, SMS or push. */
export const deliveryState = pgEnum('delivery_state', [
  'waiting',
  'sending',
  'sent',
  'kept',
  'failed',
  'stopped'
]);

/** Outgoing post. `kept` means no gateway is set: it is shown at the desk instead. */
export const deliveries = pgTable(
  'deliveries',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    contactId: uuid('contact_id').notNull(),
    channel: contactChannel('channel').notNull(),
    recipientSealed: text('recipient_sealed').notNull(),
    subject: text('subject').notNull(),
    bodySealed: text('body_sealed').notNull(),
    state: deliveryState('state').notNull(),
    attempts: integer('attempts').notNull().default(0),
    sendFrom: instant('send_from').notNull(),
    sentAt: instant('sent_at'),
    failure: text('failure'),
    createdAt: instant('created_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    index('deliveries_due_idx')
      .on(table.sendFrom)
      .where(sql`state in ('waiting', 'sending')`),
    foreignKey({
      name: 'deliveries_contact_fk',
      columns: [table.caseId, table.contactId],
      foreignColumns: [contacts.caseId, contacts.id]
    }).onDelete('cascade')
  ]
);
