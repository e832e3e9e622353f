import {
  addMonths,
  localDateFromParts,
  ok,
  partsOf,
  refused,
  type Cents,
  type LocalDate,
  type Result
} from '$lib/kernel';
import { moveBehind } from './move-behind';
import type { PaidTerms } from './proposal';
import type { Schedule } from './schedule';

/**
 * How many months of twelve she may pass by a gesture: a house choice. Beyond it one adapts. Whoever pays each week passes
 * as many instalments of such a month as she needs: a difficult month is told as one in which she pays nothing.
 */
export const JOKERS_IN_TWELVE_MONTHS = 3;

/** Why an instalment is not passed by a gesture. */
export type SkipRefusal =
  | { readonly code: 'no_instalment_that_day'; readonly dueOn: LocalDate }
  | { readonly code: 'already_skipped'; readonly dueOn: LocalDate; readonly movedToOn: LocalDate }
  | { readonly code: 'instalment_already_past'; readonly dueOn: LocalDate }
  | {
      readonly code: 'no_joker_left';
      readonly passedOn: readonly LocalDate[];
      readonly allowed: number;
      /** The first day of the month in which another may be passed. */
      readonly nextOn: LocalDate;
    };

/** Which instalment she passes, and those she passed before. */
export interface Skip {
  readonly dueOn: LocalDate;
  readonly today: LocalDate;
  readonly terms: PaidTerms;
  /** The days of the instalments of this plan that she passed. */
  readonly passedOn: readonly LocalDate[];
}

/**
 * "Je passe ce mois-ci": the instalment goes to the end of the plan, one step after the last, or is talked about then
 * when the plan would grow too long (`moveBehind`). No reason is asked, and the length of a plan is never a reason to
 * refuse the gesture. Passing the same one twice is refused with the day it was moved to, so that a repeated tap
 * changes nothing.
 */
export function skipInstalment(schedule: Schedule, skip: Skip): Result<Schedule, SkipRefusal> {
  const { dueOn, today } = skip;
  const moved = schedule.instalments.find((one) => one.movedFromOn === dueOn);
  if (moved) return refused({ code: 'already_skipped', dueOn, movedToOn: moved.dueOn });
  const skipped = schedule.instalments.find((one) => one.dueOn === dueOn);
  if (!skipped) return refused({ code: 'no_instalment_that_day', dueOn });
  if (dueOn < today) return refused({ code: 'instalment_already_past', dueOn });
  const left = checkJokers(skip.passedOn, dueOn, today);
  if (!left.ok) return left;
  return ok(moveBehind(schedule, skipped, skip.terms));
}

/** What passing the next instalment would change, told before the gesture. */
export interface SkipOffer {
  readonly dueOn: LocalDate;
  readonly amountCents: Cents;
  /** Null: the plan would grow too long, so that this sum is talked about at its end. */
  readonly movesToOn: LocalDate | null;
  /** How many other months of twelve may be passed afterwards. */
  readonly leftAfter: number;
  /** With none left: the first day of the month in which another may be. */
  readonly nextOn: LocalDate | null;
}

/** What passing the next instalment would change, or why it cannot be passed; null when none is ahead. */
export function offerSkip(
  schedule: Schedule,
  { today, terms, passedOn }: Omit<Skip, 'dueOn'>
): Result<SkipOffer, SkipRefusal> | null {
  const next = schedule.instalments.find(({ dueOn }) => dueOn >= today);
  if (!next) return null;
  const after = skipInstalment(schedule, { dueOn: next.dueOn, today, terms, passedOn });
  if (!after.ok) return after;
  const passedThen = [...passedOn, next.dueOn];
  const leftAfter = monthsLeft(passedThen, today);
  return ok({
    dueOn: next.dueOn,
    amountCents: next.amountCents,
    movesToOn: dayMovedTo(after.value, next.dueOn),
    leftAfter,
    nextOn: leftAfter === 0 ? freedOn(passedThen, today) : null
  });
}

/** The day the instalment of a day was moved to; null when it has none, or was not moved. */
export function dayMovedTo({ instalments }: Schedule, dueOn: LocalDate): LocalDate | null {
  return instalments.find(({ movedFromOn }) => movedFromOn === dueOn)?.dueOn ?? null;
}

/** How many months of twelve may still be passed on a day, beside those of these instalments. */
export function monthsLeft(passedOn: readonly LocalDate[], today: LocalDate): number {
  return Math.max(0, JOKERS_IN_TWELVE_MONTHS - monthsPassed(passedOn, today).length);
}

function checkJokers(
  passedOn: readonly LocalDate[],
  dueOn: LocalDate,
  today: LocalDate
): Result<null, SkipRefusal> {
  const isPassedAlready = monthsPassed(passedOn, today).includes(firstOf(dueOn));
  if (isPassedAlready || monthsLeft(passedOn, today) > 0) return ok(null);
  const nextOn = freedOn(passedOn, today);
  return refused({ code: 'no_joker_left', passedOn, allowed: JOKERS_IN_TWELVE_MONTHS, nextOn });
}

/** With all months taken: when the one that frees the next is twelve months old. */
function freedOn(passedOn: readonly LocalDate[], today: LocalDate): LocalDate {
  const freed = monthsPassed(passedOn, today).at(-JOKERS_IN_TWELVE_MONTHS);
  if (freed === undefined) throw new Error('A month may still be passed');
  return addMonths(freed, 12);
}

/** The months of these instalments that are not twelve months old, by their first day, in order. */
function monthsPassed(passedOn: readonly LocalDate[], today: LocalDate): LocalDate[] {
  return [...new Set(passedOn.map(firstOf))].sort().filter((month) => addMonths(month, 12) > today);
}

function firstOf(day: LocalDate): LocalDate {
  const { year, month } = partsOf(day);
  const first = localDateFromParts(year, month, 1);
  if (first === null) throw new Error(`Not a day: ${day}`);
  return first;
}
