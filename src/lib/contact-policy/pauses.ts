import { addDays, type LocalDate } from '$lib/kernel';
import type { ContactPolicy } from './contact-policy';
import type { PolicyNumber } from './policy-numbers';

/** Why contacts rest. `health` says nothing more: the reason is never stored. */
export type PauseReason =
  | 'dispute'
  | 'proposal_pending'
  | 'debt_adviser'
  | 'surendettement_filed'
  | 'surendettement_recevable'
  | 'bereavement'
  | 'health'
  | 'distress'
  | 'identity_problem'
  | 'asked_by_person';

/** A time of silence. */
export interface Pause {
  readonly reason: PauseReason;
  readonly startsOn: LocalDate;
  /** The first day contacts may resume; null when it lasts until somebody ends it. */
  readonly endsOn: LocalDate | null;
  /**
   * The day it was ended before its time or, without an end, at last: the creditor answered the dispute in writing,
   * the proposal was answered, she took it back herself. Null while it runs.
   */
  readonly liftedOn: LocalDate | null;
}

/**
 * How many days of silence she may ask for at once, without a reason. The longest is the silence of a refusal of every
 * channel (house choice, after C. conso. D223-9).
 */
export const ASKED_PAUSE_DAYS = [14, 30, 60] as const;

/** One of the lengths she may choose. */
export type AskedPauseDays = (typeof ASKED_PAUSE_DAYS)[number];

const LENGTH: Partial<Record<PauseReason, PolicyNumber>> = {
  debt_adviser: 'debtAdviserPauseDays',
  surendettement_filed: 'surendettementFiledPauseDays',
  bereavement: 'bereavementPauseDays',
  health: 'healthPauseDays',
  distress: 'distressPauseDays'
};

/**
 * A new pause that starts on this day. Its end comes from the policy; a dispute, a pending proposal, an accepted
 * surendettement file and an identity problem have none. A pause the person asks for takes `untilOn`, her choice.
 */
export function openPause(
  reason: PauseReason,
  startsOn: LocalDate,
  policy: ContactPolicy,
  untilOn: LocalDate | null = null
): Pause {
  const length = LENGTH[reason];
  const endsOn = length ? addDays(startsOn, policy.numbers[length]) : untilOn;
  return { reason, startsOn, endsOn, liftedOn: null };
}

/**
 * The pause prolonged once more, by the same number of days, from its end or from today when the end has passed.
 * A pause without an end stays as it is.
 */
export function prolongPause(pause: Pause, today: LocalDate, policy: ContactPolicy): Pause {
  const length = LENGTH[pause.reason];
  if (!length || pause.endsOn === null) return pause;
  const from = pause.endsOn > today ? pause.endsOn : today;
  return { ...pause, endsOn: addDays(from, policy.numbers[length]), liftedOn: null };
}

/**
 * The first day contacts may resume after this pause; null while nobody knows. A dispute lasts thirty days at least
 * even when the creditor answers sooner.
 */
export function pauseResumesOn(pause: Pause, policy: ContactPolicy): LocalDate | null {
  const ends = [pause.endsOn, pause.liftedOn].filter((day) => day !== null).sort();
  const first = ends[0] ?? null;
  if (pause.reason !== 'dispute' || first === null) return first;
  const earliest = addDays(pause.startsOn, policy.numbers.disputePauseDays);
  return first > earliest ? first : earliest;
}

/** The pause that holds contacts on this day, the one that ends last; null when none does. */
export function activePause(
  pauses: readonly Pause[],
  day: LocalDate,
  policy: ContactPolicy
): { pause: Pause; resumesOn: LocalDate | null } | null {
  const running = pauses
    .map((pause) => ({ pause, resumesOn: pauseResumesOn(pause, policy) }))
    .filter(({ pause, resumesOn }) => pause.startsOn <= day && (resumesOn === null || day < resumesOn));
  return running.sort((a, b) => endRank(b.resumesOn).localeCompare(endRank(a.resumesOn)))[0] ?? null;
}

function endRank(day: LocalDate | null): string {
  return day ?? '9999-99-99';
}
