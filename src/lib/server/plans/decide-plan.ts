import type { Actor } from '$lib/access';
import { addDays, ok, refused, type CaseId, type Id, type Result } from '$lib/kernel';
import {
  CHANGE_OF_MIND_DAYS,
  checkProposal,
  transition,
  type PlanEvent,
  type ProposalRefusal,
  type ScheduleRefusal,
  type TransitionRefusal
} from '$lib/plans';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase, noteOnDesk } from '../cases';
import { resumeContacts } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { addSystemLine } from '../messaging';
import { now } from '../platform/runtime';
import { confirmByPost } from './confirm-by-post';
import { decideSmaller, type DecideSmallerRefusal } from './decide-smaller';
import { withSchedule } from './load-plan';
import type { PlanDecision } from './plan-decision';
import { lockPlan, updatePlan, type StoredTerms } from './plan-repository';
import { loadPlanSituation } from './proposal-context';
import type { PlanNotThere } from './propose-plan';
import { scheduleOnTheTable, stateOf } from './stored-plan';

/** Why a decision does not apply. */
export type DecidePlanRefusal =
  TransitionRefusal | ScheduleRefusal | ProposalRefusal | PlanNotThere | DecideSmallerRefusal;

/**
 * The referent answers a proposal, or a smaller plan asked for under an agreement. The person is told in the thread, and
 * contacts are no longer paused for it.
 */
export async function decidePlan(
  actor: Actor,
  caseId: CaseId,
  input: { readonly planId: Id<'plan'>; readonly decision: PlanDecision },
  command?: Command
): Promise<Result<null, DecidePlanRefusal | CommandReused>> {
  const at = now();
  const asked = { act: 'decidePlan', command };
  return enter(actor, { permission: 'case.decide_plan', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<null, DecidePlanRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff decide on proposals');
      // before the plan, as she does who proposes: in the other order, each would wait for the other
      await holdCase(tx, caseId);
      const plan = await lockPlan(tx, caseId, input.planId);
      if (!plan) return refused({ code: 'plan_not_there' });
      const situation = await loadPlanSituation(tx, caseId, at);
      if (plan.smaller?.state === 'asked') {
        const asked = await withSchedule(tx, caseId, plan, situation);
        return decideSmaller(tx, actor, caseId, { plan: asked, situation, decision: input.decision }, at);
      }
      const { today } = situation.context;
      const moved = transition(stateOf(plan), eventOf(input.decision, today));
      if (!moved.ok) return moved;
      const terms = termsAfter(plan.terms, input.decision);
      // what is agreed to, or proposed instead, is held to the day's facts as strictly as what she may propose
      const onTheTable = terms.counter ?? terms.own;
      const checked = input.decision.kind === 'explain' ? null : checkProposal(onTheTable, situation.context);
      if (checked && !checked.ok) return checked;
      const agreed = moved.value.name === 'accepted';
      const schedule = agreed ? scheduleOnTheTable({ ...plan, terms }, situation) : null;
      if (schedule && !schedule.ok) return schedule;
      await updatePlan(
        tx,
        caseId,
        plan.id,
        {
          state: moved.value.name,
          terms,
          words: input.decision.kind === 'accept' ? null : input.decision.words.trim(),
          decidedBy: actor.staffId,
          ...(agreed && { cancellableUntilOn: addDays(today, CHANGE_OF_MIND_DAYS) })
        },
        schedule?.value ?? null,
        at
      );
      await tell(tx, actor, caseId, input.decision, at);
      if (agreed) await confirmByPost(tx, actor, caseId, at);
      return ok(null);
    })
  );
}

function eventOf(decision: PlanDecision, today: ReturnType<typeof addDays>): PlanEvent {
  if (decision.kind === 'accept') return { name: 'accept', on: today };
  return { name: decision.kind, words: decision.words };
}

function termsAfter(stored: StoredTerms, decision: PlanDecision): StoredTerms {
  if (decision.kind !== 'counter') return stored;
  return { ...stored, counter: { debtIds: stored.own.debtIds, terms: decision.terms } };
}

const LINES = { accept: 'plan_accepted', counter: 'plan_countered', explain: 'plan_explained' } as const;

async function tell(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  decision: PlanDecision,
  at: Date
): Promise<void> {
  const name = actor.kind === 'staff' ? actor.name : '';
  await addSystemLine(tx, caseId, LINES[decision.kind], at, name);
  await noteOnDesk(tx, caseId, { proposalPending: null, unread: 'debtor' }, at);
  await resumeContacts(tx, actor, caseId, 'proposal_pending', at);
  await recordAudit(tx, actor, caseId, { action: `plan.${decision.kind}` }, at);
}
