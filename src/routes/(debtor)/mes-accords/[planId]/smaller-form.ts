import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { DebtorActor } from '$lib/access';
import { m } from '$lib/i18n';
import { parseId } from '$lib/kernel';
import { CURRENT_WARNING } from '$lib/plans';
import { smallerWords } from '$lib/plans/ui/refusal-words';
import { orNotFound, readForm, refuseForm } from '$lib/server/http';
import { answerSmaller, type AnswerSmallerRefusal, type SmallerAnswer } from '$lib/server/plans';

const schema = z.object({
  seen: z.string().optional(),
  warningVersion: z.string().optional(),
  warningRead: z.string().optional()
});

/** She keeps her agreement as it is. */
export function keepForm(event: RequestEvent<{ planId: string }>, actor: DebtorActor) {
  return smallerForm(event, actor, () => ({ kind: 'keep' }));
}

/** She says yes to the smaller plan she read, with the warning ticked for it. */
export function acceptForm(event: RequestEvent<{ planId: string }>, actor: DebtorActor) {
  const { version } = CURRENT_WARNING;
  return smallerForm(event, actor, ({ seen = '', warningRead, warningVersion }) => ({
    kind: 'accept',
    seen,
    acknowledged: warningRead === '1' && warningVersion === version ? version : null
  }));
}

async function smallerForm(
  event: RequestEvent<{ planId: string }>,
  actor: DebtorActor,
  answerOf: (fields: z.infer<typeof schema>) => SmallerAnswer
) {
  const form = await readForm(event, schema);
  if (!form.ok) return form.failure;
  const refuse = (field: string, message: string) => refuseForm(form.values, [{ field, message }]);
  const planId = parseId<'plan'>(event.params.planId);
  if (!planId) return refuse('', m.plans_smaller_gone());
  const input = { planId, answer: answerOf(form.data) };
  const command = form.commandId && { id: form.commandId, input };
  const done = await orNotFound(answerSmaller(actor, actor.caseId, input, command));
  if (done.ok) return { smaller: done.value.outcome };
  const field = done.why.code === 'acknowledgement_missing' ? 'warningRead' : '';
  return refuse(field, answerWords(done.why));
}

function answerWords(why: AnswerSmallerRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'command_reused':
      return m.plans_send_reused();
    case 'acknowledgement_missing':
      return m.plans_warning_missing();
    case 'plan_not_there':
    case 'no_offer':
      return m.plans_smaller_gone();
    case 'offer_changed':
      return m.plans_smaller_changed();
    default:
      return smallerWords(why, m.plans_referent_default());
  }
}
