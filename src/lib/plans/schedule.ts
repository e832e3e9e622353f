import { addMonths, addDays, cents, ok, refused, sumCents, ZERO_CENTS } from '$lib/kernel';
import type { Cents, LocalDate, Result } from '$lib/kernel';
import { instalmentAmounts } from './instalment-amounts';
import { restMonthsOf, type PlanTerms } from './proposal';
import {
  CHANGE_OF_MIND_DAYS,
  MAX_REST_MONTHS,
  checkRhythm,
  dueAfter,
  firstDueOn,
  monthsBetween,
  mostInOneMonth,
  type Rhythm,
  type RhythmRefusal
} from './rhythm';

/**
 * One payment of a plan. `movedFromOn`: the day it was due before it went to the end; by "je passe ce mois-ci", or since
 * it did not come (`wasMissed`).
 */
export interface Instalment {
  /** 1 for the first. */
  readonly position: number;
  readonly dueOn: LocalDate;
  readonly amountCents: Cents;
  readonly movedFromOn?: LocalDate;
  readonly wasMissed?: boolean;
}

/**
 * A plan day by day. Always: the instalments and `laterCents` add up exactly to `owedCents`, days only grow.
 * `laterCents` is what a rest or a symbolic plan leaves to talk about afterwards; zero for any other plan.
 */
export interface Schedule {
  readonly owedCents: Cents;
  readonly instalments: readonly Instalment[];
  readonly laterCents: Cents;
  /** The months of rest, first day of each; none when it starts at once. */
  readonly restMonths: readonly LocalDate[];
  /** The last day of the rest; null without rest. */
  readonly restUntilOn: LocalDate | null;
}

/** Why terms make no schedule, with the figures that explain it. */
export type ScheduleRefusal =
  | RhythmRefusal
  | { readonly code: 'nothing_owed' }
  | { readonly code: 'amount_zero' }
  | { readonly code: 'rest_missing'; readonly restMonths: number }
  | { readonly code: 'rest_too_long'; readonly restMonths: number; readonly maximumMonths: number }
  | { readonly code: 'plan_too_long'; readonly months: number; readonly maximumMonths: number }
  | {
      readonly code: 'symbolic_too_high';
      readonly monthlyCents: Cents;
      readonly maximumCents: Cents;
    }
  | { readonly code: 'symbolic_too_long'; readonly months: number; readonly maximumMonths: number };

/**
 * The longest plan: 84 months, as the longest measures of a surendettement commission (L732-3 and L733-1
 * C. conso). Beyond it a plan is not a way out, and a human looks for another one with her.
 */
export const MAX_PLAN_MONTHS = 84;

/** The most a symbolic plan asks in a month: 10 €, a house choice. */
export const SYMBOLIC_MONTHLY_CENTS = cents(1000);

/** How long a symbolic plan runs at most before one talks again: six months. */
export const MAX_SYMBOLIC_MONTHS = 6;

/** The schedule of terms proposed on `today` for what is owed. The same arguments give the same schedule. */
export function buildSchedule(
  terms: PlanTerms,
  owedCents: Cents,
  today: LocalDate
): Result<Schedule, ScheduleRefusal> {
  if (owedCents <= 0) return refused({ code: 'nothing_owed' });
  const rest = checkRest(terms);
  if (!rest.ok) return rest;
  if (terms.kind === 'rest') return ok(restOnly(terms.restMonths, owedCents, today));
  if (terms.instalmentCents <= 0) return refused({ code: 'amount_zero' });
  const rhythm = checkRhythm(terms.rhythm);
  if (!rhythm.ok) return rhythm;
  const firstOn = firstDueOn(terms.rhythm, restMonthsOf(terms), today);
  return terms.kind === 'symbolic'
    ? symbolicSchedule(terms, owedCents, firstOn)
    : fullSchedule(terms, owedCents, firstOn, firstDueOn(terms.rhythm, 0, today));
}

/**
 * The schedule on the day of the agreement. The days she read are kept when the first is still after the days to
 * change her mind; otherwise, and for a rest alone, it is built again from the agreement: later for her, never
 * earlier. The server asks `checkProposal` with that day before it keeps a schedule built again.
 */
export function scheduleOnAgreement(
  terms: PlanTerms,
  owedCents: Cents,
  days: AgreementDays
): Result<Schedule, ScheduleRefusal> {
  const rhythm = 'rhythm' in terms ? checkRhythm(terms.rhythm) : null;
  if (rhythm && !rhythm.ok) return rhythm;
  return buildSchedule(terms, owedCents, countedFrom(terms, days));
}

/** The day terms were read, and the day they were agreed to. */
export interface AgreementDays {
  readonly proposedOn: LocalDate;
  readonly agreedOn: LocalDate;
}

/** The day a schedule is counted from once agreed: see `scheduleOnAgreement`. */
export function countedFrom(terms: PlanTerms, { proposedOn, agreedOn }: AgreementDays): LocalDate {
  if (terms.kind === 'rest') return agreedOn;
  const asRead = firstDueOn(terms.rhythm, restMonthsOf(terms), proposedOn);
  return asRead > addDays(agreedOn, CHANGE_OF_MIND_DAYS) ? proposedOn : agreedOn;
}

/** What is due from each calendar month of the plan, by `YYYY-MM`, in order. */
export function amountByMonth(schedule: Schedule): ReadonlyMap<string, Cents> {
  const months = new Map<string, Cents>();
  for (const { dueOn, amountCents } of schedule.instalments) {
    const month = dueOn.slice(0, 7);
    months.set(month, cents((months.get(month) ?? 0) + amountCents));
  }
  return months;
}

