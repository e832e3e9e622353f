import type { StaffActor } from '$lib/access';
import { ok, refused, type CaseId, type Result } from '$lib/kernel';
import { offerSmaller, type SmallerRefusal, type TransitionRefusal } from '$lib/plans';
import { recordAudit } from '../audit';
import { noteOnDesk } from '../cases';
import { resumeContacts } from '../contact-policy';
import type { Transaction } from '../db';
import { addSystemLine } from '../messaging';
import type { PlanWithSchedule } from './load-plan';
import type { PlanDecision } from './plan-decision';
import { updatePlan, writeSmaller } from './plan-repository';
import type { PlanSituation } from './proposal-context';
import { runningAgreement, type NotRunning } from './running-agreement';
import { adaptPlan, offerFor } from './smaller-plan';

/** Why a decision on a smaller plan does not apply. */
export type DecideSmallerRefusal = SmallerRefusal | NotRunning | TransitionRefusal;

/**
 * The referent answers a smaller plan she asked for, in the transaction of the decision: yes; other terms, which she may
 * take or leave; or why not. Her agreement runs as before unless she agreed to something else.
 */
export async function decideSmaller(
  tx: Transaction,
  actor: StaffActor,
  caseId: CaseId,
  asked: {
    readonly plan: PlanWithSchedule;
    readonly situation: PlanSituation;
    readonly decision: PlanDecision;
  },
  at: Date
): Promise<Result<null, DecideSmallerRefusal>> {
  const { plan, situation, decision } = asked;
  const { smaller } = plan;
  if (smaller?.state !== 'asked') throw new Error('No smaller plan was asked for');
  const running = runningAgreement(plan, situation);
  if (!running.ok) return running;
  if (decision.kind === 'accept') {
    const offer = offerFor(plan, situation);
    if (!offer?.ok) return offer ?? refused({ code: 'no_agreement' });
    const acknowledgement = { version: smaller.acknowledged, acknowledgedAt: new Date(smaller.askedAt) };
    await adaptPlan(tx, actor, caseId, { plan, situation, offer: offer.value, acknowledgement }, at);
  } else {
    const words = decision.words.trim();
    if (words === '') return refused({ code: 'words_missing', event: decision.kind });
    const { debtIds } = plan.onTheTable;
    const other =
      decision.kind === 'counter' &&
      offerSmaller({ debtIds, ...running.value }, situation.context, decision.terms);
    if (other && !other.ok) return other;
    const change = { state: plan.state, words, decidedBy: actor.staffId };
    await updatePlan(tx, caseId, plan.id, change, null, at);
    const answered = other
      ? ({ state: 'offered', terms: other.value.terms } as const)
      : ({ state: 'explained', terms: smaller.terms } as const);
    await writeSmaller(tx, caseId, plan.id, answered, at);
    const line = decision.kind === 'counter' ? 'plan_countered' : 'plan_explained';
    await addSystemLine(tx, caseId, line, at, actor.name);
    await recordAudit(tx, actor, caseId, { action: `plan.smaller_${decision.kind}` }, at);
  }
  await noteOnDesk(tx, caseId, { proposalPending: null, unread: 'debtor' }, at);
  await resumeContacts(tx, actor, caseId, 'proposal_pending', at);
  return ok(null);
}
