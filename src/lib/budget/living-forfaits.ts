import { cents, localDate, ok, type Cents, type LocalDate, type Result } from '$lib/kernel';
import { valueOn, type Certainty, type DatedValue, type NoValueThatDay } from './dated-value';
import { personsIn, type Household } from './household';

/** The three monthly forfaits of the surendettement commissions, for one person and for each one more. */
interface ForfaitScale {
  readonly firstCents: Forfaits;
  readonly nextCents: Forfaits;
}

interface Forfaits {
  readonly basic: Cents;
  readonly housing: Cents;
  readonly heating: Cents;
}

/**
 * The "vie courante" forfaits. Each commission sets its own and none of 2026 was found: these come from 2025
 * court decisions read second-hand and were not found again, hence `check`. A marker beside a budget, never a
 * rule, never an entitlement; the firm should enter the grid its Banque de France commission uses.
 */
export const LIVING_FORFAITS: readonly DatedValue<ForfaitScale>[] = [
  {
    fromOn: localDate('2025-01-01'),
    renewedOn: localDate('2026-01-01'),
    value: {
      firstCents: { basic: cents(63200), housing: cents(12100), heating: cents(12300) },
      nextCents: { basic: cents(22100), housing: cents(4200), heating: cents(4400) }
    },
    source: 'Forfaits 2025 des commissions de surendettement, non retrouvés à la source',
    checkedOn: localDate('2026-11-21'),
    certainty: 'check'
  }
];

/** Indicative monthly cost of everyday life for a household, with how sure it is. */
export interface LivingReference extends Forfaits {
  readonly totalCents: Cents;
  readonly certainty: Certainty;
  readonly source: string;
  readonly fromOn: LocalDate;
}

/** The indicative forfaits of a household on a day. */
export function livingReference(
  household: Household,
  day: LocalDate
): Result<LivingReference, NoValueThatDay> {
  const found = valueOn(LIVING_FORFAITS, day);
  if (!found.ok) return found;
  const { firstCents, nextCents } = found.value.value;
  const more = personsIn(household) - 1;
  const of = (key: keyof Forfaits) => cents(firstCents[key] + more * nextCents[key]);
  const [basic, housing, heating] = [of('basic'), of('housing'), of('heating')];
  return ok({
    basic,
    housing,
    heating,
    totalCents: cents(basic + housing + heating),
    certainty: found.value.certainty,
    source: found.value.source,
    fromOn: found.value.fromOn
  });
}
