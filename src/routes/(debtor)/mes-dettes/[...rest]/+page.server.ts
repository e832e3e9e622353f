import { redirect } from '@sveltejs/kit';
import { guardDebtor } from '$lib/server/http';
import { ASKED } from '../../addresses';
import type { PageServerLoad } from './$types';

/** An old name, kept for links: the address shown never holds the word. */
export const load: PageServerLoad = (event) => {
  guardDebtor(event, 'own_case.read');
  redirect(303, event.params.rest ? `${ASKED}/${event.params.rest}` : ASKED);
};
