import type { Handle, RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import { isDatabaseAway } from '../db';
import { randomSecret } from '../platform/crypto';
import { log } from '../platform/logger';

const RETRY_AFTER_S = 10;

/**
 * Answers 503 with Retry-After while the database is away, and says so calmly; the next request tries again, so the
 * site comes back by itself.
 */
export const databaseAwayHandle: Handle = async ({ event, resolve }) => {
  try {
    const response = await resolve(event);
    return event.locals.isDatabaseAway ? awayAnswer(event) : response;
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return awayAnswer(event);
  }
};

function awayAnswer(event: RequestEvent): Response {
  log().warn('database.away', {
    incident: event.locals.incident,
    path: event.route.id ?? event.url.pathname
  });
  const headers = { 'retry-after': String(RETRY_AFTER_S), 'cache-control': 'no-store' };
  const wantsJson =
    event.isDataRequest || event.request.headers.get('accept')?.startsWith('application/json');
  if (wantsJson) {
    const error = { message: m.access_away_text(), incident: event.locals.incident };
    return Response.json({ type: 'error', status: 503, error }, { status: 503, headers });
  }
  const nonce = randomSecret();
  return new Response(page(nonce), {
    status: 503,
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
    }
  });
}

/** A page of its own: rendering the usual one could need what is away. */
function page(nonce: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${m.access_away_title()} – ${m.ui_brand()}</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{max-width:34rem;margin:10vh auto;padding:0 1.25rem;font:1.0625rem/1.55 system-ui,sans-serif;background:light-dark(#f7f8f4,#111b1d);color:light-dark(#17262a,#ece7dc)}h1{font-size:1.7rem;font-weight:500;line-height:1.22}a{color:inherit}</style>
</head><body><main><h1>${m.access_away_title()}</h1><p>${m.access_away_text()}</p><p>${m.access_away_kept()}</p>
<p>${m.access_away_help({ phone: m.public_firm_phone() })}</p></main></body></html>`;
}
