import { addMonths, ok, refused, type Cents, type LocalDate, type Result } from '$lib/kernel';
import { moveBehind } from './move-behind';
import type { PaidTerms } from './proposal';
import type { Schedule } from './schedule';

/** How many times in twelve months she may pass a month by a gesture: a house choice. Beyond it one adapts. */
export const JOKERS_IN_TWELVE_MONTHS = 3;

/** Why an instalment is not passed by a gesture. */
export type SkipRefusal =
  | { readonly code: 'no_instalment_that_day'; readonly dueOn: LocalDate }
  | { readonly code: 'already_skipped'; readonly dueOn: LocalDate; readonly movedToOn: LocalDate }
  | { readonly code: 'instalment_already_past'; readonly dueOn: LocalDate }
  | {
      readonly code: 'no_joker_left';
      readonly usedOn: readonly LocalDate[];
      readonly allowed: number;
      /** The day one comes back. */
      readonly nextOn: LocalDate;
    };

/** Which instalment she passes, and the jokers she used before. */
export interface Skip {
  readonly dueOn: LocalDate;
  readonly today: LocalDate;
  readonly terms: PaidTerms;
  /** The days she used a joker on this plan. */
  readonly usedOn: readonly LocalDate[];
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
  const left = checkJokers(skip.usedOn, today);
  if (!left.ok) return left;
  return ok(moveBehind(schedule, skipped, skip.terms));
}

/** What passing the next instalment would change, told before the gesture. */
export interface SkipOffer {
  readonly dueOn: LocalDate;
  readonly amountCents: Cents;
  /** Null: the plan would grow too long, so that this sum is talked about at its end. */
  readonly movesToOn: LocalDate | null;
  /** How many jokers are left afterwards, in twelve months. */
  readonly leftAfter: number;
  /** With none left: the day one comes back. */
  readonly nextOn: LocalDate | null;
}

/** What passing the next instalment would change, or why it cannot be passed; null when none is ahead. */
export function offerSkip(
  schedule: Schedule,
  { today, terms, usedOn }: Omit<Skip, 'dueOn'>
): Result<SkipOffer, SkipRefusal> | null {
  const next = schedule.instalments.find(({ dueOn }) => dueOn >= today);
  if (!next) return null;
  const after = skipInstalment(schedule, { dueOn: next.dueOn, today, terms, usedOn });
  if (!after.ok) return after;
  const usedThen = [...usedOn, today];
  const none = checkJokers(usedThen, today);
  return ok({
    dueOn: next.dueOn,
    amountCents: next.amountCents,
    movesToOn: dayMovedTo(after.value, next.dueOn),
    leftAfter: jokersLeft(usedThen, today),
    nextOn: !none.ok && none.why.code === 'no_joker_left' ? none.why.nextOn : null
  });
}

/** The day the instalment of a day was moved to; null when it has none, or was not moved. */
export function dayMovedTo({ instalments }: Schedule, dueOn: LocalDate): LocalDate | null {
  return instalments.find(({ movedFromOn }) => movedFromOn === dueOn)?.dueOn ?? null;
}

/** How many jokers are left on a day, out of those used in the twelve months before. */
export function jokersLeft(usedOn: readonly LocalDate[], today: LocalDate): number {
  return Math.max(0, JOKERS_IN_TWELVE_MONTHS - recent(usedOn, today).length);
}

function checkJokers(usedOn: readonly LocalDate[], today: LocalDate): Result<null, SkipRefusal> {
  const used = recent(usedOn, today);
  const freed = used.at(-JOKERS_IN_TWELVE_MONTHS);
  if (freed === undefined) return ok(null);
  return refused({
    code: 'no_joker_left',
    usedOn: used,
    allowed: JOKERS_IN_TWELVE_MONTHS,
    nextOn: addMonths(freed, 12)
  });
}

function recent(usedOn: readonly LocalDate[], today: LocalDate): LocalDate[] {
  return [...usedOn].sort().filter((day) => addMonths(day, 12) > today);
}
