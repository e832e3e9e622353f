import type { Handle } from '@sveltejs/kit';
import { m } from '$lib/i18n';

/** What the server in front takes (BODY_SIZE_LIMIT's default): beyond it, reading would only break in the middle. */
export const MAX_BODY_BYTES = 512 * 1024;

/** Answers 413 to a body announced as too large, before a byte of it is read. */
export const bodySizeHandle: Handle = ({ event, resolve }) => {
  const length = Number(event.request.headers.get('content-length') ?? 0);
  if (length <= MAX_BODY_BYTES) return resolve(event);
  return new Response(m.access_body_too_large(), {
    status: 413,
    headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }
  });
};
