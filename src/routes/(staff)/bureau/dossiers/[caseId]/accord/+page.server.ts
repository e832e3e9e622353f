import { z } from 'zod';
import { m } from '$lib/i18n';
import { parseId } from '$lib/kernel';
import { EMPTY_FIELDS, highestInstalment, readProposal, type ProposalFields } from '$lib/plans';
import { smallerAtDesk } from '$lib/plans/ui/desk-words';
import { fieldWords, transitionWords } from '$lib/plans/ui/refusal-words';
import { commandOf, guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import { decidePlan, loadPlans, type DecidePlanRefusal, type PlanDecision } from '$lib/server/plans';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { caseIdOf } from '../case-id';
import { missedForm } from './missed-form';
import { planView } from './plan-view';

const text = z.string().optional().default('');
const acceptForm = z.object({ planId: text });
const explainForm = z.object({ planId: text, words: text });
const counterForm = z.object({
  planId: text,
  words: text,
  mode: text,
  amount: text,
  rhythm: text,
  dayOfMonth: text,
  weekday: text,
  rest: text
});

/** The proposal with what it leaves to live, and the three answers. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.read');
  const page = await orNotFound(loadPlans(actor, caseIdOf(event.params)));
  const { context } = page.situation;
  const highest = highestInstalment(context.leftToLive, context.floorCents, {
    kind: 'monthly',
    dayOfMonth: 5
  });
  return {
    page: planView(page),
    today: context.today,
    highestCents: highest,
    // a referent counters many a day: she begins with the commonest terms
    fields: {
      ...EMPTY_FIELDS,
      mode: 'instalments',
      rhythm: 'monthly',
      rest: '0'
    } satisfies ProposalFields,
    commands: { accept: newCommand(), counter: newCommand(), explain: newCommand(), missed: newCommand() }
  };
};

const newCommand = () => crypto.randomUUID() as string;

export const actions: Actions = {
  accept: async (event) => {
    guardStaff(event, 'case.decide_plan');
    const form = await readForm(event, acceptForm);
    if (!form.ok) return form.failure;
    const why = await decide(event, form.data.planId, { kind: 'accept' }, form.commandId);
    return why ? refuseForm(form.values, [{ field: '', message: why.message }]) : { done: 'accept' as const };
  },
  /** Other terms, with words; they keep the floor as hers do. */
  counter: async (event) => {
    guardStaff(event, 'case.decide_plan');
    const form = await readForm(event, counterForm);
    if (!form.ok) return form.failure;
    const { planId, words, ...fields } = form.data;
    const read = readProposal({ ...fields, debtIds: [] });
    if (!read.ok) {
      return refuseForm(form.values, [{ field: read.why.field, message: fieldWords(read.why) }]);
    }
    const decision = { kind: 'counter', terms: read.value.terms, words } as const;
    const why = await decide(event, planId, decision, form.commandId);
    return why
      ? refuseForm(form.values, [{ field: why.isWords ? 'counter-words' : 'mode', message: why.message }])
      : { done: 'counter' as const };
  },
  /** An instalment did not come: nothing is cancelled, and something smaller is offered. */
  missed: async (event) => {
    const actor = guardStaff(event, 'case.decide_plan');
    return missedForm(event, actor, caseIdOf(event.params));
  },
  explain: async (event) => {
    guardStaff(event, 'case.decide_plan');
    const form = await readForm(event, explainForm);
    if (!form.ok) return form.failure;
    const { planId, words } = form.data;
    const why = await decide(event, planId, { kind: 'explain', words }, form.commandId);
    return why
      ? refuseForm(form.values, [{ field: 'explain-words', message: why.message }])
      : { done: 'explain' as const };
  }
};

async function decide(
  event: RequestEvent,
  rawPlanId: string,
  decision: PlanDecision,
  commandId: Parameters<typeof commandOf>[0]
): Promise<{ message: string; isWords: boolean } | null> {
  const actor = guardStaff(event, 'case.decide_plan');
  const planId = parseId<'plan'>(rawPlanId);
  if (!planId) return { message: m.backoffice_plan_gone(), isWords: false };
  const input = { planId, decision };
  const decided = await orNotFound(
    decidePlan(actor, caseIdOf(event.params), input, commandOf(commandId, input))
  );
  if (decided.ok) return null;
  return { message: whyWords(decided.why), isWords: decided.why.code === 'words_missing' };
}

function whyWords(why: DecidePlanRefusal | { readonly code: 'command_reused' }): string {
  switch (why.code) {
    case 'command_reused':
      return m.backoffice_error_reused();
    case 'plan_not_there':
      return m.backoffice_plan_gone();
    case 'transition_not_allowed':
      return m.backoffice_plan_gone();
    case 'words_missing':
    case 'change_of_mind_over':
    case 'change_of_mind_running':
    case 'still_owed':
      return transitionWords(why);
    case 'no_agreement':
    case 'case_closed':
      return m.plans_skip_not_agreed();
    default:
      return smallerAtDesk(why);
  }
}
