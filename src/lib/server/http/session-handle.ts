import type { Handle, RequestEvent } from '@sveltejs/kit';
import { BY_ITSELF_COOKIE } from '$lib/access';
import { readSession } from '../access';
import { isDatabaseAway } from '../db';
import { forgetSession, sessionSecret } from './session-cookie';

/** How long a page open to everyone waits to know who is here. */
const OPEN_PAGE_WAITS_MS = 2_000;

/**
 * Says who is here, in one query; none at all without the cookie. Pages open to everyone are still shown, as for nobody,
 * when the database is away or says nothing; the session is not forgotten for that.
 */
export const sessionHandle: Handle = async ({ event, resolve }) => {
  event.locals.actor = null;
  event.locals.sessionId = null;
  const secret = sessionSecret(event);
  if (secret && event.route.id !== null && !isAboutNobody(event.route.id)) {
    const known = readSession(secret, isUse(event));
    const session = await (event.route.id.startsWith('/(public)') ? unlessAway(known) : known);
    event.locals.actor = session?.actor ?? null;
    event.locals.sessionId = session?.id ?? null;
    if (session === null) forgetSession(event);
  }
  return resolve(event);
};

/** Who is here; undefined when the database is away, or has said nothing in time: a frozen one never does. */
async function unlessAway<T>(known: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), OPEN_PAGE_WAITS_MS);
  });
  const answer = known.catch((error: unknown) => {
    if (isDatabaseAway(error)) return undefined;
    throw error;
  });
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}

/** Machines ask whether the process lives: the answer needs nobody, nor the database. */
function isAboutNobody(route: string): boolean {
  return route.startsWith('/api/health');
}

/** A stream that reconnects and a page that refreshes itself are nobody's use: an empty chair is signed out. */
function isUse({ route, cookies }: RequestEvent): boolean {
  return route.id !== '/api/stream' && cookies.get(BY_ITSELF_COOKIE) === undefined;
}
