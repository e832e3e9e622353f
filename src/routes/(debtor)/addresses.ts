import { m } from '$lib/i18n';

/** Her first page. */
export const HOME = '/accueil';
/** The conversation with her referent. */
export const THREAD = '/messages';
/** Ends the session of this browser, by POST. */
export const SIGN_OUT = '/sortir';

/** The entries of the menu. */
export const MENU: readonly { href: string; label: string }[] = [
  { href: HOME, label: m.home_menu_home() },
  { href: '/mes-dettes', label: m.home_menu_asked() },
  { href: '/mes-accords', label: m.home_menu_plans() },
  { href: THREAD, label: m.home_menu_messages() },
  { href: '/mes-signaux', label: m.home_menu_signals() },
  { href: '/mes-contacts', label: m.home_menu_contacts() },
  { href: '/mes-donnees', label: m.home_menu_data() },
  { href: '/mes-appareils', label: m.home_menu_devices() }
];
