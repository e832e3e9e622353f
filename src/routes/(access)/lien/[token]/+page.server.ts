import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { lookAtLink, openLink } from '$lib/server/entry';
import { keepPending, openToAll, readForm, refuseForm } from '$lib/server/http';
import { situationOf } from '../../situations';
import type { Actions, PageServerLoad } from './$types';

/** Reads only: scanners and previews open links too. */
export const load: PageServerLoad = async (event) => {
  openToAll(event);
  return { link: await lookAtLink(event.params.token) };
};

export const actions: Actions = {
  /** Exchanges the link, once: to come in, or to say another situation. */
  default: async (event) => {
    openToAll(event);
    const form = await readForm(event, z.object({ situation: z.string().max(30).optional() }));
    if (!form.ok) return form.failure;
    const opened = await openLink(event.params.token);
    if (!opened.ok) return refuseForm({}, [], 410);
    keepPending(event, opened.value);
    const situation = situationOf(form.data.situation ?? '');
    redirect(303, situation ? `/entrer/autre-situation/${situation.slug}` : '/entrer/verifier');
  }
};
