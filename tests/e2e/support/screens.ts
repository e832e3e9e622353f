import type { Page } from '@playwright/test';

/** A screen to take a picture of. */
export interface Screen {
  readonly name: string;
  /** Where it begins. */
  readonly path: string;
  /** What else to do to be there: follow a link whose address nobody knows beforehand. */
  readonly reach?: (page: Page) => Promise<void>;
  readonly isInReadme?: boolean;
}

const follow = (selector: string) => async (page: Page) => {
  const link = page.locator(selector).first();
  if ((await link.count()) === 0) return;
  const href = await link.getAttribute('href');
  if (href) await page.goto(new URL(href, page.url()).href);
};

/** Pages anyone may read, and the doors. */
export const PUBLIC_SCREENS: readonly Screen[] = [
  { name: 'first', path: '/' },
  { name: 'enter', path: '/entrer' },
  { name: 'is-it-us', path: '/entrer/est-ce-bien-nous' },
  { name: 'other-situation', path: '/entrer/autre-situation' },
  { name: 'help', path: '/aide' },
  { name: 'rights', path: '/vos-droits' },
  { name: 'data', path: '/vos-donnees' },
  { name: 'legal', path: '/mentions-legales' },
  { name: 'accessibility', path: '/accessibilite' },
  { name: 'said-and-done', path: '/vous-l-avez-dit' },
  { name: 'aids', path: '/aides' },
  { name: 'desk-door', path: '/bureau/connexion' },
  { name: 'offline', path: '/hors-ligne' },
  { name: 'nothing-here', path: '/cette-page-n-existe-pas' }
];

/** The person's own screens. */
export const DEBTOR_SCREENS: readonly Screen[] = [
  { name: 'home', path: '/accueil', isInReadme: true },
  { name: 'questions-start', path: '/questionnaire' },
  { name: 'question', path: '/questionnaire/vous-et-nous/besoin', isInReadme: true },
  { name: 'question-several', path: '/questionnaire/vous-et-nous/echanges' },
  { name: 'question-change', path: '/questionnaire/reperes/changement' },
  { name: 'question-household', path: '/questionnaire/reperes/foyer' },
  { name: 'answers', path: '/questionnaire/reponses' },
  { name: 'done', path: '/questionnaire/termine' },
  { name: 'asked', path: '/ce-qui-m-est-demande' },
  { name: 'card', path: '/ce-qui-m-est-demande', reach: follow('main a[href*="/ce-qui-m-est-demande/"]') },
  { name: 'proposals', path: '/mes-accords' },
  { name: 'propose', path: '/mes-accords/nouveau' },
  {
    name: 'proposal',
    path: '/mes-accords',
    reach: follow('main a[href*="/mes-accords/"]:not([href*="nouveau"])')
  },
  { name: 'messages', path: '/messages' },
  { name: 'signals', path: '/mes-signaux' },
  { name: 'contacts', path: '/mes-contacts' },
  { name: 'data', path: '/mes-donnees' },
  { name: 'devices', path: '/mes-appareils' },
  { name: 'aids', path: '/mes-aides' }
];

const ofFirstCase = (place: string) => async (page: Page) => {
  await follow('main a[href*="/bureau/dossiers/"]')(page);
  if (place) await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}/${place}`);
};

/** The desk, by who sees it. */
export const DESK_SCREENS: readonly (Screen & { readonly who: 'referent' | 'supervisor' })[] = [
  { who: 'referent', name: 'day', path: '/bureau/ma-journee', isInReadme: true },
  { who: 'referent', name: 'cases', path: '/bureau/dossiers' },
  { who: 'referent', name: 'case', path: '/bureau/ma-journee', reach: ofFirstCase('') },
  { who: 'referent', name: 'case-signals', path: '/bureau/ma-journee', reach: ofFirstCase('signaux') },
  { who: 'referent', name: 'case-sums', path: '/bureau/ma-journee', reach: ofFirstCase('sommes') },
  { who: 'referent', name: 'case-plan', path: '/bureau/ma-journee', reach: ofFirstCase('accord') },
  { who: 'referent', name: 'case-answers', path: '/bureau/ma-journee', reach: ofFirstCase('reponses') },
  { who: 'referent', name: 'case-contacts', path: '/bureau/ma-journee', reach: ofFirstCase('contacts') },
  { who: 'referent', name: 'case-follow-up', path: '/bureau/ma-journee', reach: ofFirstCase('suivi') },
  { who: 'referent', name: 'case-as-she', path: '/bureau/ma-journee', reach: ofFirstCase('comme-elle') },
  { who: 'referent', name: 'account', path: '/bureau/compte' },
  { who: 'supervisor', name: 'team', path: '/bureau/equipe' },
  { who: 'supervisor', name: 'figures', path: '/bureau/chiffres' },
  { who: 'supervisor', name: 'said-and-done', path: '/bureau/chiffres/dit-et-fait' },
  { who: 'supervisor', name: 'post', path: '/bureau/courrier' },
  { who: 'supervisor', name: 'import', path: '/bureau/import' },
  { who: 'supervisor', name: 'law-watch', path: '/bureau/veille' },
  { who: 'supervisor', name: 'law-watch-rights', path: '/bureau/veille/aides' },
  { who: 'supervisor', name: 'law-watch-changes', path: '/bureau/veille/changements' },
  { who: 'supervisor', name: 'law-watch-parameter', path: '/bureau/veille/parametre/rsa_base' }
];
