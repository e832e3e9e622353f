import { birthOf } from './answers';
import { LEAST_YEARS_APART, type Household } from './household';
import type { HouseholdRefusal } from './household-refusal';

/** What in a household of the right shape cannot be true together, in a month (year × 12 + month - 1); null: nothing. */
export function contradictionIn(household: Household, month: number): HouseholdRefusal | null {
  if (household.recently_separated === true && household.adults.length > 1)
    return { code: 'separated_but_couple', path: 'recently_separated' };
  let elder = Number.POSITIVE_INFINITY;
  for (const adult of household.adults) elder = Math.min(elder, birthOf(adult, month));
  for (let index = 0; index < household.children.length; index++) {
    const child = household.children[index] as Household['children'][number];
    if (birthOf(child, month) - elder < LEAST_YEARS_APART * 12)
      return {
        code: 'child_not_younger_than_parent',
        path: `children[${index}]`,
        leastYearsApart: LEAST_YEARS_APART
      };
  }
  return null;
}
