import {
  addDays,
  addMonths,
  isoWeekday,
  localDate,
  ok,
  partsOf,
  refused,
  type LocalDate,
  type Result
} from '$lib/kernel';

/**
 * How often she pays. `payday` is `monthly` on the day her money comes in: same dates, other words.
 * `weekday` is ISO, 1 Monday to 7 Sunday. `dayOfMonth` is 1 to 31; a shorter month ends it on its last day.
 */
export type Rhythm =
  | { readonly kind: 'weekly' | 'fortnightly'; readonly weekday: number }
  | { readonly kind: 'monthly' | 'payday'; readonly dayOfMonth: number };

/** Why a rhythm cannot be followed. */
export type RhythmRefusal =
  | { readonly code: 'weekday_impossible'; readonly weekday: number }
  | { readonly code: 'day_of_month_impossible'; readonly dayOfMonth: number };

/** Days to change her mind after an agreement: a house choice. No instalment is ever due inside them. */
export const CHANGE_OF_MIND_DAYS = 7;

/** The longest rest, in months. Beyond it a referent speaks with her again rather than adding months. */
export const MAX_REST_MONTHS = 3;

/** Reads a rhythm: the day must exist (weekday 1-7, day of month 1-31). */
export function checkRhythm(rhythm: Rhythm): Result<Rhythm, RhythmRefusal> {
  if ('weekday' in rhythm)
    return isWholeBetween(rhythm.weekday, 1, 7)
      ? ok(rhythm)
      : refused({ code: 'weekday_impossible', weekday: rhythm.weekday });
  return isWholeBetween(rhythm.dayOfMonth, 1, 31)
    ? ok(rhythm)
    : refused({ code: 'day_of_month_impossible', dayOfMonth: rhythm.dayOfMonth });
}

/**
 * The first day due: the first day of the rhythm once the days to change her mind are over, pushed back by the
 * months of rest. A rest is counted in whole months: from 5 October, two months of rest lead to 5 December.
 */
export function firstDueOn(rhythm: Rhythm, restMonths: number, today: LocalDate): LocalDate {
  const earliest = addDays(today, CHANGE_OF_MIND_DAYS + 1);
  if ('weekday' in rhythm) {
    const withoutRest = nextWeekday(rhythm.weekday, earliest);
    return restMonths === 0 ? withoutRest : nextWeekday(rhythm.weekday, addMonths(withoutRest, restMonths));
  }
  const sameMonth = dayInMonthOf(earliest, rhythm.dayOfMonth, 0);
  const skipped = sameMonth < earliest ? 1 : 0;
  return dayInMonthOf(earliest, rhythm.dayOfMonth, skipped + restMonths);
}

/** The day due `count` instalments after `from`, which is itself a day of the rhythm. */
export function dueAfter(rhythm: Rhythm, from: LocalDate, count: number): LocalDate {
  if ('weekday' in rhythm) return addDays(from, count * daysOf(rhythm.kind));
  return dayInMonthOf(from, rhythm.dayOfMonth, count);
}

/** The most instalments a calendar month can hold: 5 a week, 3 a fortnight, else 1. */
export function mostInOneMonth(rhythm: Rhythm): number {
  return { weekly: 5, fortnightly: 3, monthly: 1, payday: 1 }[rhythm.kind];
}

/** Months of the calendar from the month of `from` to that of `to`: 0 in the same month. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [a, b] = [partsOf(from), partsOf(to)];
  return (b.year - a.year) * 12 + b.month - a.month;
}

function daysOf(kind: 'weekly' | 'fortnightly'): number {
  return kind === 'weekly' ? 7 : 14;
}

function nextWeekday(weekday: number, from: LocalDate): LocalDate {
  return addDays(from, (weekday - isoWeekday(from) + 7) % 7);
}

/** The wished day of the month, `count` months after the month of `from`, or the last day of a shorter one. */
function dayInMonthOf(from: LocalDate, dayOfMonth: number, count: number): LocalDate {
  const januaryThatYear = localDate(`${from.slice(0, 4)}-01-${String(dayOfMonth).padStart(2, '0')}`);
  return addMonths(januaryThatYear, partsOf(from).month - 1 + count);
}

function isWholeBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
