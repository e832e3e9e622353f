import { adultCount, isStudent, netSalary, unemploymentBenefit } from '../answers';
import {
  BONUS_AAH_HOURS,
  BONUS_AGE,
  BONUS_BASE,
  BONUS_EARNINGS_SHARE,
  BONUS_EXTRA_PERSON,
  BONUS_HOUSING_DEDUCTION,
  BONUS_ISOLATED_PER_CHILD,
  BONUS_ISOLATED_PREGNANT,
  BONUS_MINIMUM_PAID,
  BONUS_SECOND_PERSON,
  BONUS_THIRD_PERSON,
  INDIVIDUAL_BONUS_FULL_HOURS,
  INDIVIDUAL_BONUS_RATE,
  INDIVIDUAL_BONUS_START_HOURS,
  SMIC_HOURLY,
  STUDENT_EARNINGS_SHARE,
  STUDENT_HOURS
} from '../generated/parameters';
import { amount, amountOfAdult, fact, type Evaluation } from '../kernel/evaluation';
import { the } from '../kernel/parameter';
import {
  euros,
  exceeds,
  hoursOf,
  inSinglePrecision,
  larger,
  minus,
  plus,
  ratio,
  times,
  toCent,
  type Monthly
} from '../kernel/quantity';
import { aah } from './disability';
import { ageOf, anyAdult, rsaChildren } from './people';
import { overAdults, pensionsOf } from './resources';
import {
  countedFamilyBenefits,
  familyScale,
  flatHousingDeduction,
  isIsolated,
  mva,
  otherMinima
} from './rsa';

const smicFor = (e: Evaluation, hours: number): Monthly => hoursOf(the(e, SMIC_HOURLY), hours);

const worksEnoughForAah = (e: Evaluation, who: number) =>
  !exceeds(smicFor(e, the(e, BONUS_AAH_HOURS)), netSalary(e, who));

/** Earnings of an adult; the AAH counts as earnings from 29 hours of SMIC. */
export const bonusEarnings = amountOfAdult(
  'bonus_earnings',
  'EUR/month',
  { law: 'L842-4 CSS, L842-8 CSS' },
  (e, who) => (worksEnoughForAah(e, who) ? plus(netSalary(e, who), aah(e, who)) : netSalary(e, who))
);

/** Whether the adult works: any pay, or 55 % of 169 hours of SMIC for a student. */
const works = (e: Evaluation, who: number): boolean => {
  if (ageOf(e, who) < the(e, BONUS_AGE)) return false;
  const floor = isStudent(e, who)
    ? smicFor(e, the(e, STUDENT_HOURS) * the(e, STUDENT_EARNINGS_SHARE))
    : euros<'EUR/month'>(0);
  return exceeds(bonusEarnings(e, who), floor);
};

/** Whether the prime d'activité is open. */
export const opensBonus = fact('bonus_open', { law: 'L842-1 CSS, L842-2 CSS' }, (e) => anyAdult(e, works));

/** Bonification of each worker: grows from 59 hours of SMIC to the full amount. */
export const individualBonus = amountOfAdult(
  'individual_bonus',
  'EUR/month',
  { law: 'L842-3 CSS, D843-2 CSS' },
  (e, who): Monthly => {
    const start = smicFor(e, the(e, INDIVIDUAL_BONUS_START_HOURS));
    const full = smicFor(e, the(e, INDIVIDUAL_BONUS_FULL_HOURS));
    const most = toCent(times(the(e, BONUS_BASE), the(e, INDIVIDUAL_BONUS_RATE)));
    const share = ratio(minus(bonusEarnings(e, who), start), minus(full, start));
    return times(most, Math.min(Math.max(share, 0), 1));
  }
);

/** Montant forfaitaire of the prime d'activité. */
export const bonusScale = amount('bonus_scale', 'EUR/month', { law: 'R843-1 CSS, L842-7 CSS' }, (e) =>
  times(
    the(e, BONUS_BASE),
    isIsolated(e)
      ? the(e, BONUS_ISOLATED_PREGNANT) + the(e, BONUS_ISOLATED_PER_CHILD) * rsaChildren(e)
      : familyScale(
          e,
          adultCount(e, 0) + rsaChildren(e),
          BONUS_SECOND_PERSON,
          BONUS_THIRD_PERSON,
          BONUS_EXTRA_PERSON
        )
  )
);

/** Forfait logement of the prime d'activité. */
export const bonusHousingDeduction = amount(
  'bonus_housing_deduction',
  'EUR/month',
  { law: 'R844-3 CSS' },
  (e) => flatHousingDeduction(e, the(e, BONUS_BASE), BONUS_HOUSING_DEDUCTION)
);

const otherIncome = (e: Evaluation, who: number): Monthly => {
  const income = plus(pensionsOf(e, who), unemploymentBenefit(e, who));
  return worksEnoughForAah(e, who) ? income : plus(income, aah(e, who));
};

/** All resources of the quarter the prime d'activité looks at, a month. */
export const bonusResources = amount('bonus_resources', 'EUR/month', { law: 'L842-4 CSS, R844-1 CSS' }, (e) =>
  plus(
    plus(overAdults(e, bonusEarnings), overAdults(e, otherIncome)),
    plus(countedFamilyBenefits(e), plus(otherMinima(e), overAdults(e, mva)))
  )
);

/** A part of earnings, and the bonifications: what work adds. */
const workPart = amount('bonus_work_part', 'EUR/month', { law: 'L842-3 CSS, D843-3 CSS' }, (e) => {
  const share = Math.fround(the(e, BONUS_EARNINGS_SHARE));
  return inSinglePrecision(
    plus(
      inSinglePrecision(times(overAdults(e, bonusEarnings), share)),
      inSinglePrecision(overAdults(e, individualBonus))
    )
  );
});

/** Resources from which nothing is left. */
export const bonusLimit = (e: Evaluation): Monthly => plus(bonusScale(e), workPart(e));

/** Prime d'activité, before CRDS. */
export const activityBonus = amount(
  'prime_activite',
  'EUR/month',
  { law: 'L842-3 CSS', appliesWhen: opensBonus },
  (e) => {
    const scale = inSinglePrecision(bonusScale(e));
    const resources = plus(inSinglePrecision(bonusResources(e)), inSinglePrecision(bonusHousingDeduction(e)));
    const uncovered = inSinglePrecision(minus(scale, larger(inSinglePrecision(resources), scale)));
    const left = inSinglePrecision(plus(workPart(e), uncovered));
    return exceeds(the(e, BONUS_MINIMUM_PAID), left) ? euros<'EUR/month'>(0) : left;
  }
);
