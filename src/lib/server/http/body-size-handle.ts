import type { Handle } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import { MAX_BODY_BYTES, MAX_UPLOAD_BYTES } from '../platform/body-limits';

/** The one page that takes large files; it reads them as a stream. */
const UPLOAD_ROUTE = '/(staff)/bureau/import';

/**
 * Answers 413 to a body announced as too large, before a byte of it is read, and 411 to one that does not announce
 * its size: the server itself lets large files through, for the one page that takes them.
 */
export const bodySizeHandle: Handle = ({ event, resolve }) => {
  const { headers } = event.request;
  const limit = event.route.id === UPLOAD_ROUTE ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES;
  const announced = headers.get('content-length');
  if (announced === null && headers.has('transfer-encoding')) return refuse(411);
  return Number(announced ?? 0) <= limit ? resolve(event) : refuse(413);
};

function refuse(status: 411 | 413): Response {
  return new Response(m.access_body_too_large(), {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }
  });
}
