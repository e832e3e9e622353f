import { redirect } from '@sveltejs/kit';
import { sumCents } from '$lib/kernel';
import { CURRENT_WARNING } from '$lib/plans';
import { termsWords } from '$lib/plans/ui/words';
import { guardDebtor } from '$lib/server/http';
import { PLANS, debtAddress } from '../../../addresses';
import { answerForm } from '../answer-form';
import { planOf } from '../plan-of';
import type { Actions, PageServerLoad } from './$types';

/** What saying yes to other terms changes: a new acknowledgement, so the warning is read again. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.propose');
  const { plan, situation } = await planOf(event, actor);
  const address = `${PLANS}/${plan.id}`;
  if (plan.state !== 'countered') redirect(303, address);
  const { debtIds } = plan.terms.own;
  const covered = situation.debts.filter(({ id }) => debtIds.includes(id));
  return {
    address,
    terms: plan.schedule ? termsWords(plan.onTheTable.terms, plan.schedule) : '',
    owedCents: sumCents(
      situation.context.debts.filter(({ debtId }) => debtIds.includes(debtId)).map((debt) => debt.owedCents)
    ),
    creditorNames: covered.map((debt) => debt.creditorName),
    contestHref: `${debtAddress(covered[0]?.id ?? '')}/contester`,
    command: crypto.randomUUID()
  };
};

export const actions: Actions = {
  /** She says yes, with the warning ticked for these very terms. */
  default: async (event) => {
    const actor = guardDebtor(event, 'own_case.propose');
    const { version } = CURRENT_WARNING;
    const answered = await answerForm(event, actor, (warning) => ({
      kind: 'accept_counter',
      acknowledged: warning?.version === version ? version : null
    }));
    if ('done' in answered) redirect(303, `${PLANS}/${event.params.planId}`);
    return answered;
  }
};
