/**
 * The seventeen questions and their follow-up, as data. Adapted from practice described by the FCA (FG21/1,
 * March 2025 review), the Money Advice Trust and R. 312-4-3 CMF (bank fragility), read 2026-11-21.
 */
import { QUESTION_IDS, states, type LeftOut, type Question, type QuestionId } from './question';

const CONTESTED: LeftOut = { when: states('first_need', 'contest'), because: 'contested' };
// Payments of earlier debts are suspended once the file is receivable (L. 722-2, L. 722-5 C. conso.).
const PAYMENTS_STOP: LeftOut = {
  when: states('overindebtedness_file', 'receivable', 'plan_running'),
  because: 'payments_stop'
};
const ONLY_TO_TALK: LeftOut = {
  when: states('first_need', 'understand', 'be_heard'),
  because: 'not_for_this_need'
};

const PLAIN = {
  sensitivity: 'ordinary',
  seenBy: 'team',
  quickExit: false,
  interruption: null,
  feeds: null,
  askedOnlyWhen: null,
  leftOut: [],
  hiddenWhen: [],
  isFollowUp: false
} as const;

const SPECIAL = { ...PLAIN, sensitivity: 'special', seenBy: 'referent', quickExit: true } as const;

/** Every question by its id. */
export const QUESTIONS: { readonly [Q in QuestionId]: Question & { readonly id: Q } } = {
  first_need: {
    ...PLAIN,
    id: 'first_need',
    slug: 'besoin',
    section: 'exchanges',
    kind: 'one_choice'
  },
  channel: {
    ...PLAIN,
    id: 'channel',
    slug: 'echanges',
    section: 'exchanges',
    kind: 'several_choices'
  },
  times: {
    ...PLAIN,
    id: 'times',
    slug: 'moments',
    section: 'exchanges',
    kind: 'times',
    // written messages wait for her; only a voice needs an hour
    askedOnlyWhen: states('channel', 'phone', 'helper')
  },
  overindebtedness_file: {
    ...PLAIN,
    id: 'overindebtedness_file',
    slug: 'demarches',
    section: 'situation',
    kind: 'one_choice',
    feeds: 'arret_bdf'
  },
  recent_change: {
    ...SPECIAL,
    id: 'recent_change',
    slug: 'changement',
    section: 'situation',
    kind: 'one_choice',
    feeds: 'evenement',
    leftOut: [CONTESTED]
  },
  household: {
    ...PLAIN,
    id: 'household',
    slug: 'foyer',
    section: 'situation',
    kind: 'household',
    leftOut: [CONTESTED, PAYMENTS_STOP, ONLY_TO_TALK]
  },
  income_sources: {
    ...PLAIN,
    id: 'income_sources',
    slug: 'ressources',
    section: 'situation',
    kind: 'several_choices',
    // a disability allowance or sick pay speaks of health
    sensitivity: 'special',
    leftOut: [CONTESTED, PAYMENTS_STOP, ONLY_TO_TALK]
  },
  rejected_payments: {
    ...PLAIN,
    id: 'rejected_payments',
    slug: 'trois-mois',
    section: 'month',
    kind: 'one_choice',
    feeds: 'banque',
    leftOut: [CONTESTED, PAYMENTS_STOP, ONLY_TO_TALK]
  },
  card_withdrawn: {
    ...PLAIN,
    id: 'card_withdrawn',
    slug: 'carte',
    section: 'month',
    kind: 'one_choice',
    feeds: 'banque',
    leftOut: [
      CONTESTED,
      PAYMENTS_STOP,
      ONLY_TO_TALK,
      // five rejected payments already open the right to capped fees
      { when: states('rejected_payments', 'five_or_more'), because: 'already_known' }
    ]
  },
  left_over: {
    ...PLAIN,
    id: 'left_over',
    slug: 'fin-de-mois',
    section: 'month',
    kind: 'left_over',
    feeds: 'marge_nulle',
    leftOut: [CONTESTED, PAYMENTS_STOP]
  },
  going_without: {
    ...SPECIAL,
    id: 'going_without',
    slug: 'ce-mois-ci',
    section: 'month',
    kind: 'one_choice',
    feeds: 'urgent_vital',
    leftOut: [CONTESTED]
  },
  unexpected_expense: {
    ...PLAIN,
    id: 'unexpected_expense',
    slug: 'imprevu',
    section: 'month',
    kind: 'one_choice',
    leftOut: [
      CONTESTED,
      PAYMENTS_STOP,
      ONLY_TO_TALK,
      { when: states('first_need', 'aids'), because: 'not_for_this_need' },
      // who has nothing left has answered already
      { when: states('left_over', 'nothing'), because: 'already_known' }
    ]
  },
  other_urgent: {
    ...PLAIN,
    id: 'other_urgent',
    slug: 'priorites',
    section: 'month',
    kind: 'several_choices',
    feeds: 'dettes_dabord',
    leftOut: [CONTESTED, PAYMENTS_STOP]
  },
  exchange_needs: {
    ...SPECIAL,
    id: 'exchange_needs',
    slug: 'confort',
    section: 'support',
    kind: 'several_choices',
    // a stand-in and an adviser must apply them too
    seenBy: 'team',
    feeds: 'besoin'
  },
  money_control: {
    ...SPECIAL,
    id: 'money_control',
    slug: 'autour-de-vous',
    section: 'support',
    kind: 'one_choice',
    interruption: 'quick_exit',
    feeds: 'securite',
    hiddenWhen: [states('channel', 'helper'), states('exchange_needs', 'companion')]
  },
  anything_else: {
    ...SPECIAL,
    id: 'anything_else',
    slug: 'autre-chose',
    section: 'support',
    kind: 'free_text'
  },
  feeling: {
    ...SPECIAL,
    id: 'feeling',
    slug: 'aujourdhui',
    section: 'support',
    kind: 'one_choice',
    seenBy: 'nobody_without_consent',
    feeds: 'detresse'
  },
  tell_referent: {
    ...SPECIAL,
    id: 'tell_referent',
    slug: 'ensuite',
    section: 'support',
    kind: 'one_choice',
    seenBy: 'nobody_without_consent',
    interruption: 'care',
    askedOnlyWhen: states('feeling', 'too_much'),
    isFollowUp: true
  }
};

/** The questions in the order they are asked. */
export const QUESTIONS_IN_ORDER: readonly Question[] = QUESTION_IDS.map((id) => QUESTIONS[id]);
