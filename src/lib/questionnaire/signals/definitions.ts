import { addDays, addMonths, type LocalDate } from '$lib/kernel';
import type { SignalEnd, SimpleEffect } from './signal';
import type { SignalKind } from './signal-kind';

/** How long a signal holds after the answer that raised it. */
export type Lasting =
  | { readonly unit: 'days' | 'months'; readonly count: number }
  | { readonly unit: Exclude<SignalEnd['kind'], 'on'> };

/** A signal's fixed part. */
export interface SignalDefinition {
  readonly effects: readonly SimpleEffect[];
  readonly lasts: Lasting;
  /** Working days within which the referent owes words to the person. */
  readonly wordsWithinWorkingDays: number;
  /** Why that delay, for whoever edits it. */
  readonly wordsReason: string;
}

const TWO_DAYS = {
  wordsWithinWorkingDays: 2,
  wordsReason: 'Time to read her answers and to look up what is offered, without letting silence settle.'
};
const nextDay = (wordsReason: string) => ({ wordsWithinWorkingDays: 1, wordsReason });

/** What each signal changes, how long, and when words are owed. House rules of 2026-11-21. */
export const SIGNAL_DEFINITIONS: Readonly<Record<SignalKind, SignalDefinition>> = {
  // L. 722-2 and L. 722-5 C. conso.: payments of earlier debts are suspended from the receivable decision on
  arret_bdf: {
    effects: ['payment_asks_stop', 'referent_confirms', 'confirmation_letter'],
    lasts: { unit: 'until_person_or_bank_says' },
    ...TWO_DAYS
  },
  urgent_vital: {
    effects: ['aids_first', 'rest_offered', 'call_back_offered', 'payment_page_not_first'],
    lasts: { unit: 'days', count: 30 },
    ...nextDay('Food, heat or care is missing this month: an urgent aid takes days to come.')
  },
  securite: {
    effects: ['safe_contact_mode', 'no_mail_home', 'no_joint_contact', 'violence_help_shown'],
    lasts: { unit: 'asked_again_on_return' },
    ...nextDay('A contact sent the usual way may put her in danger: a person checks the safe way at once.')
  },
  detresse: {
    effects: ['care_page_shown'],
    lasts: { unit: 'days', count: 7 },
    ...nextDay('She agreed that a person knows: that person answers before anything else.')
  },
  // R. 312-4-3 CMF: five incidents in a month, or repeated over three months; fees capped at 25 € a month
  banque: {
    effects: ['fee_cap_explained', 'bank_letter_offered'],
    lasts: { unit: 'months', count: 3 },
    ...TWO_DAYS
  },
  marge_nulle: {
    effects: ['no_payment_nudges'],
    lasts: { unit: 'months', count: 3 },
    ...TWO_DAYS
  },
  evenement: {
    effects: ['slower_pace', 'one_task_at_a_time'],
    lasts: { unit: 'months', count: 6 },
    ...TWO_DAYS
  },
  besoin: { effects: [], lasts: { unit: 'until_changed' }, ...TWO_DAYS },
  dettes_dabord: {
    effects: ['other_debts_first', 'budget_advice_offered'],
    lasts: { unit: 'months', count: 3 },
    ...TWO_DAYS
  }
};

/** Days without any contact of ours after "c’est trop". */
export const DISTRESS_PAUSE_DAYS = 7;

/** Days without contact after a bereavement or a health event: the default contact policy, 2026-11. */
export const EVENT_PAUSE_DAYS = 30;

/** When a signal of this kind ends, raised by an answer of this day. */
export function endOf(kind: SignalKind, answeredOn: LocalDate): SignalEnd {
  const { lasts } = SIGNAL_DEFINITIONS[kind];
  if (lasts.unit === 'days') return { kind: 'on', day: addDays(answeredOn, lasts.count) };
  if (lasts.unit === 'months') return { kind: 'on', day: addMonths(answeredOn, lasts.count) };
  return { kind: lasts.unit };
}

/**
 * Whether an answer of that day no longer carries its signal by itself on this day, so that giving the same
 * answer again is a new answer.
 */
export function mayBeRenewed(kind: SignalKind, answeredOn: LocalDate, today: LocalDate): boolean {
  const end = endOf(kind, answeredOn);
  if (end.kind === 'on') return today > end.day;
  return end.kind === 'asked_again_on_return' && today > answeredOn;
}

/**
 * The day by which the referent owes words: that many working days after the signal was raised. Holidays
 * depend on the place, so the caller says which days are worked.
 */
export function wordsDueOn(
  kind: SignalKind,
  raisedOn: LocalDate,
  isWorkingDay: (day: LocalDate) => boolean
): LocalDate {
  let day = raisedOn;
  let left = SIGNAL_DEFINITIONS[kind].wordsWithinWorkingDays;
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
