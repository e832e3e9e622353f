import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';

const FRESH_S = 300;
const TAG_LENGTH = 22;

/** Answers JSON that is the same for everyone, fresh within five minutes; 304 when the browser has it already. */
export function taggedJson({ request }: Pick<RequestEvent, 'request'>, value: unknown): Response {
  const body = JSON.stringify(value);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, TAG_LENGTH)}"`;
  const headers = { 'cache-control': `public, max-age=${FRESH_S}`, etag };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } });
}
