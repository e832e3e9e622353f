import {
  adultCount,
  alimonyPaid,
  disabilityRate,
  isAssEligible,
  isUnemployed,
  netSalary,
  unemploymentBenefit
} from '../answers';
import {
  ASI_COUPLE,
  ASI_SINGLE,
  ASPA_AGE,
  ASPA_COUPLE,
  ASPA_EARNINGS_FREE_COUPLE,
  ASPA_EARNINGS_FREE_SINGLE,
  ASPA_SINGLE,
  ASPA_UNFIT_RATE,
  ASS_COUPLE_DAYS,
  ASS_DAILY,
  ASS_SINGLE_DAYS,
  NET_PER_GROSS_SALARY,
  RETIREMENT_AGE,
  SMIC_MONTHLY_ON_1_JANUARY
} from '../generated/parameters';
import { amount, amountOfAdult, fact, factOfAdult, type Evaluation } from '../kernel/evaluation';
import { the, type Parameter } from '../kernel/parameter';
import {
  aMonthOf,
  daysOf,
  euros,
  exceeds,
  inSinglePrecision,
  isSome,
  minus,
  orNothing,
  plus,
  smaller,
  times,
  type Monthly,
  type Yearly
} from '../kernel/quantity';
import { aah, isInvalid } from './disability';
import { ageOf, isCouple } from './people';
import { overAdults, pensionsOf, savingsIncome, yearlySalary } from './resources';

/** Whether the adult is old enough for the ASPA: 65, or retirement age when unfit for work. */
export const opensAspa = factOfAdult('aspa_open', { law: 'L815-1 CSS, R815-1 CSS' }, (e, who) => {
  const age = ageOf(e, who);
  if (age >= the(e, ASPA_AGE)) return true;
  return age >= the(e, RETIREMENT_AGE) && disabilityRate(e, who) >= the(e, ASPA_UNFIT_RATE);
});

/** Whether the invalidity pension may be topped up by the ASI. */
export const opensAsi = factOfAdult(
  'asi_open',
  { law: 'L815-24 CSS' },
  (e, who) => isInvalid(e, who) && !opensAspa(e, who)
);

const MONTHS_IN_QUARTER = 3;

/** Pay counted for ASPA and ASI: gross, less a part of the SMIC over the quarter. */
function countedPay(e: Evaluation, who: number): Monthly {
  const gross = times(netSalary(e, who), 1 / the(e, NET_PER_GROSS_SALARY));
  const share = the(e, isCouple(e) ? ASPA_EARNINGS_FREE_COUPLE : ASPA_EARNINGS_FREE_SINGLE);
  return orNothing(minus(gross, times(the(e, SMIC_MONTHLY_ON_1_JANUARY), share / MONTHS_IN_QUARTER)));
}

/**
 * Resources of an adult for ASPA and ASI, a month. The AAH comes after an invalidity pension and the ASI that completes
 * it (L821-1 CSS), so it is no resource of someone who may have the ASI; it is one of the partner's.
 */
export const minimumResources = amountOfAdult(
  'minimum_resources',
  'EUR/month',
  { law: 'R815-22 CSS, R815-29 CSS' },
  (e, who) => {
    const pay = plus(countedPay(e, who), unemploymentBenefit(e, who));
    const income = plus(plus(pay, pensionsOf(e, who)), savingsIncome(e, who));
    const own = minus(income, alimonyPaid(e, who));
    return opensAspa(e, who) || opensAsi(e, who) ? own : plus(own, aah(e, who));
  }
);

const isAspaHousehold = fact(
  'aspa_household',
  { law: 'L815-1 CSS' },
  (e) => opensAspa(e, 0) || (isCouple(e) && opensAspa(e, 1))
);

/** How many adults of the couple fulfil a condition. */
const bothAdults = (e: Evaluation, condition: (e: Evaluation, who: number) => boolean) =>
  isCouple(e) && condition(e, 0) && condition(e, 1);

/** Resources of the household for ASPA and ASI. */
export const householdMinimumResources = amount('household_minimum_resources', 'EUR/month', {}, (e) =>
  plus(overAdults(e, minimumResources), overAdults(e, ass))
);

/** One of the couple is of an age for the ASPA, the other may have the ASI. */
const isMixedCouple = fact(
  'aspa_and_asi',
  { law: 'D815-2 CSS, D815-20 CSS', appliesWhen: isCouple },
  (e) => (opensAspa(e, 0) && opensAsi(e, 1)) || (opensAsi(e, 0) && opensAspa(e, 1))
);

