import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CaseId, Id, StaffId } from '$lib/kernel';
import type { Transaction } from '../db';
import { caseFiles, caseSituations } from '../db/schema/cases';
import { vault } from '../platform/runtime';
import type { CaseHead } from './case-file-repository';

/** What was said at the door and is not handled yet. */
export interface OpenSituation {
  readonly id: Id<'situation'>;
  readonly kind: string;
  readonly words: string | null;
  readonly replyTo: string | null;
  readonly reportedAt: Date;
}

/** Seals what somebody wrote at the door; the same contexts open it. */
export const situationContexts = {
  words: (caseId: CaseId) => `case_situations.words:${caseId}`,
  replyTo: (caseId: CaseId) => `case_situations.reply_to:${caseId}`
};

/** What was said at the door, handled or not, without its words: they may be of somebody else. */
export async function selectSaidAtTheDoor(
  tx: Transaction,
  caseId: CaseId
): Promise<readonly { readonly kind: string; readonly reportedAt: Date; readonly handledAt: Date | null }[]> {
  const { kind, reportedAt, handledAt } = caseSituations;
  return tx
    .select({ kind, reportedAt, handledAt })
    .from(caseSituations)
    .where(eq(caseSituations.caseId, caseId))
    .orderBy(asc(caseSituations.id));
}

/** Situations of a case nobody has handled. */
export async function selectOpenSituations(tx: Transaction, caseId: CaseId): Promise<OpenSituation[]> {
  const rows = await tx
    .select()
    .from(caseSituations)
    .where(and(eq(caseSituations.caseId, caseId), isNull(caseSituations.handledAt)))
    .orderBy(asc(caseSituations.id));
  return rows.map((row) => ({
    id: row.id as Id<'situation'>,
    kind: row.kind,
    words: row.wordsSealed === null ? null : vault().open(row.wordsSealed, situationContexts.words(caseId)),
    replyTo:
      row.replyToSealed === null ? null : vault().open(row.replyToSealed, situationContexts.replyTo(caseId)),
    reportedAt: row.reportedAt
  }));
}

/** Closes the situations of a case and says what the identity is now. */
export async function closeSituations(
  tx: Transaction,
  caseId: CaseId,
  identity: CaseHead['identity'],
  by: StaffId,
  at: Date
): Promise<void> {
  await tx
    .update(caseSituations)
    .set({ handledAt: at, handledBy: by })
    .where(and(eq(caseSituations.caseId, caseId), isNull(caseSituations.handledAt)));
  await tx.update(caseFiles).set({ identity, updatedAt: at }).where(eq(caseFiles.id, caseId));
}
