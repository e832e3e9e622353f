import { redirect } from '@sveltejs/kit';
import { STAFF_DOOR, endSession, openToAll } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  openToAll(event);
  return { isIn: event.locals.actor !== null };
};

export const actions: Actions = {
  default: async (event) => {
    openToAll(event);
    const wasStaff = event.locals.actor?.kind === 'staff';
    await endSession(event);
    redirect(303, wasStaff ? STAFF_DOOR : '/sortir');
  }
};
