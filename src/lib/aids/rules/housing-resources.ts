import {
  holdsScholarship,
  isRetired,
  isStudent,
  livretA,
  netSalary,
  otherSavings,
  receivedRsa,
  unemploymentBenefit
} from '../answers';
import {
  BMAF,
  EARNINGS_DEDUCTION_MAX_ROLLING,
  EARNINGS_DEDUCTION_MIN_ROLLING,
  HOUSING_SAVINGS_FREE,
  HOUSING_TWO_EARNERS_DEDUCTION,
  HOUSING_UNEMPLOYMENT_SHARE,
  PENSION_DEDUCTION_MAX_ROLLING,
  PENSION_DEDUCTION_MIN_ROLLING,
  SAVINGS_DEEMED_RATE,
  STUDENT_MAX_AGE,
  STUDENT_RESOURCES,
  STUDENT_SCHOLARSHIP_CUT
} from '../generated/parameters';
import { amount, amountOfAdult, type Evaluation } from '../kernel/evaluation';
import { the } from '../kernel/parameter';
import {
  euros,
  exceeds,
  isSome,
  minus,
  orNothing,
  overYear,
  plus,
  times,
  upToHundred,
  yieldOf,
  type Yearly
} from '../kernel/quantity';
import { aah, hasAah, hasAeehChild } from './disability';
import { ageOf, isCouple } from './people';
import {
  afterDeduction,
  overAdults,
  pensionsAfterDeduction,
  yearlyAlimonyPaid,
  yearlySalary
} from './resources';

/** Whether a pension or the AAH has taken the place of work: benefits paid for lost work count for less. */
const hasLeftWork = (e: Evaluation, who: number): boolean =>
  !isSome(netSalary(e, who)) && (isRetired(e, who) || isSome(aah(e, who)));

/** Earnings of twelve months less the deduction; for those who left work for good, 30 % lower after it. */
const housingEarnings = amountOfAdult(
  'housing_earnings',
  'EUR/year',
  { law: 'R822-4 CCH, R822-14 CCH' },
  (e, who) => {
    const kept = afterDeduction(
      e,
      plus(yearlySalary(e, who), overYear(unemploymentBenefit(e, who))),
      EARNINGS_DEDUCTION_MIN_ROLLING,
      EARNINGS_DEDUCTION_MAX_ROLLING
    );
    return hasLeftWork(e, who) ? times(kept, 1 - the(e, HOUSING_UNEMPLOYMENT_SHARE)) : kept;
  }
);

/** Earnings count as nothing when RSA was received the month before. */
export const countedEarnings = amount('housing_counted_earnings', 'EUR/year', { law: 'R822-15 CCH' }, (e) =>
  receivedRsa(e) ? euros<'EUR/year'>(0) : overAdults(e, housingEarnings)
);

/** What savings above the free amount are deemed to bring in; not for people with a disability. */
const countedSavings = amount('housing_counted_savings', 'EUR/year', { law: 'R822-3-1 CCH' }, (e): Yearly => {
  const held = plus(overAdults(e, livretA), overAdults(e, otherSavings));
  if (!exceeds(held, the(e, HOUSING_SAVINGS_FREE)) || hasAah(e) || hasAeehChild(e)) return euros(0);
  return yieldOf(held, the(e, SAVINGS_DEEMED_RATE));
});

/** Deduction of two adults who both have pay. */
const twoEarnersDeduction = amount(
  'housing_two_earners',
  'EUR/year',
  { law: 'R822-11 CCH', appliesWhen: isCouple },
  (e) => {
    const floor = overYear(the(e, BMAF));
    const both = exceeds(yearlySalary(e, 0), floor) && exceeds(yearlySalary(e, 1), floor);
    return both ? the(e, HOUSING_TWO_EARNERS_DEDUCTION) : euros<'EUR/year'>(0);
  }
);

/** Resources a student is deemed to have, whatever they are. */
const studentResources = amount(
  'housing_student_resources',
  'EUR/year',
  { law: 'R822-20 CCH', appliesWhen: (e) => isStudent(e, 0) && ageOf(e, 0) < the(e, STUDENT_MAX_AGE) },
  (e) => {
    const deemed = the(e, STUDENT_RESOURCES);
    return holdsScholarship(e, 0) ? minus(deemed, the(e, STUDENT_SCHOLARSHIP_CUT)) : deemed;
  }
);

/** Resources of the household for housing aid and the social rent cut, up to the next hundred. */
export const housingResources = amount(
  'housing_resources',
  'EUR/year',
  { law: 'R822-2 CCH, R822-3 CCH' },
  (e) => {
    const deemed = studentResources(e);
    if (isSome(deemed)) return upToHundred(deemed);
    const pensions = pensionsAfterDeduction(e, PENSION_DEDUCTION_MIN_ROLLING, PENSION_DEDUCTION_MAX_ROLLING);
    const income = plus(plus(countedEarnings(e), pensions), countedSavings(e));
    const left = orNothing(minus(income, plus(yearlyAlimonyPaid(e), twoEarnersDeduction(e))));
    return upToHundred(left);
  }
);

/** Whether the household is spared the cut of high rents. */
export const hasDisability = (e: Evaluation) => hasAah(e) || hasAeehChild(e);
