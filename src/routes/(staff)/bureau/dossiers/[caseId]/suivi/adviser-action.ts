import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { StaffActor } from '$lib/access';
import { ADVISER_NOTES, type AdviserNote } from '$lib/contact-policy';
import { lastDayWords } from '$lib/contact-policy/ui/words';
import { fullDate, m } from '$lib/i18n';
import { noteDebtAdviser, type DebtAdviserRefusal } from '$lib/server/contact-policy';
import { commandOf, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { caseIdOf } from '../case-id';

/** Where its refusals stand: beside the buttons. */
const ADVISER = 'conseil';

const adviserForm = z.object({ note: z.enum(ADVISER_NOTES) });

/** Notes that a person of advice accompanies her, still does, or no longer does: the form of somebody who was let in. */
export async function adviser(event: RequestEvent<{ caseId: string }>, actor: StaffActor) {
  const form = await readForm(event, adviserForm);
  if (!form.ok) return form.failure;
  const input = { note: form.data.note };
  const command = commandOf(form.commandId, input);
  const done = await orNotFound(noteDebtAdviser(actor, caseIdOf(event.params), input, command));
  if (!done.ok) return refuseForm(form.values, [{ field: ADVISER, message: refusalWords(done.why) }]);
  return { advised: DONE[input.note]() };
}

const DONE: Readonly<Record<AdviserNote, () => string>> = {
  begin: m.backoffice_follow_adviser_begun,
  prolong: m.backoffice_follow_adviser_prolonged,
  end: m.backoffice_follow_adviser_ended
};

function refusalWords(why: DebtAdviserRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'pause_runs':
      return m.backoffice_follow_adviser_runs({ day: lastDayWords(why.untilOn) });
    case 'too_far_ahead':
      return m.backoffice_follow_adviser_ahead({
        until: lastDayWords(why.untilOn),
        days: why.days,
        day: fullDate(why.fromOn)
      });
    case 'supervisor_confirms':
      return m.backoffice_follow_adviser_alone({ days: why.days });
    case 'no_pause':
      return m.backoffice_follow_adviser_none();
    case 'case_closed':
      return m.backoffice_follow_closed_first();
    case 'command_reused':
      return m.backoffice_error_reused();
  }
}
