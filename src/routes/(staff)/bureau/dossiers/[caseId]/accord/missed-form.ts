import { z } from 'zod';
import type { StaffActor } from '$lib/access';
import { m } from '$lib/i18n';
import { parseId, parseIsoDate, type CaseId } from '$lib/kernel';
import { REST_AT_DESK } from '$lib/plans/ui/desk-words';
import { missWords } from '$lib/plans/ui/refusal-words';
import { commandOf, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { noteMissedInstalment, type NoteMissedRefusal } from '$lib/server/plans';
import type { RequestEvent } from './$types';

const schema = z.object({ planId: z.string().optional(), missedDay: z.string().optional() });

/** Reads which instalment did not come, notes it, and says whether something smaller is offered. */
export async function missedForm(event: RequestEvent, actor: StaffActor, caseId: CaseId) {
  const form = await readForm(event, schema);
  if (!form.ok) return form.failure;
  const refuse = (message: string) => refuseForm(form.values, [{ field: 'missedDay', message }]);
  const planId = parseId<'plan'>(form.data.planId ?? '');
  const dueOn = parseIsoDate(form.data.missedDay ?? '');
  if (!planId || !dueOn) return refuse(m.plans_skip_none());
  const input = { planId, dueOn };
  const command = commandOf(form.commandId, input);
  const done = await orNotFound(noteMissedInstalment(actor, caseId, input, command));
  if (!done.ok) return refuse(whyWords(done.why));
  return { done: done.value.isSmallerOffered ? ('missedOffered' as const) : ('missedNone' as const) };
}

function whyWords(why: NoteMissedRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'command_reused':
      return m.backoffice_error_reused();
    case 'plan_not_there':
    case 'no_agreement':
    case 'case_closed':
      return m.plans_skip_not_agreed();
    case 'no_instalment_that_day':
    case 'already_moved':
    case 'not_due_yet':
      return missWords(why);
    default:
      return REST_AT_DESK[why.code]();
  }
}
