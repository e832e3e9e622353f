import type { Handle } from '@sveltejs/kit';

/** Doors and everything behind them: kept by no cache. */
const PRIVATE = /^\/(\((access|debtor|staff)\)|avis)\//;

/** Whether pages of this route may be kept by no cache. */
export function isPrivateRoute(route: string | null): boolean {
  return PRIVATE.test(route ?? '');
}

/**
 * Sends pages that may not be kept without an etag, which is of use to a cache only. The framework hashes each page to
 * its last character for one, a twentieth of the processor time of her first page; there is no setting. So
 * the page is taken at the last step before that, and put back as it was. Stands outside of every handle that
 * changes pages, and inside of those that answer something else in their place.
 */
export const privatePageHandle: Handle = async ({ event, resolve }) => {
  if (!isPrivateRoute(event.route.id)) return resolve(event);
  let page = '';
  const response = await resolve(event, {
    transformPageChunk({ html }) {
      page += html;
      return '';
    }
  });
  if (page === '') return response;
  // what a page may still be waiting for comes after it, and then there is no etag
  const isWhole = response.headers.has('etag');
  const body = new TextEncoder().encode(isWhole ? page : page + (await response.text()));
  // what belongs to a request lives on for a while after it, and this is most of it
  page = '';
  const again = new Response(body, response);
  again.headers.delete('etag');
  again.headers.set('content-length', String(body.byteLength));
  return again;
};
