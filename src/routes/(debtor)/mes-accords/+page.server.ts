import { fullDate, m } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { isOver } from '$lib/plans';
import { STATE_WORDS, termsWords } from '$lib/plans/ui/words';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { loadPlans } from '$lib/server/plans';
import { PLANS } from '../addresses';
import { situationOf } from './nouveau/situation-of';
import type { PageServerLoad } from './$types';

/** Her proposals and agreements, newest first. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const page = await orNotFound(loadPlans(actor, actor.caseId));
  const { plans, situation } = page;
  const isLive = plans.some((plan) => !isOver(plan.state) && plan.state !== 'proposed');
  return {
    plans: plans.map((plan) => ({
      href: `${PLANS}/${plan.id}`,
      label: (plan.schedule && termsWords(plan.onTheTable.terms, plan.schedule)) || m.plans_one_title(),
      note: m.plans_list_on({
        state: STATE_WORDS[plan.state](),
        day: fullDate(dayInZone(plan.proposedAt, situation.timeZone))
      })
    })),
    mayPropose: !isLive && situationOf(page).nothing === null
  };
};
