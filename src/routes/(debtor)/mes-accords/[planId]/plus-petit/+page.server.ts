import { redirect } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import { sumCents } from '$lib/kernel';
import { monthsOf, termsKey } from '$lib/plans';
import { termsWords } from '$lib/plans/ui/words';
import { guardDebtor } from '$lib/server/http';
import { offerFor } from '$lib/server/plans';
import { PLANS, debtAddress } from '../../../addresses';
import { planOf } from '../plan-of';
import { acceptForm } from '../smaller-form';
import type { Actions, PageServerLoad } from './$types';

/** The smaller plan, what it leaves to live, and what saying yes changes. Back to the agreement when none is offered. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.propose');
  const { plan, situation } = await planOf(event, actor);
  const address = `${PLANS}/${plan.id}`;
  const offer = plan.smaller?.state === 'offered' ? offerFor(plan, situation) : null;
  if (!offer?.ok || !plan.schedule) redirect(303, address);
  const { terms, verdict } = offer.value;
  const { context } = situation;
  const { debtIds } = plan.onTheTable;
  const covered = situation.debts.filter(({ id }) => debtIds.includes(id));
  return {
    address,
    terms,
    seen: termsKey(terms),
    words: termsWords(terms, verdict.schedule),
    before: m.plans_smaller_before({ terms: termsWords(plan.onTheTable.terms, plan.schedule) }),
    schedule: verdict.schedule,
    months: monthsOf(verdict.schedule, context.leftToLive, context.floorCents),
    isAtOnce: plan.smaller?.terms !== null || verdict.kind === 'accepted_at_once',
    owedCents: sumCents(
      context.debts.filter(({ debtId }) => debtIds.includes(debtId)).map((debt) => debt.owedCents)
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
    const answered = await acceptForm(event, actor);
    if ('smaller' in answered)
      redirect(303, `${PLANS}/${event.params.planId}?plus-petit=${answered.smaller}`);
    return answered;
  }
};
