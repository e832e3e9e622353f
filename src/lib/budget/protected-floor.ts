import { cents, localDate, ok, type Cents, type LocalDate, type Result } from '$lib/kernel';
import { mayBeOutdated, valueOn, type Certainty, type DatedValue, type NoValueThatDay } from './dated-value';
import type { Household } from './household';

/**
 * Monthly RSA for one person (montant forfaitaire, L262-2 and R262-1 CASF), in cents. Next change each 1 April.
 * 651.69: JO of 31/03/2026, read in openfisca-france of 2026-07-23. 646.52: the amount until 31/03/2026.
 * Mayotte pays half of it; the floor used here is the full amount everywhere, which protects more.
 */
export const RSA_ONE_PERSON: readonly DatedValue<Cents>[] = [
  {
    fromOn: localDate('2026-04-01'),
    renewedOn: localDate('2027-04-01'),
    value: cents(65169),
    source: 'RSA, montant forfaitaire, JO du 31/03/2026',
    checkedOn: localDate('2026-11-21'),
    certainty: 'certain'
  },
  {
    fromOn: localDate('2025-04-01'),
    renewedOn: localDate('2026-04-01'),
    value: cents(64652),
    source: 'RSA, montant forfaitaire au 01/04/2025',
    checkedOn: localDate('2026-11-21'),
    certainty: 'certain'
  }
];

const TENTHS_FIRST = 10;
const TENTHS_SECOND = 5;
const TENTHS_NEXT = 3;
const TENTHS_FROM_THIRD_DEPENDENT = 4;

/**
 * How many tenths of the one-person RSA a household counts (R262-1 CASF): 10 for the first person, 5 for the
 * second, 3 for each other, and 4 for each dependent from the third. So 1+1 and a couple are 15, couple+1 is
 * 18, couple+2 is 21, couple+3 is 25. Adults beyond a couple count as further persons, which protects more
 * than the RSA itself would.
 */
export function rsaTenths(household: Household): number {
  const fromThird = Math.max(0, household.dependents - 2);
  const others = household.adults + household.dependents - fromThird - 1;
  const second = others > 0 ? TENTHS_SECOND : 0;
  return (
    TENTHS_FIRST + second + Math.max(0, others - 1) * TENTHS_NEXT + fromThird * TENTHS_FROM_THIRD_DEPENDENT
  );
}

/** What a household keeps for living whatever it owes, with all that lets a person check the figure. */
export interface ProtectedFloor {
  readonly amountCents: Cents;
  /** The one-person amount it comes from, and how many tenths of it. */
  readonly basisCents: Cents;
  readonly tenths: number;
  readonly fromOn: LocalDate;
  readonly source: string;
  readonly checkedOn: LocalDate;
  /** `certain` for one person; `likely` for others, since it is computed from the scale. */
  readonly certainty: Certainty;
  /** A newer RSA should be out by now: the figure is still used, and the screen says so. */
  readonly mayBeOutdated: boolean;
}

/**
 * The protected floor of a household on a day: a plan never leaves less than this to live on. It is the RSA of
 * its composition, the least a surendettement commission leaves too (L731-2 and R731-1 to R731-3 C. conso).
 * Rounded half up to the cent.
 */
export function protectedFloor(household: Household, day: LocalDate): Result<ProtectedFloor, NoValueThatDay> {
  const found = valueOn(RSA_ONE_PERSON, day);
  if (!found.ok) return found;
  const { value: basisCents, fromOn, source, checkedOn, certainty } = found.value;
  const tenths = rsaTenths(household);
  return ok({
    amountCents: cents(Math.floor((basisCents * tenths + 5) / 10)),
    basisCents,
    tenths,
    fromOn,
    source,
    checkedOn,
    certainty: tenths === TENTHS_FIRST ? certainty : 'likely',
    mayBeOutdated: mayBeOutdated(found.value, day)
  });
}
