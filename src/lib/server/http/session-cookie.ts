import type { RequestEvent } from '@sveltejs/kit';
import { closeSession, type OpenedSession } from '../access';

const SESSION = 'oxygene';
const PENDING = 'oxygene-entree';
/** The cookie outlives a calm wait; how long a sign-in under way lasts is for the server to say. */
const PENDING_COOKIE_S = 3 * 3600;

/** Whether cookies must be marked Secure: everywhere but on this very machine. */
export function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

function cookieName(url: URL, name: string): string {
  return isSecure(url) ? `__Host-${name}` : name;
}

function attributes(url: URL) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(url) } as const;
}

type Visit = Pick<RequestEvent, 'cookies' | 'url'>;

/** The secret of the session this browser holds, if any. */
export function sessionSecret({ cookies, url }: Visit): string | undefined {
  return cookies.get(cookieName(url, SESSION));
}

/**
 * Gives the browser a fresh session and ends the one it had: a secret known before the sign-in opens nothing after
 * it. The cookie ends with the browser; the session ends by its own rules on the server.
 */
export async function beginSession(visit: Visit, opened: OpenedSession): Promise<void> {
  const before = sessionSecret(visit);
  if (before) await closeSession(before);
  visit.cookies.set(cookieName(visit.url, SESSION), opened.secret, attributes(visit.url));
  endPending(visit);
}

/** Ends the session of this browser, here and on the server. */
export async function endSession(visit: Visit): Promise<void> {
  const secret = sessionSecret(visit);
  if (secret) await closeSession(secret);
  forgetSession(visit);
  endPending(visit);
}

/** Takes the session cookie away: what it opened is over. */
export function forgetSession({ cookies, url }: Visit): void {
  cookies.delete(cookieName(url, SESSION), attributes(url));
}

/** The secret of a sign-in under way, if any. */
export function pendingSecret({ cookies, url }: Visit): string | undefined {
  return cookies.get(cookieName(url, PENDING));
}

/** Keeps a sign-in under way in a cookie, so that no secret stays in an address. */
export function keepPending({ cookies, url }: Visit, secret: string): void {
  cookies.set(cookieName(url, PENDING), secret, { ...attributes(url), maxAge: PENDING_COOKIE_S });
}

/** Forgets the sign-in under way. */
export function endPending({ cookies, url }: Visit): void {
  cookies.delete(cookieName(url, PENDING), attributes(url));
}
