import type { HouseholdValue } from '$lib/questionnaire';
import { ok, refused, type Result } from '$lib/kernel';

/** Who lives on the money of the household. Ages and names are not needed here, so they are not here. */
export interface Household {
  /** Adults, herself included: 1 or more. */
  readonly adults: number;
  /** Children and other persons she provides for. */
  readonly dependents: number;
}

/** Why a household cannot be read. */
export interface HouseholdImpossible {
  readonly code: 'household_impossible';
  readonly adults: number;
  readonly dependents: number;
}

/** When nothing was answered: one person, so that skipping the question never makes the rule refuse to work. */
export const UNKNOWN_HOUSEHOLD: Household = { adults: 1, dependents: 0 };

const MOST_PERSONS = 20;

/** Reads a household from numbers given outside: whole, at least one adult, at most twenty persons. */
export function householdOf(adults: number, dependents: number): Result<Household, HouseholdImpossible> {
  const possible =
    Number.isInteger(adults) &&
    Number.isInteger(dependents) &&
    adults >= 1 &&
    dependents >= 0 &&
    adults + dependents <= MOST_PERSONS;
  return possible
    ? ok({ adults, dependents })
    : refused({ code: 'household_impossible', adults, dependents });
}

/**
 * The household of her answer; one person when she did not answer, which is the least a floor can be. Children
 * of every age band count.
 */
export function householdFromAnswer(answer: HouseholdValue | null): Household {
  if (answer === null) return UNKNOWN_HOUSEHOLD;
  const dependents = Object.values(answer.childrenByBand).reduce((sum, count) => sum + (count ?? 0), 0);
  return { adults: answer.adults, dependents };
}

/** How many persons live on the money. */
export function personsIn(household: Household): number {
  return household.adults + household.dependents;
}
