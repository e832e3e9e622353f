import { AID_NAME } from '$lib/aids/ui/aid-words';
import { amountWords, roundEuros } from '$lib/aids/ui/amount-words';
import { claimName } from '$lib/aids/ui/claim-lines';
import { nextStep, whatIsExpected, type NextStep } from '$lib/home';
import { CLOSING_WORDS, expectedWords, greetingWords, stepWords } from '$lib/home/ui/home-words';
import { dayAndMonth, fullDate, hourOf, m, nearDay, plural, quoted } from '$lib/i18n';
import { addMonths, dayInZone, wallClockIn } from '$lib/kernel';
import { termsWords } from '$lib/plans/ui/words';
import { RETENTION } from '$lib/privacy';
import type { Home } from '$lib/server/home';
import { CALL, LISTEN, PLANS, PROPOSE, QUESTIONS, THREAD, AIDS } from '../addresses';
import { askedRow } from '../asked-row';

/** All that her first page says; `isPutOff` leaves its step out for this once. */
export type HomeView = ReturnType<typeof homeView>;

/** Her first page in words. */
export function homeView(home: Home, isPutOff: boolean) {
  const { hour } = wallClockIn(home.at, home.timeZone);
  return {
    hello: greetingWords(home.firstName, hour),
    expected: expectedWords(whatIsExpected(home.facts), home.today, hour),
    over: overOf(home),
    isPutOff,
    step: isPutOff ? null : stepOf(home),
    person: personOf(home),
    mayAskForCall: home.mayAskForCall,
    debts: home.lines.map(askedRow),
    aids: aidsOf(home),
    reminders: home.reminders.map(claimName),
    words: newestWordsOf(home),
    signals: home.signalsInForce
      ? plural(
          home.signalsInForce,
          m.home_links_signals_one,
          m.home_links_signals_other
        )({ count: home.signalsInForce })
      : m.home_links_signals_none()
  };
}

const CERTAINTY = {
  sure: m.ui_certainty_sure,
  likely: m.ui_certainty_likely,
  'to-check': m.ui_certainty_to_check
};

/** The aids she could ask for, from the answers she saved: up to how much a month, and the first of them. */
function aidsOf({ leftToClaim }: Home) {
  if (leftToClaim === null) return null;
  return {
    sum: roundEuros(leftToClaim.monthly),
    first: leftToClaim.first.map((aid) => ({
      label: m.home_aids_one({
        aid: AID_NAME[aid.key](),
        certainty: CERTAINTY[aid.sureness]().toLowerCase()
      }),
      amount: amountWords(aid, 0).amount
    }))
  };
}

/** A case that is over: since when, why, and what stays and goes. */
function overOf({ over }: Home) {
  if (over === null) return null;
  return {
    title: m.home_over_title({ day: fullDate(over.since) }),
    lines: [
      CLOSING_WORDS[over.reason](),
      m.home_over_kept(),
      m.home_over_erased({ day: fullDate(addMonths(over.since, RETENTION.answers.keep.months)) })
    ]
  };
}

function stepOf(home: Home) {
  const step = nextStep(home.facts);
  if (step === null) return null;
  const terms = home.plan?.schedule ? termsWords(home.plan.terms, home.plan.schedule) : '';
  const words = stepWords(step, {
    referentFirstName: home.referent?.firstName ?? m.home_team(),
    unread: home.unread,
    terms
  });
  return {
    ...words,
    href: hrefOf(step, home),
    callHref: step === 'urgent_help' && home.mayAskForCall ? CALL : null
  };
}

function hrefOf(step: NextStep, home: Home): string {
  switch (step) {
    case 'urgent_help':
      return AIDS;
    case 'breathe':
      return LISTEN;
    case 'read_counter':
    case 'see_smaller':
      return `${PLANS}/${home.plan?.id ?? ''}`;
    case 'read_words':
      return THREAD;
    case 'resume_questions':
    case 'begin_questions':
      return QUESTIONS;
    case 'propose_rest':
      return `${PROPOSE}?mode=rest`;
    case 'propose':
      return PROPOSE;
  }
}

function personOf(home: Home) {
  const { referent, standIn, newestWords: words } = home;
  return {
    name: referent?.name ?? m.home_person_team(),
    isNamed: referent !== null,
    note: referent ? m.home_person_note() : m.home_person_team_note(),
    lines: [
      ...(standIn ? [m.home_person_stand_in({ name: standIn.name, day: dayAndMonth(standIn.untilOn) })] : []),
      ...(!referent && home.isBeingRouted ? [m.home_person_routed()] : []),
      ...(referent && words?.author === 'staff' ? [m.home_person_wrote(whenOf(home, words.sentAt))] : [])
    ]
  };
}

const LONGEST_EXCERPT = 180;

function newestWordsOf(home: Home) {
  const words = home.newestWords;
  if (!words) return null;
  const when = whenOf(home, words.sentAt);
  return {
    text: quoted(excerpt(words.body)),
    by:
      words.author === 'debtor'
        ? m.home_words_by_you(when)
        : m.home_words_by({ name: words.authorName, ...when })
  };
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= LONGEST_EXCERPT) return line;
  const cut = line.slice(0, LONGEST_EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_EXCERPT / 2))}…`;
}

function whenOf({ timeZone, today }: Home, sentAt: Date) {
  return { day: nearDay(dayInZone(sentAt, timeZone), today), hour: hourOf(sentAt, timeZone) };
}
