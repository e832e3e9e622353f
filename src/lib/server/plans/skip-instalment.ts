import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type LocalDate, type Result } from '$lib/kernel';
import { dayMovedTo, offerSkip, skipInstalment as pass, type SkipOffer, type SkipRefusal } from '$lib/plans';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase, noteOnDesk } from '../cases';
import { stopReminders } from '../contact-policy';
import { enter } from '../db';
import { addSystemLine } from '../messaging';
import { now } from '../platform/runtime';
import { withSchedule, type PlanWithSchedule } from './load-plan';
import { moveToTheEnd, writeSkip } from './instalment-repository';
import { lockPlan } from './plan-repository';
import { loadPlanSituation, type PlanSituation } from './proposal-context';
import type { PlanNotThere } from './propose-plan';
import { runningAgreement, type NotRunning } from './running-agreement';

/** What became of a passed instalment, with the amount in cents. */
export interface SkippedInstalment {
  readonly dueOn: LocalDate;
  readonly amountCents: number;
  /** Null: it has no day, and is talked about at the end of the plan. */
  readonly movedToOn: LocalDate | null;
}

/** Why an instalment is not passed. */
export type SkipInstalmentRefusal = SkipRefusal | PlanNotThere | NotRunning;

/**
 * "Je passe ce mois-ci": she moves one instalment behind the last of her agreement. No reason is asked, nobody decides, and
 * it acknowledges nothing. Her referent reads it in the thread; nothing goes out, so the register of contacts stays as it was.
 */
export async function skipInstalment(
  actor: Actor,
  caseId: CaseId,
  input: { readonly planId: Id<'plan'>; readonly dueOn: LocalDate },
  command?: Command
): Promise<Result<SkippedInstalment, SkipInstalmentRefusal | CommandReused>> {
  const at = now();
  const asked = { act: 'skipInstalment', command };
  return enter(actor, { permission: 'own_case.propose', caseId }, (tx) =>
    carryOutOnce(
      tx,
      caseId,
      asked,
      at,
      async (): Promise<Result<SkippedInstalment, SkipInstalmentRefusal>> => {
        // before the plan, as all do who hold both: in the other order, each would wait for the other
        await holdCase(tx, caseId);
        const record = await lockPlan(tx, caseId, input.planId);
        if (!record) return refused({ code: 'plan_not_there' });
        const situation = await loadPlanSituation(tx, caseId, at);
        const plan = await withSchedule(tx, caseId, record, situation);
        const agreement = runningAgreement(plan, situation);
        if (!agreement.ok) return agreement;
        const { today } = situation.context;
        const { schedule, terms } = agreement.value;
        const { dueOn } = input;
        const moved = pass(schedule, { dueOn, today, terms, passedOn: plan.skippedOn });
        if (!moved.ok) return moved;
        const { amountCents } = schedule.instalments.find((one) => one.dueOn === dueOn)!;
        const movedToOn = dayMovedTo(moved.value, dueOn);
        await moveToTheEnd(tx, caseId, { planId: plan.id, dueOn, movedToOn }, at);
        await writeSkip(tx, caseId, plan.id, dueOn, at);
        await stopReminders(tx, actor, caseId, at);
        await noteOnDesk(tx, caseId, { unread: 'staff', seenAt: at }, at);
        await addSystemLine(tx, caseId, 'instalment_passed', at);
        const detail = { planId: plan.id, dueOn, movedToOn };
        await recordAudit(tx, actor, caseId, { action: 'plan.passed', detail }, at);
        return ok({ dueOn, amountCents, movedToOn });
      }
    )
  );
}

/**
 * What her page says before the gesture: which instalment, where it goes, how many gestures are left; or why none can be
 * passed now. Null when there is nothing to pass: no agreement that runs, or no instalment ahead.
 */
export function skipOffer(
  plan: PlanWithSchedule,
  situation: PlanSituation
): Result<SkipOffer, SkipRefusal> | null {
  const agreement = runningAgreement(plan, situation);
  if (!agreement.ok) return null;
  const { schedule, terms } = agreement.value;
  return offerSkip(schedule, { today: situation.context.today, terms, passedOn: plan.skippedOn });
}