/** The most any calendar month asks; zero for a rest. */
export function heaviestMonth(schedule: Schedule): Cents {
  return cents(Math.max(0, ...amountByMonth(schedule).values()));
}

/** Calendar months from the first instalment to the last, both counted; zero for a rest. */
export function durationMonths(schedule: Schedule): number {
  const first = schedule.instalments[0];
  const last = schedule.instalments.at(-1);
  return first && last ? monthsBetween(first.dueOn, last.dueOn) + 1 : 0;
}

/** Amounts laid on the days of a rhythm, positions from 1. */
export function layOut(amounts: readonly Cents[], rhythm: Rhythm, firstOn: LocalDate): Instalment[] {
  return amounts.map((amountCents, index) => ({
    position: index + 1,
    dueOn: dueAfter(rhythm, firstOn, index),
    amountCents
  }));
}

function checkRest(terms: PlanTerms): Result<null, ScheduleRefusal> {
  if (!('restMonths' in terms)) return ok(null);
  const { restMonths } = terms;
  if (!Number.isInteger(restMonths) || restMonths < 1) return refused({ code: 'rest_missing', restMonths });
  if (restMonths > MAX_REST_MONTHS)
    return refused({ code: 'rest_too_long', restMonths, maximumMonths: MAX_REST_MONTHS });
  return ok(null);
}

/** A rest covers whole calendar months after the running one, which is rest too. */
function restOnly(restMonths: number, owedCents: Cents, today: LocalDate): Schedule {
  const months = monthsFrom(addMonths(firstOfMonth(today), 1), restMonths);
  return {
    owedCents,
    instalments: [],
    laterCents: owedCents,
    restMonths: months,
    restUntilOn: addDays(addMonths(firstOfMonth(today), restMonths + 1), -1)
  };
}

function fullSchedule(
  terms: { readonly instalmentCents: Cents; readonly rhythm: Rhythm },
  owedCents: Cents,
  firstOn: LocalDate,
  withoutRestOn: LocalDate
): Result<Schedule, ScheduleRefusal> {
  const tooLong = checkLength(terms, owedCents, firstOn);
  if (!tooLong.ok) return tooLong;
  const restMonths = monthsFrom(firstOfMonth(withoutRestOn), monthsBetween(withoutRestOn, firstOn));
  return ok({
    owedCents,
    instalments: layOut(instalmentAmounts(owedCents, terms.instalmentCents), terms.rhythm, firstOn),
    laterCents: ZERO_CENTS,
    restMonths,
    restUntilOn: firstOn === withoutRestOn ? null : addDays(firstOn, -1)
  });
}

/** Counts before laying out, so that one cent a week for a thousand euros is refused at once. */
function checkLength(
  terms: { readonly instalmentCents: Cents; readonly rhythm: Rhythm },
  owedCents: Cents,
  firstOn: LocalDate
): Result<null, ScheduleRefusal> {
  const mostInstalments = MAX_PLAN_MONTHS * mostInOneMonth(terms.rhythm);
  const count = Math.ceil(owedCents / terms.instalmentCents);
  if (count > mostInstalments + 1) {
    const months = Math.ceil(count / mostInOneMonth(terms.rhythm));
    return refused({ code: 'plan_too_long', months, maximumMonths: MAX_PLAN_MONTHS });
  }
  const amounts = instalmentAmounts(owedCents, terms.instalmentCents).length;
  const months = monthsBetween(firstOn, dueAfter(terms.rhythm, firstOn, amounts - 1)) + 1;
  return months > MAX_PLAN_MONTHS
    ? refused({ code: 'plan_too_long', months, maximumMonths: MAX_PLAN_MONTHS })
    : ok(null);
}

function symbolicSchedule(
  terms: Extract<PlanTerms, { kind: 'symbolic' }>,
  owedCents: Cents,
  firstOn: LocalDate
): Result<Schedule, ScheduleRefusal> {
  const { months, rhythm, instalmentCents } = terms;
  if (!Number.isInteger(months) || months < 1 || months > MAX_SYMBOLIC_MONTHS)
    return refused({ code: 'symbolic_too_long', months, maximumMonths: MAX_SYMBOLIC_MONTHS });
  const lastMonth = addMonths(firstOfMonth(firstOn), months);
  const days: LocalDate[] = [];
  for (let day = firstOn; day < lastMonth; day = dueAfter(rhythm, day, 1)) days.push(day);
  const clearsAll = owedCents <= days.length * instalmentCents;
  const amounts = clearsAll ? instalmentAmounts(owedCents, instalmentCents) : days.map(() => instalmentCents);
  const schedule: Schedule = {
    owedCents,
    instalments: layOut(amounts, rhythm, firstOn),
    laterCents: cents(owedCents - sumCents(amounts)),
    restMonths: [],
    restUntilOn: null
  };
  const monthlyCents = heaviestMonth(schedule);
  return monthlyCents > SYMBOLIC_MONTHLY_CENTS
    ? refused({ code: 'symbolic_too_high', monthlyCents, maximumCents: SYMBOLIC_MONTHLY_CENTS })
    : ok(schedule);
}

/** The first day of the month of a day. */
export function firstOfMonth(day: LocalDate): LocalDate {
  return `${day.slice(0, 7)}-01` as LocalDate;
}

/** The first days of `count` months, from the first of them. */
export function monthsFrom(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}
