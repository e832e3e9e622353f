import type { Actor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { transition, type PlanStateName } from '$lib/plans';
import { recordAudit } from '../audit';
import { resumeContacts } from '../contact-policy';
import type { Transaction } from '../db';
import { stateOf } from './stored-plan';
import { lockLivePlan, updatePlan } from './plan-repository';

/**
 * Ends the plan of a case that is being closed, in the transaction of the closing: an agreement is complete when what
 * was agreed was done, anything else merely stops. Answers the state it is left in; null when there was none.
 */
export async function closePlan(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  isSettled: boolean,
  at: Date
): Promise<PlanStateName | null> {
  const plan = await lockLivePlan(tx, caseId);
  if (!plan) return null;
  const moved = transition(stateOf(plan), { name: 'close', isSettled });
  if (!moved.ok) throw new Error(`A live plan that may not be closed: ${plan.state}`);
  const state = moved.value.name;
  await updatePlan(tx, caseId, plan.id, { state }, null, at);
  await resumeContacts(tx, actor, caseId, 'proposal_pending', at);
  await recordAudit(tx, actor, caseId, { action: `plan.${state}`, detail: { planId: plan.id } }, at);
  return state;
}
