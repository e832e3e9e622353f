import { createHash } from 'node:crypto';
import { keepLawFresh } from '$lib/server/aids';
import { openToAll } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** What was published over the law the product was built with: the same for everyone, fresh within five minutes. */
export const GET: RequestHandler = async (event) => {
  openToAll(event);
  const body = JSON.stringify(await keepLawFresh());
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { 'cache-control': 'public, max-age=300', etag };
  if (event.request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } });
};
