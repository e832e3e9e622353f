import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { DebtorActor } from '$lib/access';
import { m } from '$lib/i18n';
import { parseId } from '$lib/kernel';
import { orNotFound, readForm, refuseForm } from '$lib/server/http';
import { chooseReminders, type ChooseRemindersRefusal } from '$lib/server/plans';

const schema = z.object({ reminds: z.enum(['yes', 'no']) });

/** Reads whether she wants a word before each instalment, keeps it, and says what was refused beside the button. */
export async function remindersForm(event: RequestEvent<{ planId: string }>, actor: DebtorActor) {
  const form = await readForm(event, schema);
  if (!form.ok) return form.failure;
  const refuse = (message: string) => refuseForm(form.values, [{ field: 'reminds', message }]);
  const planId = parseId<'plan'>(event.params.planId);
  if (!planId) return refuse(m.plans_transition_not_allowed());
  const input = { planId, reminds: form.data.reminds === 'yes' };
  const command = form.commandId && { id: form.commandId, input };
  const done = await orNotFound(chooseReminders(actor, actor.caseId, input, command));
  return done.ok ? { reminds: done.value.reminds } : refuse(REFUSALS[done.why.code]());
}

const REFUSALS: Readonly<Record<ChooseRemindersRefusal['code'] | 'command_reused', () => string>> = {
  plan_not_there: m.plans_transition_not_allowed,
  case_closed: m.plans_skip_closed,
  no_agreement: m.plans_reminders_gone,
  no_channel: m.plans_reminders_no_channel,
  command_reused: m.plans_send_reused
};
