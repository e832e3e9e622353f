import { answerReady } from '$lib/server/http/health';
import { openToAll } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** May requests be sent here? For the proxy in front. */
export const GET: RequestHandler = (event) => {
  openToAll(event);
  return answerReady();
};
