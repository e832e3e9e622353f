import { chosen, type Answers } from '../answers';
import type { ChoiceOf } from '../choices';
import type { Signal } from './signal';
import type { SignalKind } from './signal-kind';

/** What a person needs, most pressing first. The worklist is sorted by this, then by promise; never by amount. */
export const NEEDS_BY_RANK = [
  'vital_urgency',
  'safety',
  'distress',
  'surendettement',
  'rest',
  'be_heard',
  'understand',
  'contest',
  'priorities',
  'aids',
  'bank_fees',
  'smaller_plan',
  'pace',
  'adaptation',
  'none'
] as const;

/** One need's code. */
export type NeedCode = (typeof NEEDS_BY_RANK)[number];

const FROM_SIGNAL: Readonly<Record<SignalKind, NeedCode>> = {
  urgent_vital: 'vital_urgency',
  securite: 'safety',
  detresse: 'distress',
  arret_bdf: 'surendettement',
  // with nothing to spare, what helps is a rest, not a smaller sum
  marge_nulle: 'rest',
  dettes_dabord: 'priorities',
  banque: 'bank_fees',
  evenement: 'pace',
  besoin: 'adaptation'
};

const FROM_FIRST_NEED: Readonly<Record<ChoiceOf<'first_need'>, NeedCode>> = {
  postpone: 'rest',
  be_heard: 'be_heard',
  understand: 'understand',
  contest: 'contest',
  aids: 'aids',
  pay_smaller: 'smaller_plan'
};

/** The rank of a need, from 1: the smaller, the sooner. `none` has the schema's default, 100. */
export function needRank(need: NeedCode): number {
  return need === 'none' ? 100 : NEEDS_BY_RANK.indexOf(need) + 1;
}

/** All her needs, most pressing first, from the signals in force staff may know and what she asked for first. */
export function needsOf(signals: readonly Signal[], answers: Answers): readonly NeedCode[] {
  const known = signals.filter((signal) => signal.staffMayKnow);
  const needs = [
    ...known.map((signal) => FROM_SIGNAL[signal.kind]),
    ...chosen(answers, 'first_need').map((choice) => FROM_FIRST_NEED[choice])
  ];
  return [...new Set(needs)].sort((one, other) => needRank(one) - needRank(other));
}

/** Her most pressing need: what the worklist shows and sorts by. */
export function needOf(signals: readonly Signal[], answers: Answers): NeedCode {
  return needsOf(signals, answers)[0] ?? 'none';
}
