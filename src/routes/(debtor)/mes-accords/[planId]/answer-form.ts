import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { DebtorActor } from '$lib/access';
import { m } from '$lib/i18n';
import { parseId } from '$lib/kernel';
import { refusalWords, transitionWords } from '$lib/plans/ui/refusal-words';
import { orNotFound, readForm, refuseForm } from '$lib/server/http';
import { answerPlan, type AnswerPlanRefusal, type PlanAnswer } from '$lib/server/plans';

const schema = z.object({ warningVersion: z.string().optional(), warningRead: z.string().optional() });

/** What the two fields of the warning say; null when it was not ticked. */
export type WarningRead = { readonly version: string } | null;

/** Reads the form, gives the answer about the plan of this address, and says what was refused in words. */
export async function answerForm(
  event: RequestEvent<{ planId: string }>,
  actor: DebtorActor,
  answerOf: (warning: WarningRead) => PlanAnswer
) {
  const form = await readForm(event, schema);
  if (!form.ok) return form.failure;
  const planId = parseId<'plan'>(event.params.planId);
  const gone = () => refuseForm(form.values, [{ field: '', message: m.plans_transition_not_allowed() }]);
  if (!planId) return gone();
  const { warningRead, warningVersion = '' } = form.data;
  const answer = answerOf(warningRead === '1' ? { version: warningVersion } : null);
  const input = { planId, answer };
  const command = form.commandId && { id: form.commandId, input };
  const done = await orNotFound(answerPlan(actor, actor.caseId, input, command));
  if (done.ok) return { done: answer.kind };
  const field = done.why.code === 'acknowledgement_missing' ? 'warningRead' : '';
  return refuseForm(form.values, [{ field, message: answerRefusalWords(done.why) }]);
}

function answerRefusalWords(why: AnswerPlanRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'acknowledgement_missing':
      return m.plans_warning_missing();
    case 'command_reused':
      return m.plans_send_reused();
    case 'plan_not_there':
      return m.plans_transition_not_allowed();
    case 'transition_not_allowed':
    case 'words_missing':
    case 'change_of_mind_over':
    case 'change_of_mind_running':
    case 'still_owed':
      return transitionWords(why);
    default:
      return refusalWords(why);
  }
}
