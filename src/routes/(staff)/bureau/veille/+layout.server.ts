import { loadChanges } from '$lib/server/aids';
import { guardStaff } from '$lib/server/http';
import type { LayoutServerLoad } from './$types';

/** How many changes wait for a second person. */
export const load: LayoutServerLoad = async (event) => {
  const actor = guardStaff(event, 'law_watch.read');
  return { waiting: (await loadChanges(actor)).proposed.length };
};
