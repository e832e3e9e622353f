import type { Handle } from '@sveltejs/kit';
import { isPrivateRoute } from './private-page';

/**
 * What keeps an answer out of caches and search engines. Headers of every answer are set by the web server
 * (src/bin/start/http-server.ts), since files need them too; the content policy comes from svelte.config.js.
 */
export const noStoreHandle: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  if (!event.locals.actor && !isPrivateRoute(event.route.id)) return response;
  const answer = writable(response);
  answer.headers.set('cache-control', 'no-store');
  // what is behind a session no search engine can reach; what it can reach, it is told to leave alone
  if (!event.locals.actor) answer.headers.set('x-robots-tag', 'noindex, nofollow');
  return answer;
};

/** Some answers (redirects of the platform) come with headers that cannot be written. */
function writable(response: Response): Response {
  try {
    response.headers.delete('x-probe');
    return response;
  } catch {
    return new Response(response.body, response);
  }
}