/** Half of each couple's amount, less half of what passes the couple's ceiling of the ASPA. */
function halfOfMixed(e: Evaluation, own: Parameter<Yearly>): Monthly {
  const halves = times(plus(aMonthOf(the(e, ASPA_COUPLE)), aMonthOf(the(e, ASI_COUPLE))), 1 / 2);
  const ceiling = aMonthOf(the(e, ASPA_COUPLE));
  const excess = orNothing(minus(plus(householdMinimumResources(e), halves), ceiling));
  return orNothing(times(minus(aMonthOf(the(e, own)), excess), 1 / 2));
}

/** Resources up to which the ASPA is paid. */
export const aspaCeiling = (e: Evaluation): Monthly =>
  aMonthOf(the(e, isCouple(e) ? ASPA_COUPLE : ASPA_SINGLE));

/** Allocation de solidarité aux personnes âgées of the household. */
export const aspa = amount(
  'aspa',
  'EUR/month',
  { law: 'L815-9 CSS, D815-1 CSS', appliesWhen: isAspaHousehold },
  (e) => {
    if (isMixedCouple(e)) return halfOfMixed(e, ASPA_COUPLE);
    const ceiling = aspaCeiling(e);
    const most = aMonthOf(the(e, bothAdults(e, opensAspa) ? ASPA_COUPLE : ASPA_SINGLE));
    return inSinglePrecision(smaller(most, orNothing(minus(ceiling, householdMinimumResources(e)))));
  }
);

/** Allocation supplémentaire d'invalidité of each adult. */
export const asi = amountOfAdult(
  'asi',
  'EUR/month',
  { law: 'L815-24 CSS, D815-19 CSS', appliesWhen: opensAsi },
  (e) => {
    if (isMixedCouple(e)) return halfOfMixed(e, ASI_COUPLE);
    const both = bothAdults(e, opensAsi);
    const ceiling = aMonthOf(the(e, isCouple(e) ? ASI_COUPLE : ASI_SINGLE));
    const most = aMonthOf(the(e, both ? ASI_COUPLE : ASI_SINGLE));
    const left = smaller(most, orNothing(minus(ceiling, householdMinimumResources(e))));
    return inSinglePrecision(both ? times(left, 1 / 2) : left);
  }
);

const seeksUnpaidWork = (e: Evaluation, who: number) =>
  isUnemployed(e, who) && isAssEligible(e, who) && !isSome(unemploymentBenefit(e, who));

/**
 * Whether the ASS is open: looking for work, conditions of past work met, no unemployment benefit left, no AAH (not
 * paid together since 2017: article 87 of law 2016-1917; http://www.bo-pole-emploi.org instruction 2017-4, read 2026-11-29).
 */
export const opensAss = factOfAdult(
  'ass_open',
  { law: 'L5423-1 CT, L5423-7 CT, R5423-1 CT' },
  (e, who) => seeksUnpaidWork(e, who) && !isSome(aah(e, who))
);

/** Resources the ASS looks at, a month; the partner's unemployment benefit counts. */
export const assResources = amount('ass_resources', 'EUR/month', { law: 'R5423-2 CT' }, (e) => {
  let total: Monthly = euros(0);
  for (let who = 0; who < adultCount(e, 0); who++) {
    const income = plus(
      aMonthOf(yearlySalary(e, who)),
      plus(pensionsOf(e, who), unemploymentBenefit(e, who))
    );
    total = plus(total, minus(plus(income, aah(e, who)), alimonyPaid(e, who)));
  }
  return total;
});

/** Resources up to which the ASS is paid. */
export const assCeiling = (e: Evaluation): Monthly =>
  daysOf(the(e, ASS_DAILY), the(e, isCouple(e) ? ASS_COUPLE_DAYS : ASS_SINGLE_DAYS));

const MONTH_OF_ASS = 30;

/** Allocation de solidarité spécifique of each adult. */
export const ass = amountOfAdult(
  'ass',
  'EUR/month',
  { law: 'L5423-1 CT, R5423-2 CT', appliesWhen: opensAss },
  (e) => {
    const daily = the(e, ASS_DAILY);
    const left = smaller(daysOf(daily, MONTH_OF_ASS), orNothing(minus(assCeiling(e), assResources(e))));
    return exceeds(daysOf(daily, 1), left) ? euros<'EUR/month'>(0) : left;
  }
);
