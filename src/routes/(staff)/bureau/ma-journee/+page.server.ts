import { DAY_LIMIT, listMyDay } from '$lib/server/backoffice';
import { guardStaff } from '$lib/server/http';
import type { PageServerLoad } from './$types';
import { dayView } from './day-view';

export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'desk.worklist');
  const heads = await listMyDay(actor);
  return { day: dayView(heads, new Date()), limit: heads.length === DAY_LIMIT ? DAY_LIMIT : null };
};
