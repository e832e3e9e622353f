import { loadDesk } from '$lib/server/backoffice';
import { guardStaff } from '$lib/server/http';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const actor = guardStaff(event, 'desk.worklist');
  return { desk: await loadDesk(actor) };
};
