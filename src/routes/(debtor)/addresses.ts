import { m } from '$lib/i18n';

/** Her first page. */
export const HOME = '/accueil';
/** Her first page without its step, for this once. */
export const LATER = '/accueil?plus-tard';
/** What is asked of her. The word for it stays out of addresses: a history is read over a shoulder. */
export const ASKED = '/ce-qui-m-est-demande';
/** Her agreements. */
export const PLANS = '/mes-accords';
/** A new proposal. */
export const PROPOSE = '/mes-accords/nouveau';
/** The questions; goes on where she stopped. */
export const QUESTIONS = '/questionnaire';
/** Aids she may claim, and her claims. */
export const AIDS = '/mes-aides';
/** The conversation with her referent. */
export const THREAD = '/messages';
/** Where she asks to be called. */
export const CALL = '/messages#appel';
/** People who listen, day and night. */
export const LISTEN = '/aide';
/** "Ce n’est pas moi", "je l’aide", "je suis son tuteur": each leads somewhere real. */
export const OTHER_SITUATION = '/entrer/autre-situation';
/** The document that says how her case ended, once it did. */
export const CLOSING = '/fin-de-dossier';
/** Ends the session of this browser, by POST. */
export const SIGN_OUT = '/sortir';

/** The page of one line of what is asked. */
export function debtAddress(debtId: string): string {
  return `${ASKED}/${debtId}`;
}

/** The entries of the menu. */
export const MENU: readonly { href: string; label: string }[] = [
  { href: HOME, label: m.home_menu_home() },
  { href: ASKED, label: m.home_menu_asked() },
  { href: PLANS, label: m.home_menu_plans() },
  { href: AIDS, label: m.aids_page_title() },
  { href: THREAD, label: m.home_menu_messages() },
  { href: '/mes-signaux', label: m.home_menu_signals() },
  { href: '/mes-contacts', label: m.home_menu_contacts() },
  { href: '/mes-donnees', label: m.home_menu_data() },
  { href: '/mes-appareils', label: m.home_menu_devices() }
];
