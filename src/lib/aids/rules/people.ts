import { adultBirth, adultCount, childBirth, childCount, isPregnant } from '../answers';
import { fact, number, type Evaluation } from '../kernel/evaluation';
import { the, type Parameter } from '../kernel/parameter';
import {
  AF_CHILD_AGE,
  CF_MAX_AGE,
  CF_MIN_AGE,
  CSS_CHILD_AGE,
  HOUSING_CHILD_AGE,
  PAJE_CHILD_AGE,
  RSA_CHILD_AGE
} from '../generated/parameters';

const fullYears = (months: number) => Math.floor(months / 12);

/** Full years of an adult in the month evaluated. */
export const ageOf = (e: Evaluation, who: number) => fullYears(e.month - adultBirth(e, who));
/** Full years of a child in the month evaluated; negative before its birth. */
export const childAge = (e: Evaluation, index: number) => fullYears(e.month - childBirth(e, index));
/** Age a child reaches in the calendar year evaluated. */
export const ageThisYear = (e: Evaluation, index: number) =>
  fullYears(e.month) - fullYears(childBirth(e, index));

/** Whether two adults. */
export const isCouple = fact('couple', {}, (e) => adultCount(e, 0) === 2);
/** Whether one of the adults expects a child. */
export const expectsChild = fact(
  'expects_child',
  {},
  (e) => isPregnant(e, 0) || (isCouple(e) && isPregnant(e, 1))
);

/** How many children have from `low` to under `high` years. */
export function countAged(e: Evaluation, low: number, high: number): number {
  let found = 0;
  const all = childCount(e, 0);
  for (let index = 0; index < all; index++) {
    const age = childAge(e, index);
    if (age >= low && age < high) found += 1;
  }
  return found;
}

const childrenUnder = (name: string, law: string, limit: Parameter<number>) =>
  number(name, 'count', { law }, (e) => countAged(e, 0, the(e, limit)));

/** Children of the allocations familiales: under 20. */
export const familyChildren = childrenUnder('family_children', 'L512-3 CSS', AF_CHILD_AGE);
/** Children counted for housing aid: under 21. */
export const housingChildren = childrenUnder('housing_children', 'L823-2 CCH', HOUSING_CHILD_AGE);
/** Children counted for RSA and prime d'activité: under 25. */
export const rsaChildren = childrenUnder('rsa_children', 'R262-3 CASF', RSA_CHILD_AGE);
/** Children under three. */
export const babies = childrenUnder('babies', 'L531-1 CSS', PAJE_CHILD_AGE);
/** Children of the health cover: up to 25. */
export const healthChildren = number('health_children', 'count', { law: 'R861-2 CSS' }, (e) =>
  countAged(e, 0, the(e, CSS_CHILD_AGE) + 1)
);
/** Children counted in the ceiling of the complément familial: under 21. */
export const complementChildren = childrenUnder('complement_children', 'R522-1 CSS', CF_MAX_AGE);
/** Children who open the complément familial: from 3 to under 21. */
export const complementOpeners = number('complement_openers', 'count', { law: 'L522-1 CSS' }, (e) =>
  countAged(e, the(e, CF_MIN_AGE), the(e, CF_MAX_AGE))
);

/** How many adults fulfil a condition. */
export function anyAdult(e: Evaluation, condition: (e: Evaluation, who: number) => boolean): boolean {
  return condition(e, 0) || (isCouple(e) && condition(e, 1));
}
