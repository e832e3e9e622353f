import { redirect } from '@sveltejs/kit';
import { guardStaff } from '$lib/server/http';
import type { PageServerLoad } from './$types';

/** The desk begins with the day. */
export const load: PageServerLoad = (event) => {
  guardStaff(event, 'desk.worklist');
  redirect(303, '/bureau/ma-journee');
};
