import type { Actor } from '$lib/access';
import { remainingCents } from '$lib/cases';
import type { CaseId, Id } from '$lib/kernel';
import { creditorNotices, type Proposal, type ProposalVerdict } from '$lib/plans';
import { recordAudit } from '../audit';
import type { Transaction } from '../db';
import { insertNotices } from './creditor-notice-repository';
import type { PlanSituation } from './proposal-context';

/** Its creditors are told of a proposal, unless their convention says otherwise (CPCE R124-5). */
export async function noteForCreditors(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  made: {
    readonly planId: Id<'plan'>;
    readonly proposal: Proposal;
    readonly verdict: ProposalVerdict;
    readonly situation: PlanSituation;
  },
  at: Date
): Promise<void> {
  const { planId, proposal, verdict, situation } = made;
  const debts = situation.debts.map((debt) => ({
    ...debt,
    debtId: debt.id,
    owedCents: remainingCents(debt)
  }));
  const notices = creditorNotices(proposal, verdict.schedule, debts);
  if (notices.length === 0) return;
  await insertNotices(tx, caseId, { planId, reference: situation.basis.reference, notices }, at);
  await recordAudit(tx, actor, caseId, { action: 'creditor.proposal_received', detail: { planId } }, at);
}
