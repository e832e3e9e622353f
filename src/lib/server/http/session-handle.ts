import type { Handle, RequestEvent } from '@sveltejs/kit';
import { BY_ITSELF_COOKIE } from '$lib/access';
import { readSession } from '../access';
import { isDatabaseAway } from '../db';
import { forgetSession, sessionSecret } from './session-cookie';

/**
 * Says who is here, in one query; none at all without the cookie. Pages open to everyone are still shown when the
 * database is away.
 */
export const sessionHandle: Handle = async ({ event, resolve }) => {
  event.locals.actor = null;
  event.locals.sessionId = null;
  const secret = sessionSecret(event);
  if (secret && event.route.id !== null && !isAboutNobody(event.route.id)) {
    const session = await readSession(secret, isUse(event)).catch((error: unknown) => {
      if (isDatabaseAway(error) && event.route.id?.startsWith('/(public)')) return undefined;
      throw error;
    });
    event.locals.actor = session?.actor ?? null;
    event.locals.sessionId = session?.id ?? null;
    if (session === null) forgetSession(event);
  }
  return resolve(event);
};

/** Machines ask whether the process lives: the answer needs nobody, nor the database. */
function isAboutNobody(route: string): boolean {
  return route.startsWith('/api/health');
}

/** A stream that reconnects and a page that refreshes itself are nobody's use: an empty chair is signed out. */
function isUse({ route, cookies }: RequestEvent): boolean {
  return route.id !== '/api/stream' && cookies.get(BY_ITSELF_COOKIE) === undefined;
}
