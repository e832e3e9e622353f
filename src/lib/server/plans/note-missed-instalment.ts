import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type LocalDate, type Result } from '$lib/kernel';
import { dayMovedTo, missInstalment, type MissRefusal } from '$lib/plans';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase, noteOnDesk } from '../cases';
import { promiseReply } from '../contact-policy';
import { enter } from '../db';
import { addSystemLine } from '../messaging';
import { now } from '../platform/runtime';
import { moveToTheEnd } from './instalment-repository';
import { withSchedule } from './load-plan';
import { lockPlan, writeSmaller } from './plan-repository';
import { loadPlanSituation } from './proposal-context';
import type { PlanNotThere } from './propose-plan';
import { runningAgreement, type NotRunning } from './running-agreement';
import { offerFor } from './smaller-plan';

/** What became of an instalment that did not come. */
export interface MissedInstalment {
  readonly dueOn: LocalDate;
  readonly amountCents: number;
  /** Null: it has no day, and is talked about at the end of the plan. */
  readonly movedToOn: LocalDate | null;
  /** A smaller plan waits for her answer on her page; without one, her referent looks with her. */
  readonly isSmallerOffered: boolean;
}

/** Why an instalment is not noted as missed. */
export type NoteMissedRefusal = MissRefusal | NotRunning | PlanNotThere;

/**
 * An instalment did not come: she says so herself, or her referent notes it. Nothing in the product concludes it from a
 * date. It goes to the end of her plan, nothing is cancelled, and a smaller plan is offered, which changes nothing until
 * she says yes. Saying it acknowledges nothing, and nothing goes out: it stands in the thread and on her page.
 */
export async function noteMissedInstalment(
  actor: Actor,
  caseId: CaseId,
  input: { readonly planId: Id<'plan'>; readonly dueOn: LocalDate },
  command?: Command
): Promise<Result<MissedInstalment, NoteMissedRefusal | CommandReused>> {
  const isStaff = actor.kind === 'staff';
  const permission = isStaff ? 'case.decide_plan' : 'own_case.propose';
  const { dueOn } = input;
  const at = now();
  const asked = { act: 'noteMissedInstalment', command };
  return enter(actor, { permission, caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<MissedInstalment, NoteMissedRefusal>> => {
      // before the plan, as all do who hold both: in the other order, each would wait for the other
      await holdCase(tx, caseId);
      const record = await lockPlan(tx, caseId, input.planId);
      if (!record) return refused({ code: 'plan_not_there' });
      const situation = await loadPlanSituation(tx, caseId, at);
      const plan = await withSchedule(tx, caseId, record, situation);
      const running = runningAgreement(plan, situation);
      if (!running.ok) return running;
      const { schedule, terms } = running.value;
      const moved = missInstalment(schedule, { dueOn, today: situation.context.today, terms });
      if (!moved.ok) return moved;
      const { amountCents } = schedule.instalments.find((one) => one.dueOn === dueOn)!;
      const movedToOn = dayMovedTo(moved.value, dueOn);
      const notedBy = isStaff ? actor.staffId : null;
      await moveToTheEnd(tx, caseId, { planId: plan.id, dueOn, movedToOn }, at, { notedBy });

      const before = plan.smaller?.state === 'explained' ? null : plan.smaller;
      const smaller = before ?? ({ state: 'offered', terms: null } as const);
      const isSmallerOffered = offerFor({ ...plan, smaller, schedule: moved.value }, situation)?.ok ?? false;
      const isNew = isSmallerOffered && before === null;
      if (isNew) await writeSmaller(tx, caseId, plan.id, smaller, at);
      await addSystemLine(tx, caseId, 'instalment_missed', at);
      if (isNew) await addSystemLine(tx, caseId, 'smaller_offered', at);
      await noteOnDesk(
        tx,
        caseId,
        isStaff
          ? { unread: 'debtor' }
          : {
              unread: 'staff',
              seenAt: at,
              // with nothing to offer by the rule, a person looks with her
              ...(!isSmallerOffered && before === null && { replyPromisedBy: promiseReply(at).by })
            },
        at
      );
      const detail = { planId: plan.id, dueOn, movedToOn };
      await recordAudit(tx, actor, caseId, { action: 'plan.missed', detail }, at);
      return ok({ dueOn, amountCents, movedToOn, isSmallerOffered });
    })
  );
}
