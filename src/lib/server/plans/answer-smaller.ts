import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type Result } from '$lib/kernel';
import { CURRENT_WARNING, termsKey, type SmallerRefusal, type WarningVersion } from '$lib/plans';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase, noteOnDesk } from '../cases';
import { pauseContacts, promiseReply, resumeContacts } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { addSystemLine } from '../messaging';
import { now } from '../platform/runtime';
import { withSchedule, type PlanWithSchedule } from './load-plan';
import { noteForCreditors } from './note-for-creditors';
import { lockPlan, writeSmaller } from './plan-repository';
import { loadPlanSituation, type PlanSituation } from './proposal-context';
import type { PlanNotThere } from './propose-plan';
import { adaptPlan, offerFor } from './smaller-plan';

/** She takes the smaller plan she read (`seen`, its `termsKey`), or keeps her agreement as it is. */
export type SmallerAnswer =
  | { readonly kind: 'accept'; readonly seen: string; readonly acknowledged: WarningVersion | null }
  | { readonly kind: 'keep' };

/** What became of her answer. For one that waits: by when it is answered, as an ISO instant. */
export interface AnsweredSmaller {
  readonly outcome: 'adapted' | 'needs_referent' | 'kept';
  readonly answerBy: string | null;
}

/** Why an answer does not apply. */
export type AnswerSmallerRefusal =
  | SmallerRefusal
  | PlanNotThere
  | { readonly code: 'acknowledgement_missing'; readonly version: WarningVersion }
  /** Nothing is offered, or not any more. */
  | { readonly code: 'no_offer' }
  /** The figures moved since she read them: she reads the new ones first. */
  | { readonly code: 'offer_changed' };

/**
 * She answers a smaller plan, offered after a missed instalment. Taken within the creditor's rules, or as her referent
 * proposed it, it is hers at once; else her referent answers, and her agreement runs as before until then. It never goes
 * through without the separate warning, ticked for it. Keeping the agreement needs no reason and changes nothing.
 */
export async function answerSmaller(
  actor: Actor,
  caseId: CaseId,
  input: { readonly planId: Id<'plan'>; readonly answer: SmallerAnswer },
  command?: Command
): Promise<Result<AnsweredSmaller, AnswerSmallerRefusal | CommandReused>> {
  const { answer } = input;
  const { version } = CURRENT_WARNING;
  if (answer.kind === 'accept' && answer.acknowledged !== version)
    return refused({ code: 'acknowledgement_missing', version });
  const at = now();
  const asked = { act: 'answerSmaller', command };
  return enter(actor, { permission: 'own_case.propose', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<AnsweredSmaller, AnswerSmallerRefusal>> => {
      // before the plan, as all do who hold both: in the other order, each would wait for the other
      await holdCase(tx, caseId);
      const record = await lockPlan(tx, caseId, input.planId);
      if (!record) return refused({ code: 'plan_not_there' });
      const situation = await loadPlanSituation(tx, caseId, at);
      const plan = await withSchedule(tx, caseId, record, situation);
      if (answer.kind === 'accept')
        return accept(tx, actor, { caseId, plan, situation, seen: answer.seen }, at);
      if (plan.smaller === null) return refused({ code: 'no_offer' });
      await keep(tx, actor, caseId, plan, at);
      return ok({ outcome: 'kept', answerBy: null });
    })
  );
}

async function accept(
  tx: Transaction,
  actor: Actor,
  asked: {
    readonly caseId: CaseId;
    readonly plan: PlanWithSchedule;
    readonly situation: PlanSituation;
    readonly seen: string;
  },
  at: Date
): Promise<Result<AnsweredSmaller, AnswerSmallerRefusal>> {
  const { caseId, plan, situation, seen } = asked;
  const { smaller } = plan;
  const offer = smaller?.state === 'offered' ? offerFor(plan, situation) : null;
  if (!smaller || !offer) return refused({ code: 'no_offer' });
  if (!offer.ok) return offer;
  const { terms, verdict } = offer.value;
  if (termsKey(terms) !== seen) return refused({ code: 'offer_changed' });
  const { version } = CURRENT_WARNING;
  const isOurs = smaller.terms !== null;
  if (!isOurs) {
    const proposal = { debtIds: plan.onTheTable.debtIds, terms };
    await noteForCreditors(tx, actor, caseId, { planId: plan.id, proposal, verdict, situation }, at);
  }
  if (isOurs || verdict.kind === 'accepted_at_once') {
    const acknowledgement = { version, acknowledgedAt: at };
    await adaptPlan(tx, actor, caseId, { plan, situation, offer: offer.value, acknowledgement }, at);
    await noteOnDesk(tx, caseId, { unread: 'staff', seenAt: at }, at);
    return ok({ outcome: 'adapted', answerBy: null });
  }
  const { by } = promiseReply(at);
  const waiting = { state: 'asked', terms, acknowledged: version, askedAt: at.toISOString() } as const;
  await writeSmaller(tx, caseId, plan.id, waiting, at);
  const pending = { proposalPending: { since: at, dueAt: by }, routingRequestedAt: at, seenAt: at };
  await noteOnDesk(tx, caseId, pending, at);
  await addSystemLine(tx, caseId, 'smaller_asked', at);
  await pauseContacts(tx, actor, caseId, 'proposal_pending', at);
  await recordAudit(tx, actor, caseId, { action: 'plan.smaller_asked', detail: { planId: plan.id } }, at);
  return ok({ outcome: 'needs_referent', answerBy: by.toISOString() });
}

async function keep(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  plan: PlanWithSchedule,
  at: Date
): Promise<void> {
  await writeSmaller(tx, caseId, plan.id, null, at);
  await noteOnDesk(tx, caseId, { proposalPending: null, unread: 'staff', seenAt: at }, at);
  await resumeContacts(tx, actor, caseId, 'proposal_pending', at);
  await addSystemLine(tx, caseId, 'smaller_kept', at);
  await recordAudit(tx, actor, caseId, { action: 'plan.smaller_kept', detail: { planId: plan.id } }, at);
}
