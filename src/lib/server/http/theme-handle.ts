import type { Cookies, Handle } from '@sveltejs/kit';

/** What the person chose: her phone's own theme, day, or night. */
export type Theme = 'auto' | 'day' | 'night';

const COOKIE = 'affichage';
const ONE_YEAR_S = 365 * 24 * 3600;

/** The theme a text names; `auto` for anything unknown, so that a damaged cookie never breaks a page. */
export function parseTheme(text: unknown): Theme {
  return text === 'day' || text === 'night' ? text : 'auto';
}

/** The theme chosen on this device. */
export function readTheme(cookies: Pick<Cookies, 'get'>): Theme {
  return parseTheme(cookies.get(COOKIE));
}

/** Keeps the choice on this device for a year; `auto` forgets it. The cookie says nothing about the person. */
export function keepTheme(cookies: Pick<Cookies, 'set' | 'delete'>, theme: Theme): void {
  if (theme === 'auto') cookies.delete(COOKIE, { path: '/' });
  else cookies.set(COOKIE, theme, { path: '/', maxAge: ONE_YEAR_S, httpOnly: true, sameSite: 'lax' });
}

/**
 * Where to go back after changing the theme: a path of this site, or the first page. Anything that a browser
 * could read as another site (`//x`, `/\x`, a full address) is refused.
 */
export function pathOfThisSite(text: unknown): string {
  return typeof text === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : '/';
}

/** What `app.html` says of the theme. */
const WRITTEN = 'data-theme="auto"';

/**
 * Writes the chosen theme on the root element, so that the very first byte has the right colours. Nearly everybody
 * leaves it to the phone, as the page says already: then it goes out as it is, without being copied.
 */
export const themeHandle: Handle = ({ event, resolve }) => {
  const theme = readTheme(event.cookies);
  if (theme === 'auto') return resolve(event);
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace(WRITTEN, `data-theme="${theme}"`)
  });
};
