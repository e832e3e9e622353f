import { guardDebtor, orNotFound } from '$lib/server/http';
import { homeOf } from '../frame-of';
import type { PageServerLoad } from './$types';
import { homeView } from './home-view';

/** Her first page in words: what is expected, one step, who follows her, what is asked, the newest words. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const home = await orNotFound(homeOf(event, actor));
  // kept nowhere: the step is offered again the next time she comes
  return homeView(home, event.url.searchParams.has('plus-tard'));
};
