import { error } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import { planCalendar } from '$lib/plans';
import { guardDebtor } from '$lib/server/http';
import { agreedOnOf, stillToCome } from '$lib/server/plans';
import { planOf } from '../plan-of';
import type { RequestHandler } from './$types';

/** The instalments of an agreement still to come, as a calendar file: neutral titles, no amount. */
export const GET: RequestHandler = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { plan, situation } = await planOf(event, actor);
  if (!agreedOnOf(plan) || !plan.schedule) error(404, m.public_error_missing_h1());
  const calendar = planCalendar({
    planId: plan.id,
    instalments: stillToCome(plan, situation),
    madeAt: new Date(),
    revision: Math.floor((plan.updatedAt.getTime() - plan.proposedAt.getTime()) / 1000),
    title: m.plans_calendar_title(),
    domain: event.url.hostname
  });
  return new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="rappels.ics"',
      'cache-control': 'no-store'
    }
  });
};
