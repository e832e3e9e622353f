import type { Handle } from '@sveltejs/kit';
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
  if (secret && event.route.id !== null) {
    const session = await readSession(secret).catch((error: unknown) => {
      if (isDatabaseAway(error) && event.route.id?.startsWith('/(public)')) return undefined;
      throw error;
    });
    event.locals.actor = session?.actor ?? null;
    event.locals.sessionId = session?.id ?? null;
    if (session === null) forgetSession(event);
  }
  return resolve(event);
};
