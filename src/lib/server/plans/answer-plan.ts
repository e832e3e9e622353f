import type { Actor } from '$lib/access';
import { addDays, ok, refused, type CaseId, type Id, type Result } from '$lib/kernel';
import {
  CHANGE_OF_MIND_DAYS,
  CURRENT_WARNING,
  checkProposal,
  isOver,
  transition,
  type PlanEvent,
  type ProposalRefusal,
  type ScheduleRefusal,
  type TransitionRefusal,
  type WarningVersion
} from '$lib/plans';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase, noteOnDesk } from '../cases';
import { pauseContacts, promiseReply, resumeContacts, stopReminders } from '../contact-policy';
import { enter } from '../db';
import { addSystemLine } from '../messaging';
import { now } from '../platform/runtime';
import { confirmByPost } from './confirm-by-post';
import { scheduleOnTheTable, stateOf } from './stored-plan';
import { lockPlan, updatePlan } from './plan-repository';
import { loadPlanSituation } from './proposal-context';
import type { PlanNotThere } from './propose-plan';

/** What she does about her plan: takes the counter-proposal, keeps her own, stops, or changes her mind. */
export type PlanAnswer =
  | { readonly kind: 'accept_counter'; readonly acknowledged: WarningVersion | null }
  | { readonly kind: 'keep_mine' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'cancel' };

/** Why an answer does not apply. */
export type AnswerPlanRefusal =
  | TransitionRefusal
  | ScheduleRefusal
  | ProposalRefusal
  | PlanNotThere
  | { readonly code: 'acknowledgement_missing'; readonly version: WarningVersion };

/** The person answers about her own plan. Stopping needs no reason; taking a counter-proposal, a new warning. */
export async function answerPlan(
  actor: Actor,
  caseId: CaseId,
  input: { readonly planId: Id<'plan'>; readonly answer: PlanAnswer },
  command?: Command
): Promise<Result<null, AnswerPlanRefusal | CommandReused>> {
  const { answer } = input;
  const { version } = CURRENT_WARNING;
  if (answer.kind === 'accept_counter' && answer.acknowledged !== version) {
    return refused({ code: 'acknowledgement_missing', version });
  }
  const at = now();
  const asked = { act: 'answerPlan', command };
  return enter(actor, { permission: 'own_case.propose', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<null, AnswerPlanRefusal>> => {
      // before the plan, as all do who hold both: in the other order, each would wait for the other
      await holdCase(tx, caseId);
      const plan = await lockPlan(tx, caseId, input.planId);
      if (!plan) return refused({ code: 'plan_not_there' });
      const situation = await loadPlanSituation(tx, caseId, at);
      const { context } = situation;
      const moved = transition(stateOf(plan), eventOf(answer, context.today));
      if (!moved.ok) return moved;
      const agreed = moved.value.name === 'accepted';
      // what happened since it was proposed to her counts: a dispute, a receivable file, less to live on
      const checked = agreed ? checkProposal(plan.terms.counter ?? plan.terms.own, context) : null;
      if (checked && !checked.ok) return checked;
      const schedule = agreed ? scheduleOnTheTable(plan, situation) : null;
      if (schedule && !schedule.ok) return schedule;
      await updatePlan(
        tx,
        caseId,
        plan.id,
        {
          state: moved.value.name,
          ...(agreed && {
            cancellableUntilOn: addDays(context.today, CHANGE_OF_MIND_DAYS),
            acknowledgement: { version, acknowledgedAt: at }
          }),
          ...(answer.kind === 'keep_mine' && { terms: { ...plan.terms, counter: null }, words: null })
        },
        schedule?.value ?? null,
        at
      );
      const waits = answer.kind === 'keep_mine';
      await noteOnDesk(
        tx,
        caseId,
        {
          proposalPending: waits ? { since: at, dueAt: promiseReply(at).by } : null,
          unread: 'staff',
          seenAt: at
        },
        at
      );
      await addSystemLine(tx, caseId, LINES[answer.kind], at);
      if (waits) await pauseContacts(tx, actor, caseId, 'proposal_pending', at);
      else await resumeContacts(tx, actor, caseId, 'proposal_pending', at);
      if (isOver(moved.value.name)) await stopReminders(tx, actor, caseId, at);
      if (agreed) await confirmByPost(tx, actor, caseId, at);
      await recordAudit(
        tx,
        actor,
        caseId,
        { action: `plan.${answer.kind}`, detail: { planId: plan.id } },
        at
      );
      return ok(null);
    })
  );
}

const LINES = {
  accept_counter: 'plan_accepted',
  keep_mine: 'plan_proposed',
  withdraw: 'plan_withdrawn',
  cancel: 'plan_withdrawn'
} as const;

function eventOf(answer: PlanAnswer, today: ReturnType<typeof addDays>): PlanEvent {
  if (answer.kind === 'accept_counter' || answer.kind === 'cancel') return { name: answer.kind, on: today };
  return { name: answer.kind };
}
