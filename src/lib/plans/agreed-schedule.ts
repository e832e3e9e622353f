import { ZERO_CENTS, addDays, addMonths, cents, sumCents, type Cents, type LocalDate } from '$lib/kernel';
import { restMonthsOf, type PlanTerms } from './proposal';
import { firstDueOn, monthsBetween } from './rhythm';
import { firstOfMonth, monthsFrom, type Instalment, type Schedule } from './schedule';

/** What is kept of an agreement. */
export interface Kept {
  /** The day its days are counted from (`countedFrom`). */
  readonly fromOn: LocalDate;
  /** What the agreement was for; what its instalments leave of it is talked about later. */
  readonly totalCents: Cents;
  readonly instalments: readonly Instalment[];
}

/**
 * The schedule of an agreement from what is kept of it. Nothing is computed anew from an amount: whatever was paid,
 * imported, passed or made smaller since, the days and sums are those that were agreed.
 */
export function agreedSchedule(terms: PlanTerms, { fromOn, totalCents, instalments }: Kept): Schedule {
  const laterCents = cents(Math.max(0, totalCents - sumCents(instalments.map((one) => one.amountCents))));
  return {
    owedCents: cents(laterCents + sumCents(instalments.map((one) => one.amountCents))),
    instalments,
    laterCents,
    ...restOf(terms, fromOn)
  };
}

function restOf(terms: PlanTerms, fromOn: LocalDate): Pick<Schedule, 'restMonths' | 'restUntilOn'> {
  const months = restMonthsOf(terms);
  if (months === 0) return { restMonths: [], restUntilOn: null };
  if (!('rhythm' in terms)) {
    const first = addMonths(firstOfMonth(fromOn), 1);
    return { restMonths: monthsFrom(first, months), restUntilOn: addDays(addMonths(first, months), -1) };
  }
  const [without, firstOn] = [0, months].map((rest) => firstDueOn(terms.rhythm, rest, fromOn)) as [
    LocalDate,
    LocalDate
  ];
  return {
    restMonths: monthsFrom(firstOfMonth(without), monthsBetween(without, firstOn)),
    restUntilOn: addDays(firstOn, -1)
  };
}

/**
 * The instalments of an agreement still to come on a day, today's included, and never more than what is left of the
 * debts: what was paid elsewhere, or ahead, is taken from the end, the last one being what is left.
 */
export function instalmentsAhead(
  { instalments }: Pick<Schedule, 'instalments'>,
  { today, leftCents }: { readonly today: LocalDate; readonly leftCents: Cents }
): Instalment[] {
  let left: number = leftCents;
  return instalments.flatMap((one) => {
    if (one.dueOn < today || left <= ZERO_CENTS) return [];
    const amountCents = cents(Math.min(left, one.amountCents));
    left -= amountCents;
    return [{ ...one, amountCents }];
  });
}
