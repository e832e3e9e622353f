import { guardLive, openEventStream } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** Live changes for the screens of whoever is signed in. */
export const GET: RequestHandler = (event) => {
  const { actor, sessionId } = guardLive(event);
  return openEventStream(actor, sessionId, event.request.headers.get('last-event-id'));
};
