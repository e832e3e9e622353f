import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { CaseId, Id } from '$lib/kernel';
import type { Transaction } from '../db';
import { deliveries } from '../db/schema/contact-policy';
import { newId } from '../platform/ids';
import { vault } from '../platform/runtime';

/** Channels that carry a text of ours. */
export type PostChannel = 'letter' | 'email' | 'sms';

/** One outgoing letter, e-mail or SMS, opened. */
export interface Delivery {
  readonly caseId: CaseId;
  readonly id: Id<'delivery'>;
  readonly contactId: Id<'contact'>;
  readonly channel: PostChannel;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'kept' | 'failed' | 'stopped';
  readonly attempts: number;
  readonly sendFrom: Date;
  readonly sentAt: Date | null;
  readonly createdAt: Date;
}

/** A delivery as a list shows it, its words left sealed. */
export interface ListedDelivery extends Omit<Delivery, 'recipient' | 'body'> {
  /** Null when it cannot be opened: one broken line must not hide all others. */
  readonly recipient: string | null;
}

/** A delivery by its ids, with what the register and the journal say of it. */
export type PostName = Pick<Delivery, 'caseId' | 'id' | 'contactId' | 'channel'>;

const recipientContext = (caseId: CaseId) => `deliveries.recipient:${caseId}`;
const bodyContext = (caseId: CaseId) => `deliveries.body:${caseId}`;

/** Adds a delivery that waits for its hour. */
export async function insertDelivery(
  tx: Transaction,
  post: Pick<Delivery, 'caseId' | 'contactId' | 'channel' | 'recipient' | 'subject' | 'body' | 'sendFrom'>,
  at: Date
): Promise<Id<'delivery'>> {
  const id = newId<'delivery'>(at);
  const { caseId, contactId, channel, subject, sendFrom } = post;
  await tx.insert(deliveries).values({
    caseId,
    id,
    contactId,
    channel,
    recipientSealed: vault().seal(post.recipient, recipientContext(caseId)),
    subject,
    bodySealed: vault().seal(post.body, bodyContext(caseId)),
    state: 'waiting',
    sendFrom,
    createdAt: at
  });
  return id;
}

/**
 * Takes a waiting delivery for sending: only one process gets it. Null when it is gone, not due or taken. From then on
 * its hour is the one at which it was taken.
 */
export async function takeDelivery(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'delivery'>,
  at: Date
): Promise<Delivery | null> {
  const rows = await tx
    .update(deliveries)
    .set({ state: 'sending', attempts: sql`attempts + 1`, sendFrom: at })
    .where(isDue(caseId, id, at))
    .returning();
  return rows[0] ? open(rows[0]) : null;
}

const isDue = (caseId: CaseId, id: Id<'delivery'>, at: Date) =>
  and(
    eq(deliveries.caseId, caseId),
    eq(deliveries.id, id),
    eq(deliveries.state, 'waiting'),
    lte(deliveries.sendFrom, at)
  );

/** Counts a try at a due delivery that broke before it was taken, without opening it. Null when it is gone, not due or taken. */
export async function countBrokenTry(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'delivery'>,
  at: Date
): Promise<(PostName & Pick<Delivery, 'attempts'>) | null> {
  const [row] = await tx
    .update(deliveries)
    .set({ attempts: sql`attempts + 1` })
    .where(isDue(caseId, id, at))
    .returning({
      contactId: deliveries.contactId,
      channel: deliveries.channel,
      attempts: deliveries.attempts
    });
  if (!row) return null;
  const { contactId, channel, attempts } = row;
  return { caseId, id, contactId: contactId as Id<'contact'>, channel: channel as PostChannel, attempts };
}

/** Writes what became of a delivery. */
export async function settleDelivery(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'delivery'>,
  settled: { state: Delivery['state']; sendFrom?: Date; sentAt?: Date; failure?: string }
): Promise<void> {
  await tx
    .update(deliveries)
    .set(settled)
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.id, id)));
}

/** What waits for its hour on one case, held until the end of the transaction. */
export async function selectWaitingDeliveries(
  tx: Transaction,
  caseId: CaseId
): Promise<{ id: Id<'delivery'>; contactId: Id<'contact'> }[]> {
  const rows = await tx
    .select({ id: deliveries.id, contactId: deliveries.contactId })
    .from(deliveries)
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.state, 'waiting')))
    .for('update');
  return rows.map((row) => ({ id: row.id as Id<'delivery'>, contactId: row.contactId as Id<'contact'> }));
}

