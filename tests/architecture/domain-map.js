/**
 * The map of the product: each domain, and the other domains it may know, through their index.ts only.
 * A domain lists only domains that stand above it, so the graph cannot have a cycle; a test checks that.
 * Lint (eslint.config.js) and tests/architecture read this one file.
 */
export const MAY_KNOW = {
  access: [],
  cases: [],
  questionnaire: ['cases'],
  budget: ['questionnaire'],
  plans: ['cases', 'questionnaire', 'budget', 'contact-policy', 'messaging'],
  // cases: her own day, for the dates of a claim; contact-policy: the one message to people who gain
  aids: ['cases', 'questionnaire', 'budget', 'contact-policy'],
  'contact-policy': ['cases', 'questionnaire'],
  messaging: ['cases', 'contact-policy'],
  requests: ['cases', 'contact-policy', 'messaging'],
  // the debtor's door: what stands between access, which knows nobody, and the person of a case
  entry: ['access', 'cases', 'contact-policy', 'messaging'],
  surveys: ['cases', 'contact-policy', 'messaging'],
  privacy: ['cases', 'questionnaire', 'plans', 'aids', 'contact-policy', 'messaging'],
  // the person's own frame and first page: composes what she sees at a glance; nobody imports it
  home: ['cases', 'questionnaire', 'plans', 'aids', 'contact-policy', 'messaging'],
  backoffice: [
    'access',
    'cases',
    'questionnaire',
    'budget',
    'plans',
    'aids',
    'contact-policy',
    'messaging',
    'requests',
    'entry',
    'surveys',
    'privacy'
  ]
};
