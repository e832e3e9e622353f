import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import { isDatabaseAway } from '../db';
import { log } from '../platform/logger';

/** Gives each request a short id to tell on the phone, and logs what went wrong, without personal data. */
export const incidentHandle: Handle = async ({ event, resolve }) => {
  event.locals.incident = randomUUID().slice(0, 8).toUpperCase();
  event.locals.isDatabaseAway = false;
  const startedAt = performance.now();
  const response = await resolve(event);
  if (response.status >= 500) {
    log().warn('request.failed', {
      incident: event.locals.incident,
      method: event.request.method,
      path: event.route.id ?? event.url.pathname,
      status: response.status,
      durationMs: Math.round(performance.now() - startedAt)
    });
  }
  return response;
};

/** What a page says of something unexpected: never what it was, only its id. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: m.access_page_missing() };
  if (isDatabaseAway(error)) event.locals.isDatabaseAway = true;
  // below 500 it is what was sent that broke: anybody could fill the log with it
  else if (status >= 500) {
    log().error('request.broke', {
      incident: event.locals.incident,
      method: event.request.method,
      path: event.route.id ?? event.url.pathname,
      error
    });
  }
  return { message: m.access_page_broke(), incident: event.locals.incident };
};
