import { and, asc, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm';
import type { ClaimSubject } from '$lib/aids';
import type { CaseId, LocalDate } from '$lib/kernel';
import type { Transaction } from '../db';
import { aidClaims } from '../db/schema/aids';

/** Claims of hers whose reminder has come, the oldest first. */
export async function selectDueReminders(
  tx: Transaction,
  caseId: CaseId,
  today: LocalDate
): Promise<readonly ClaimSubject[]> {
  const rows = await tx
    .select({ aidKey: aidClaims.aidKey })
    .from(aidClaims)
    .where(and(eq(aidClaims.caseId, caseId), isNotNull(aidClaims.remindOn), lte(aidClaims.remindOn, today)))
    .orderBy(asc(aidClaims.remindOn));
  return rows.map(({ aidKey }) => aidKey);
}

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

/** Whether a message is due to her by her own day. */
export async function isReminderToSend(tx: Transaction, caseId: CaseId, today: LocalDate): Promise<boolean> {
  const rows = await tx
    .select({ id: aidClaims.id })
    .from(aidClaims)
    .where(and(eq(aidClaims.caseId, caseId), isDueByPost(today)))
    .limit(1);
  return rows.length > 0;
}

/** Writes that her due reminders were sent, or could not be: once is enough. */
export async function settleReminders(
  tx: Transaction,
  caseId: CaseId,
  today: LocalDate,
  at: Date
): Promise<void> {
  await tx
    .update(aidClaims)
    .set({ remindedAt: at })
    .where(and(eq(aidClaims.caseId, caseId), isDueByPost(today)));
}
