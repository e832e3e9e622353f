import { readTheme } from '$lib/server/http/theme-handle';
import type { LayoutServerLoad } from './$types';

/** What every page needs before anything else: the theme, to show the choice that is in force. */
export const load: LayoutServerLoad = ({ cookies }) => ({ theme: readTheme(cookies) });
