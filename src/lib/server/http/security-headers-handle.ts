import type { Handle } from '@sveltejs/kit';
import { STRICT_TRANSPORT } from '../platform/strict-transport';
import { isPrivateRoute } from './private-page-handle';

const ALWAYS: Readonly<Record<string, string>> = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()'
};

/** The headers of every answer. The content policy comes from svelte.config.js. */
export const securityHeadersHandle: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const headers = writable(response);
  for (const [name, value] of Object.entries(ALWAYS)) headers.headers.set(name, value);
  if (event.url.protocol === 'https:') {
    headers.headers.set('strict-transport-security', STRICT_TRANSPORT);
  }
  if (event.locals.actor || isPrivateRoute(event.route.id)) {
    headers.headers.set('cache-control', 'no-store');
    // what is behind a session no search engine can reach; what it can reach, it is told to leave alone
    if (!event.locals.actor) headers.headers.set('x-robots-tag', 'noindex, nofollow');
  }
  return headers;
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