/** Ids of deliveries that are due: waiting past their hour. */
export async function selectDueDeliveries(
  tx: Transaction,
  at: Date,
  limit: number
): Promise<{ caseId: CaseId; id: Id<'delivery'> }[]> {
  const rows = await tx
    .select({ caseId: deliveries.caseId, id: deliveries.id })
    .from(deliveries)
    .where(and(inArray(deliveries.state, ['waiting']), lte(deliveries.sendFrom, at)))
    .orderBy(deliveries.sendFrom)
    .limit(limit);
  return rows.map((row) => ({ caseId: row.caseId as CaseId, id: row.id as Id<'delivery'> }));
}

/** Ids of deliveries that were taken before an instant and of which nothing was heard since. */
export async function selectLostDeliveries(
  tx: Transaction,
  before: Date
): Promise<{ caseId: CaseId; id: Id<'delivery'> }[]> {
  const rows = await tx
    .select({ caseId: deliveries.caseId, id: deliveries.id })
    .from(deliveries)
    .where(isLost(before));
  return rows.map((row) => ({ caseId: row.caseId as CaseId, id: row.id as Id<'delivery'> }));
}

/** Ends a delivery of which nothing was heard since an instant; null when it was heard of, or ended by another process. */
export async function endLostDelivery(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'delivery'>,
  before: Date
): Promise<PostName | null> {
  const [row] = await tx
    .update(deliveries)
    .set({ state: 'failed', failure: 'unknown' })
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.id, id), isLost(before)))
    .returning({ contactId: deliveries.contactId, channel: deliveries.channel });
  if (!row) return null;
  return { caseId, id, contactId: row.contactId as Id<'contact'>, channel: row.channel as PostChannel };
}

const isLost = (before: Date) => and(eq(deliveries.state, 'sending'), lte(deliveries.sendFrom, before));

/** The newest deliveries of some cases. */
export async function selectRecentDeliveries(
  tx: Transaction,
  caseIds: readonly CaseId[],
  limit: number
): Promise<ListedDelivery[]> {
  if (caseIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(deliveries)
    .where(inArray(deliveries.caseId, [...caseIds]))
    .orderBy(desc(deliveries.createdAt))
    .limit(limit);
  return rows.map((row) => ({ ...lineOf(row), recipient: recipientIfReadable(row) }));
}

/** One delivery of a case; null when there is none of this id. */
export async function selectDelivery(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'delivery'>
): Promise<Delivery | null> {
  const [row] = await tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.id, id)));
  return row ? open(row) : null;
}

/** Cases with post made lately, the newest first; each once. */
export async function selectCasesWithPost(tx: Transaction, limit: number): Promise<CaseId[]> {
  const rows = await tx.execute<{ case_id: string }>(sql`
    select case_id from deliveries group by case_id order by max(created_at) desc limit ${limit}`);
  return rows.map((row) => row.case_id as CaseId);
}

/** Forgets the words of a delivery that has left: they may hold a code. */
export async function forgetBody(tx: Transaction, caseId: CaseId, id: Id<'delivery'>): Promise<void> {
  await tx
    .update(deliveries)
    .set({ bodySealed: vault().seal('', bodyContext(caseId)) })
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.id, id)));
}

type Row = typeof deliveries.$inferSelect;

function open(row: Row): Delivery {
  const caseId = row.caseId as CaseId;
  return {
    ...lineOf(row),
    recipient: vault().open(row.recipientSealed, recipientContext(caseId)),
    body: vault().open(row.bodySealed, bodyContext(caseId))
  };
}

function recipientIfReadable({ recipientSealed, caseId }: Row): string | null {
  try {
    return vault().open(recipientSealed, recipientContext(caseId as CaseId));
  } catch {
    return null;
  }
}

function lineOf(row: Row): Omit<Delivery, 'recipient' | 'body'> {
  return {
    caseId: row.caseId as CaseId,
    id: row.id as Id<'delivery'>,
    contactId: row.contactId as Id<'contact'>,
    channel: row.channel as PostChannel,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    sendFrom: row.sendFrom,
    sentAt: row.sentAt,
    createdAt: row.createdAt
  };
}
