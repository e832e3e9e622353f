import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { DebtorActor } from '$lib/access';
import { euros, fullDate, m } from '$lib/i18n';
import { cents, parseId, parseIsoDate } from '$lib/kernel';
import { SAYABLE_DAYS, pastInstalments } from '$lib/plans';
import { missWords } from '$lib/plans/ui/refusal-words';
import { orNotFound, readForm, refuseForm } from '$lib/server/http';
import {
  noteMissedInstalment,
  runningAgreement,
  type NoteMissedRefusal,
  type PlanSituation,
  type PlanWithSchedule
} from '$lib/server/plans';
import { notRunningWords } from './not-running-words';

const amount = (amountCents: number) => euros(cents(amountCents), { cents: 'when-needed' });

/** The field that names the instalment by its day. Its refusals stand beside it. */
export const MISSED_DAY = 'missedDay';

/** The instalments she may say did not go out, the newest first; null when there is none to speak of. */
export function missedView(plan: PlanWithSchedule, situation: PlanSituation) {
  const running = runningAgreement(plan, situation);
  if (!running.ok) return null;
  const past = pastInstalments(running.value.schedule, situation.context.today, SAYABLE_DAYS);
  if (past.length === 0) return null;
  return past.map(({ dueOn, amountCents }) => ({
    dueOn,
    label: m.plans_missed_one({ day: fullDate(dueOn), amount: amount(amountCents) })
  }));
}

/** Reads the form, notes the instalment, and says what came of it, or what was refused, in words. */
export async function missedForm(event: RequestEvent<{ planId: string }>, actor: DebtorActor) {
  const form = await readForm(event, z.object({ [MISSED_DAY]: z.string().optional() }));
  if (!form.ok) return form.failure;
  const refuse = (message: string) => refuseForm(form.values, [{ field: MISSED_DAY, message }]);
  const planId = parseId<'plan'>(event.params.planId);
  const day = form.data[MISSED_DAY];
  if (day === undefined) return refuse(m.plans_missed_choose());
  const dueOn = parseIsoDate(day);
  if (!planId || !dueOn) return refuse(m.plans_skip_none());
  const input = { planId, dueOn };
  const command = form.commandId && { id: form.commandId, input };
  const done = await orNotFound(noteMissedInstalment(actor, actor.caseId, input, command));
  if (!done.ok) return refuse(missedRefusalWords(done.why));
  const { amountCents, movedToOn, isSmallerOffered } = done.value;
  const moved = movedToOn
    ? m.plans_missed_done_text({ amount: amount(amountCents), to: fullDate(movedToOn) })
    : m.plans_missed_done_later({ amount: amount(amountCents) });
  return { missed: { moved, isSmallerOffered } };
}

function missedRefusalWords(why: NoteMissedRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'command_reused':
      return m.plans_send_reused();
    case 'plan_not_there':
      return m.plans_transition_not_allowed();
    case 'no_instalment_that_day':
    case 'already_moved':
    case 'not_due_yet':
      return missWords(why);
    default:
      return notRunningWords(why);
  }
}
