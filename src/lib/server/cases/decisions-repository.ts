import { desc, eq } from 'drizzle-orm';
import type { CaseId, StaffId } from '$lib/kernel';
import type { Transaction } from '../db';
import { caseDecisions } from '../db/schema/cases';
import { newId } from '../platform/ids';
import { vault } from '../platform/runtime';

/** What a decision on a case was, as kept. */
export interface DecisionRecord {
  readonly kind: string;
  readonly before: string | null;
  readonly after: string;
  readonly reason: string;
  readonly staffId: StaffId;
  readonly decidedAt: Date;
}

const reasonContext = (caseId: CaseId) => `case_decisions.reason:${caseId}`;

/** Keeps a decision, its reason and its author. */
export async function insertDecision(
  tx: Transaction,
  caseId: CaseId,
  decision: DecisionRecord
): Promise<void> {
  const { kind, before, after, reason, staffId, decidedAt } = decision;
  const reasonSealed = vault().seal(reason, reasonContext(caseId));
  await tx
    .insert(caseDecisions)
    .values({ caseId, id: newId(decidedAt), kind, before, after, reasonSealed, staffId, decidedAt });
}

/** The decisions on a case, newest first. */
export async function selectDecisions(tx: Transaction, caseId: CaseId): Promise<DecisionRecord[]> {
  const rows = await tx
    .select()
    .from(caseDecisions)
    .where(eq(caseDecisions.caseId, caseId))
    .orderBy(desc(caseDecisions.id));
  return rows.map(({ kind, before, after, reasonSealed, staffId, decidedAt }) => ({
    kind,
    before,
    after,
    reason: vault().open(reasonSealed, reasonContext(caseId)),
    staffId: staffId as StaffId,
    decidedAt
  }));
}
