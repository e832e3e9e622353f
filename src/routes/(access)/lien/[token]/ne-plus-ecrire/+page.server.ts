import { lookAtLink, stopWriting } from '$lib/server/entry';
import { openToAll, refuseForm } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

/** Reads only: scanners and previews open links too. */
export const load: PageServerLoad = async (event) => {
  openToAll(event);
  return { isGood: (await lookAtLink(event.params.token)) !== null };
};

export const actions: Actions = {
  /** No e-mail and no SMS any more. */
  default: async (event) => {
    openToAll(event);
    const stopped = await stopWriting(event.params.token);
    return stopped.ok ? { isDone: true as const } : refuseForm({}, [], 410);
  }
};
