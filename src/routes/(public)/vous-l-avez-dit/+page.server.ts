import { openToAll } from '$lib/server/http';
import { listPublishedOutcomes } from '$lib/server/surveys';
import type { PageServerLoad } from './$types';

/** What people said and what was done about it: the same for everybody. */
export const load: PageServerLoad = async (event) => {
  openToAll(event);
  return { outcomes: await listPublishedOutcomes() };
};
