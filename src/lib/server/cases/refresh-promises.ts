import { sql, type SQL } from 'drizzle-orm';
import type { CaseId } from '$lib/kernel';
import type { Transaction } from '../db';

/** Days within which a proposal is answered (house rule of the contact policy, `proposal_pending`). */
export const PROPOSAL_ANSWER_DAYS = 10;

/**
 * The earliest of all that is promised on a case, as SQL over its own columns: a reply, words about a signal, an
 * answer to a proposal, an urgency. The worklist sorts by it, so whoever changes one of these columns sets
 * `promised_at` in the same statement or calls {@link refreshPromises}.
 */
export const EARLIEST_PROMISE: SQL = sql`least(
  reply_due_at,
  signal_words_due_at,
  proposal_pending_since + make_interval(days => ${sql.raw(String(PROPOSAL_ANSWER_DAYS))}),
  urgent_since)`;

/** Recomputes `promised_at` of a case after some of the promises changed. */
export async function refreshPromises(tx: Transaction, caseId: CaseId, at: Date): Promise<void> {
  await tx.execute(sql`
    update case_files set promised_at = ${EARLIEST_PROMISE}, updated_at = ${at.toISOString()}::timestamptz
    where id = ${caseId}`);
}
