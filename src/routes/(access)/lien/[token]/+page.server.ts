import { redirect } from '@sveltejs/kit';
import { lookAtLink, openLink } from '$lib/server/entry';
import { keepPending, openToAll, refuseForm } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

/** Reads only: scanners and previews open links too. */
export const load: PageServerLoad = async (event) => {
  openToAll(event);
  return { link: await lookAtLink(event.params.token) };
};

export const actions: Actions = {
  default: async (event) => {
    openToAll(event);
    const opened = await openLink(event.params.token);
    if (!opened.ok) return refuseForm({}, [], 410);
    keepPending(event, opened.value);
    redirect(303, '/entrer/verifier');
  }
};
