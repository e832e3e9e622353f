import { answerLive } from '$lib/server/http/health';
import { openToAll } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** Is the process alive? For whatever restarts it. */
export const GET: RequestHandler = (event) => {
  openToAll(event);
  return answerLive();
};
