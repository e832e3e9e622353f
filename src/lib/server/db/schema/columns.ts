import { bigint, timestamp, uuid } from 'drizzle-orm/pg-core';

/** An instant, with its time zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** An amount in whole euro cents. */
export const amountCents = (name: string) => bigint(name, { mode: 'number' });

/** The id of the row, a uuid v7 made by the application. */
export const rowId = () => uuid('id').notNull();

/** The case a row belongs to; with `id` it is the primary key, so that rows can be distributed by case. */
export const caseIdColumn = () => uuid('case_id').notNull();
