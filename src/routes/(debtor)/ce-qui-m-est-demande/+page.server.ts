import { m } from '$lib/i18n';
import { loadAsked } from '$lib/server/home';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { askedRow } from '../asked-row';
import type { PageServerLoad } from './$types';

/** What is asked of her, line by line. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { lines, effects, isOver } = await orNotFound(loadAsked(actor, actor.caseId));
  return {
    rows: lines.map(askedRow),
    isOver,
    stopped: isOver
      ? m.home_asked_over()
      : effects.includes('payment_asks_stop')
        ? m.home_asked_stopped()
        : null
  };
};
