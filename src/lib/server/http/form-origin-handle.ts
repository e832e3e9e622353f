import type { Handle } from '@sveltejs/kit';
import { m } from '$lib/i18n';

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const CHANGES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Whether a request that may change something comes from one of our own pages. Our pages send no referrer, so
 * browsers send a plain form with `Origin: null`: what they say in `Sec-Fetch-Site`, which no page can forge, decides.
 * A browser too old to say it is believed: its session cookie stays home on a request from elsewhere (SameSite=Lax).
 */
export function isFromHere(request: Request, origin: string): boolean {
  if (!CHANGES.includes(request.method)) return true;
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== '' && !FORM_TYPES.includes(type)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const from = request.headers.get('origin');
  return from === origin || from === 'null';
}

/** Refuses forms sent from other sites. Takes the place of SvelteKit's own check, which knows only `Origin`. */
export const formOriginHandle: Handle = ({ event, resolve }) =>
  isFromHere(event.request, event.url.origin)
    ? resolve(event)
    : new Response(m.access_form_from_elsewhere(), {
        status: 403,
        headers: { 'content-type': 'text/plain; charset=utf-8' }
      });
