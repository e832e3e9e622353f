import { openToAll } from '$lib/server/http';
import { readTheme } from '$lib/server/http/theme-handle';
import type { LayoutServerLoad } from './$types';

/** What every page needs before anything else: the theme, to show the choice that is in force. */
export const load: LayoutServerLoad = (event) => {
  openToAll(event);
  return { theme: readTheme(event.cookies) };
};
