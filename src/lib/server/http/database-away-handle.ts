import type { Handle, RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import { isDatabaseAway } from '../db';
import { log } from '../platform/logger';
import { plainPage } from './plain-page';

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
  const words = [
    m.access_away_text(),
    m.access_away_kept(),
    m.access_away_help({ phone: m.public_firm_phone() })
  ];
  return plainPage({ status: 503, title: m.access_away_title(), words, headers });
}
