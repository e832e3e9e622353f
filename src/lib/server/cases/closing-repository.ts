import { eq } from 'drizzle-orm';
import type { ClosingReason } from '$lib/cases';
import type { CaseId } from '$lib/kernel';
import type { Transaction } from '../db';
import { caseFiles } from '../db/schema/cases';

/** Closes a case: nothing is promised on it any more, and nobody is asked to decide. */
export async function writeClosing(
  tx: Transaction,
  caseId: CaseId,
  reason: ClosingReason,
  at: Date
): Promise<void> {
  await tx
    .update(caseFiles)
    .set({
      open: false,
      closedAt: at,
      closingReason: reason,
      awaitingReplySince: null,
      replyDueAt: null,
      proposalPendingSince: null,
      proposalDueAt: null,
      signalWordsDueAt: null,
      urgentSince: null,
      routingRequestedAt: null,
      nextStepOn: null,
      updatedAt: at
    })
    .where(eq(caseFiles.id, caseId));
}

/** Opens a closed case again. */
export async function writeReopening(tx: Transaction, caseId: CaseId, at: Date): Promise<void> {
  await tx
    .update(caseFiles)
    .set({ open: true, closedAt: null, closingReason: null, updatedAt: at })
    .where(eq(caseFiles.id, caseId));
}
