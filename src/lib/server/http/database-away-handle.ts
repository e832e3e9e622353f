import type { Handle, RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import { isDatabaseAway } from '../db';
import { log } from '../platform/logger';
import { plainPage } from './plain-page';

const RETRY_AFTER_S = 10;
/** Longer than the slowest statement may take: past it nothing is coming any more. */
const ANSWER_WITHIN_MS = 15_000;

/**
 * Answers 503 with Retry-After while the database is away, and says so calmly; the next request tries again, so the
 * site comes back by itself.
 */
export const databaseAwayHandle: Handle = async ({ event, resolve }) => {
  try {
    const response = await inTime(event, Promise.resolve(resolve(event)));
    if (response === null) return awayAnswer(event);
    return event.locals.isDatabaseAway ? awayAnswer(event) : response;
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return awayAnswer(event);
  }
};

/**
 * The answer, or null when there is none in time: a database that froze, or a network that swallows everything, says
 * nothing at all. Files on their way in may take their time.
 */
async function inTime({ request }: RequestEvent, answer: Promise<Response>): Promise<Response | null> {
  if (request.headers.get('content-type')?.startsWith('multipart/')) return answer;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ANSWER_WITHIN_MS);
  });
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}

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
