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
    // answers kept while there was no network, and their key, leave the phone with her (ASVS 14.3.1)
    event.setHeaders({ 'clear-site-data': '"storage"' });
    redirect(303, wasStaff ? STAFF_DOOR : '/sortir');
  }
};
