import { startView } from '$lib/aids/ui/simulate';
import { openToAll } from '$lib/server/http';
import { simulated } from '../../simulation.server';
import type { Actions, PageServerLoad } from './$types';

/** The simulator before its first question. */
export const load: PageServerLoad = (event) => {
  openToAll(event);
  return { view: startView() };
};

export const actions: Actions = {
  /** One press of the form, without JavaScript. Nothing is stored. */
  simulate: async (event) => {
    openToAll(event);
    return { view: await simulated(event, { leftOverCents: null, inDebt: false }) };
  }
};
