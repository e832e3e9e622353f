import { and, desc, eq, getTableColumns, lt, ne, sql } from 'drizzle-orm';
import type { CaseId, Id, StaffId } from '$lib/kernel';
import type { MessageAuthor, SystemLine, ThreadLine } from '$lib/messaging';
import { reading, type Read, type Transaction } from '../db';
import { messages } from '../db/schema/messaging';
import { vault } from '../platform/runtime';

/** A line to add to the thread. */
export interface NewLine {
  readonly id: Id<'message'>;
  readonly author: MessageAuthor;
  readonly staffId: StaffId | null;
  readonly authorName: string;
  readonly systemLine?: SystemLine;
  readonly body?: string;
  readonly sentAt: Date;
}

/** Far more lines than any thread has: a bound, so that one case cannot exhaust the process. */
const LONGEST_THREAD = 20_000;

const context = (caseId: CaseId) => `messages.body:${caseId}`;

/** Adds a line; its words are sealed. */
export async function insertLine(tx: Transaction, caseId: CaseId, line: NewLine): Promise<void> {
  await tx.insert(messages).values({
    caseId,
    id: line.id,
    author: line.author,
    staffId: line.staffId,
    authorName: line.authorName,
    systemCode: line.systemLine ?? null,
    bodySealed: line.body === undefined ? null : vault().seal(line.body, context(caseId)),
    sentAt: line.sentAt
  });
}

/** The newest `limit` lines before `before` (all when undefined), oldest first. */
export async function selectLines(
  tx: Transaction,
  caseId: CaseId,
  limit: number,
  before?: Id<'message'>
): Promise<ThreadLine[]> {
  const rows = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), before ? lt(messages.id, before) : undefined))
    .orderBy(desc(messages.id))
    .limit(limit);
  return rows.reverse().map((row) => toLine(row, caseId));
}

function toLine(row: typeof messages.$inferSelect, caseId: CaseId): ThreadLine {
  return {
    id: row.id as Id<'message'>,
    author: row.author,
    authorName: row.authorName,
    systemLine: row.systemCode as SystemLine | null,
    body: row.bodySealed === null ? '' : vault().open(row.bodySealed, context(caseId)),
    sentAt: row.sentAt,
    readAt: row.readAt,
    readByName: row.readByName
  };
}

/** The newest words a person wrote, either side; null while nobody did. Lines of the house are not words. */
export function newestWords(caseId: CaseId): Read<ThreadLine | null> {
  return newestWordsOf({ caseId }, ([row]) => (row ? toLine(row, caseId) : null));
}

const newestWordsOf = reading(getTableColumns(messages), ['caseId'], (select, { caseId }) =>
  select
    .from(messages)
    .where(and(eq(messages.caseId, caseId), ne(messages.author, 'system')))
    .orderBy(desc(messages.id))
    .limit(1)
);

/** Every line of the thread, oldest first: what she takes away with her data. */
export async function selectAllLines(tx: Transaction, caseId: CaseId): Promise<ThreadLine[]> {
  return selectLines(tx, caseId, LONGEST_THREAD);
}

/** Marks as read what the other side wrote. Answers how many lines were new. */
export async function markLinesRead(
  tx: Transaction,
  caseId: CaseId,
  writtenBy: 'debtor' | 'staff',
  readerName: string,
  at: Date
): Promise<number> {
  const rows = await tx.execute(sql`
    update messages set read_at = ${at.toISOString()}::timestamptz, read_by_name = ${readerName}
    where case_id = ${caseId} and author = ${writtenBy} and read_at is null returning id`);
  return rows.length;
}
