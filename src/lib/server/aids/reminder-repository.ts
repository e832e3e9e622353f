import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';
import type { ClaimState, ClaimSubject } from '$lib/aids';
import { localDate, type CaseId, type LocalDate } from '$lib/kernel';
import { reading, type Read, type Transaction } from '../db';
import { aidClaims } from '../db/schema/aids';

/** A claim as her first page needs it. */
export interface ClaimInShort {
  readonly aid: ClaimSubject;
  readonly state: ClaimState;
  /** The day she wants to be reminded. */
  readonly remindOn: LocalDate | null;
}

/** The claims she follows, those she wants to be reminded of first, the earliest before. */
export function claimsInShort(caseId: CaseId): Read<readonly ClaimInShort[]> {
  return claimsInShortOf({ caseId }, (rows) =>
    rows.map(({ aidKey, state, remindOn }) => ({
      aid: aidKey,
      state,
      remindOn: remindOn === null ? null : localDate(remindOn)
    }))
  );
}

const claimsInShortOf = reading(
  { aidKey: aidClaims.aidKey, state: aidClaims.state, remindOn: aidClaims.remindOn },
  ['caseId'],
  (select, { caseId }) =>
    select.from(aidClaims).where(eq(aidClaims.caseId, caseId)).orderBy(asc(aidClaims.remindOn))
);

/** A page of the cases to which a reminder was to be sent by a day and was not yet. */
export async function selectCasesToRemind(
  tx: Transaction,
  day: LocalDate,
  after: string | null,
  limit: number
): Promise<readonly CaseId[]> {
  const rows = await tx
    .selectDistinct({ caseId: aidClaims.caseId })
    .from(aidClaims)
    .where(and(isDueByPost(day), after === null ? undefined : gt(aidClaims.caseId, after as CaseId)))
    .orderBy(aidClaims.caseId)
    .limit(limit);
  return rows.map(({ caseId }) => caseId as CaseId);
}

const isDueByPost = (day: LocalDate) =>
  and(eq(aidClaims.remindByPost, true), isNull(aidClaims.remindedAt), lte(aidClaims.remindOn, day));

/**
 * Writes that her due reminders were sent, or could not be: once is enough. Answers whether any was; of two processes that
 * ask at the same moment, one.
 */
export async function takeReminders(
  tx: Transaction,
  caseId: CaseId,
  today: LocalDate,
  at: Date
): Promise<boolean> {
  const rows = await tx
    .update(aidClaims)
    .set({ remindedAt: at })
    .where(and(eq(aidClaims.caseId, caseId), isDueByPost(today)))
    .returning({ id: aidClaims.id });
  return rows.length > 0;
}
