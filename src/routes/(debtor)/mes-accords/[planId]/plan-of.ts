import { error, type RequestEvent } from '@sveltejs/kit';
import type { DebtorActor } from '$lib/access';
import { m } from '$lib/i18n';
import { orNotFound } from '$lib/server/http';
import { loadPlans, type PlanSituation, type PlanWithSchedule } from '$lib/server/plans';

/** The plan an address names, with what surrounds it; 404 when it is not one of hers. */
export async function planOf(
  event: Pick<RequestEvent<{ planId: string }>, 'params'>,
  actor: DebtorActor
): Promise<{ readonly plan: PlanWithSchedule; readonly situation: PlanSituation }> {
  const { plans, situation } = await orNotFound(loadPlans(actor, actor.caseId));
  const plan = plans.find(({ id }) => id === event.params.planId);
  if (!plan) error(404, m.public_error_missing_h1());
  return { plan, situation };
}
