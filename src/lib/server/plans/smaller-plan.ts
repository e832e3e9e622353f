import type { Actor } from '$lib/access';
import type { CaseId, Result } from '$lib/kernel';
import {
  offerSmaller,
  replaceAhead,
  transition,
  type Acknowledgement,
  type SmallerOffer,
  type SmallerRefusal
} from '$lib/plans';
import { recordAudit } from '../audit';
import { stopReminders } from '../contact-policy';
import type { Transaction } from '../db';
import { addSystemLine } from '../messaging';
import { confirmByPost } from './confirm-by-post';
import { stateOf } from './stored-plan';
import { replaceInstalments } from './instalment-repository';
import { updatePlan, writeSmaller } from './plan-repository';
import type { PlanWithSchedule } from './load-plan';
import type { PlanSituation } from './proposal-context';
import { runningAgreement } from './running-agreement';

/**
 * The smaller plan that is talked about: offered to her by the rule or by her referent, or asked for by her. Null when
 * none is, or when her agreement asks nothing now; refused when it cannot be had today.
 */
export function offerFor(
  plan: PlanWithSchedule,
  situation: PlanSituation
): Result<SmallerOffer, SmallerRefusal> | null {
  const running = runningAgreement(plan, situation);
  if (!running.ok || plan.smaller === null || plan.smaller.state === 'explained') return null;
  const { debtIds } = plan.onTheTable;
  return offerSmaller({ debtIds, ...running.value }, situation.context, plan.smaller.terms);
}

/** Makes an agreement smaller, in the transaction of the yes: what is past stays, what was to come is replaced. */
export async function adaptPlan(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  made: {
    readonly plan: PlanWithSchedule;
    readonly situation: PlanSituation;
    readonly offer: SmallerOffer;
    readonly acknowledgement: Acknowledgement;
  },
  at: Date
): Promise<void> {
  const { plan, situation, offer, acknowledgement } = made;
  const { today } = situation.context;
  const moved = transition(stateOf(plan), { name: 'adapt' });
  if (!moved.ok || !plan.schedule)
    throw new Error(`An agreement that may not be made smaller: ${plan.state}`);
  const { debtIds } = plan.onTheTable;
  const schedule = replaceAhead(plan.schedule, offer.verdict.schedule, today);
  const terms = { own: { debtIds, terms: offer.terms }, counter: null, reasons: [], adaptedOn: today };
  await updatePlan(
    tx,
    caseId,
    plan.id,
    { state: moved.value.name, terms, acknowledgement, words: null },
    null,
    at
  );
  await replaceInstalments(tx, caseId, { planId: plan.id, schedule, today }, at);
  await writeSmaller(tx, caseId, plan.id, null, at);
  // the days it was about are gone
  await stopReminders(tx, actor, caseId, at);
  await addSystemLine(tx, caseId, 'plan_adapted', at);
  await confirmByPost(tx, actor, caseId, at);
  const detail = { planId: plan.id, totalCents: schedule.owedCents };
  await recordAudit(tx, actor, caseId, { action: 'plan.adapted', detail }, at);
}
