import {
  adultCount,
  alimonyPaid,
  childCount,
  disabilityRate,
  isAssEligible,
  isHosted,
  isMortgaged,
  isOwner,
  isUnemployed,
  livretA,
  netSalary,
  otherSavings,
  unemploymentBenefit
} from '../answers';
import {
  CSS_ALLOWANCES,
  CSS_CEILING,
  CSS_CHILD_AGE,
  CSS_HOUSING_AIDED,
  CSS_HOUSING_FREE,
  CSS_NEXT_PERSONS,
  CSS_PARTICIPATION,
  CSS_PARTICIPATION_MARGIN,
  CSS_SECOND_PERSON,
  CSS_THIRD_FOURTH,
  CSS_UNEMPLOYED_SHARE,
  LIVRET_A_RATE,
  RETIREMENT_AGE,
  RSA_BASE,
  RSA_EXTRA_PERSON,
  RSA_SECOND_PERSON,
  RSA_THIRD_PERSON,
  SAVINGS_DEEMED_RATE
} from '../generated/parameters';
import { amount, amountOfAdult, number, type Evaluation, type MonthlyHistory } from '../kernel/evaluation';
import { row, the, type Parameter } from '../kernel/parameter';
import {
  asBaseOf,
  euros,
  exceeds,
  isSome,
  minus,
  orNothing,
  overYear,
  plus,
  smaller,
  times,
  toEuro,
  yieldOf,
  type Monthly,
  type Yearly
} from '../kernel/quantity';
import { aah, mvaWithHousingAid } from './disability';
import { af } from './family-allowances';
import { asf, cf } from './family-support';
import { housingAid } from './housing-aid';
import { asi, aspa, ass } from './minimum-income';
import { ageOf, anyAdult, childAge, healthChildren, isCouple } from './people';
import { overAdults, pensionsOf, savingsIncome } from './resources';
import { familyScale, rsa } from './rsa';

const ALLOWANCE = { aspaSingle: 0, aspaCouple: 1, asiSingle: 2, asiCouple: 3, aah: 4 } as const;
const law = 'L861-2 CSS, R861-8 CSS';

const aahCounted = (e: Evaluation, who: number): Monthly =>
  orNothing(minus(aah(e, who), row(e, CSS_ALLOWANCES, ALLOWANCE.aah)));

/** ASPA less its allowance. */
function aspaCounted(e: Evaluation): Monthly {
  const allowance = row(e, CSS_ALLOWANCES, isCouple(e) ? ALLOWANCE.aspaCouple : ALLOWANCE.aspaSingle);
  return orNothing(minus(aspa(e), allowance));
}

/** ASI less its allowance; none beside an AAH, which has its own. */
const asiCounted = amountOfAdult('css_asi', 'EUR/month', { law }, (e, who): Monthly => {
  const own = asi(e, who);
  if (isSome(aah(e, who))) return own;
  const both = isCouple(e) && isSome(asi(e, 0)) && isSome(asi(e, 1));
  const allowance = both
    ? times(row(e, CSS_ALLOWANCES, ALLOWANCE.asiCouple), 1 / 2)
    : row(e, CSS_ALLOWANCES, ALLOWANCE.asiSingle);
  return orNothing(minus(own, allowance));
});

/** Benefits counted in one month of the past year. */
const benefitsOfMonth = amount('css_benefits_of_month', 'EUR/month', { law }, (e) => {
  const family = plus(plus(af(e), asf(e)), plus(cf(e), aspaCounted(e)));
  const minima = plus(overAdults(e, aahCounted), overAdults(e, ass));
  return plus(family, minima);
});

const mayHaveMinimum = (e: Evaluation, who: number): boolean =>
  disabilityRate(e, who) > 0 || isAssEligible(e, who) || ageOf(e, who) >= the(e, RETIREMENT_AGE);

/** Nobody to whom any benefit counted here could have been paid in the year. */
const hasNoBenefit = (e: Evaluation): boolean => childCount(e, 0) === 0 && !anyAdult(e, mayHaveMinimum);

const MONTHS = 12;

/** What savings were deemed to bring in over the twelve months, with the rate of each month. */
const savingsOfYear = amountOfAdult('css_savings', 'EUR/year', { law: 'R861-8 CSS' }, (e, who): Yearly => {
  const { history } = e;
  if (history === null) return overYear(savingsIncome(e, who));
  const livret = isSome(livretA(e, who)) ? averageOf(history, LIVRET_A_RATE) : 0;
  const others = isSome(otherSavings(e, who)) ? averageOf(history, SAVINGS_DEEMED_RATE) : 0;
  return plus(yieldOf(livretA(e, who), livret), yieldOf(otherSavings(e, who), others));
});

const averageOf = (history: MonthlyHistory, rate: Parameter<number>): number =>
  history.sumOf(rate as unknown as number) / MONTHS;

/** Benefits counted over the twelve months before, month by month, with the amounts and ages of each. */
const benefitsOfYear = amount('css_benefits_of_year', 'EUR/year', { law: 'R861-8 CSS' }, (e): Yearly => {
  const { history } = e;
  // an explanation names what the benefits depend on, which earlier months do not record
  if (history === null || hasNoBenefit(e) || e.recorder !== null) benefitsOfMonth(e);
  if (history === null || hasNoBenefit(e)) return overYear(benefitsOfMonth(e));
  const aided = isSome(housingAid(e));
  const runs = history.runs();
  let total: Yearly = euros(0);
  for (let run = 0; run < runs; run++) {
    const past = history.at(run);
    const benefits = benefitsOfMonth(past);
    const month = aided ? plus(benefits, overAdults(past, mvaWithHousingAid)) : benefits;
    total = plus(total, times(asBaseOf<'EUR/year'>(month), history.monthsOf(run)));
  }
  return total;
});

/** Pay and pensions of a year; a third off the pay of someone out of work. */
const incomeOfYear = amountOfAdult('css_income', 'EUR/year', { law: 'R861-8 CSS, R861-14 CSS' }, (e, who) => {
  const outOfWork = (isUnemployed(e, who) && isSome(unemploymentBenefit(e, who))) || isSome(ass(e, who));
  const pay = outOfWork ? times(netSalary(e, who), 1 - the(e, CSS_UNEMPLOYED_SHARE)) : netSalary(e, who);
  const others = plus(pensionsOf(e, who), unemploymentBenefit(e, who));
  const month = minus(plus(plus(pay, others), asiCounted(e, who)), alimonyPaid(e, who));
  return plus(overYear(month), savingsOfYear(e, who));
});

const THREE = 3;

function flatHousing(e: Evaluation, rates: Parameter<number>): Yearly {
  const people = Math.min(adultCount(e, 0) + healthChildren(e), THREE);
  const scale = familyScale(e, people, RSA_SECOND_PERSON, RSA_THIRD_PERSON, RSA_EXTRA_PERSON);
  return overYear(times(the(e, RSA_BASE), scale * row(e, rates, people - 1)));
}

/** What housing brings in kind: owners, people housed free, people with housing aid. */
const housingBenefit = amount('css_housing', 'EUR/year', { law: 'R861-5 CSS, R861-7 CSS' }, (e): Yearly => {
  if (isOwner(e) || isMortgaged(e) || isHosted(e)) return flatHousing(e, CSS_HOUSING_FREE);
  return smaller(flatHousing(e, CSS_HOUSING_AIDED), overYear(housingAid(e)));
});

/** Resources of twelve months that the health cover looks at. */
export const coverResources = amount('css_resources', 'EUR/year', { law: 'R861-4 CSS, R861-8 CSS' }, (e) =>
  plus(plus(housingBenefit(e), benefitsOfYear(e)), overAdults(e, incomeOfYear))
);

/** Ceiling of the free cover, to the euro. */
export const coverCeiling = amount(
  'css_ceiling_of_family',
  'EUR/year',
  { law: 'L861-1 CSS, D861-1 CSS, R861-3 CSS' },
  (e) => {
    const people = adultCount(e, 0) + healthChildren(e);
    let scale = 1;
    for (let rank = 2; rank <= people; rank++) scale += partOf(e, rank);
    return toEuro(times(the(e, CSS_CEILING), scale));
  }
);

const LAST_OF_SMALL_PARTS = 4;

function partOf(e: Evaluation, rank: number): number {
  if (rank === 2) return the(e, CSS_SECOND_PERSON);
  return the(e, rank <= LAST_OF_SMALL_PARTS ? CSS_THIRD_FOURTH : CSS_NEXT_PERSONS);
}

/** Resources above which there is no cover, even with participation. */
export const coverHighestCeiling = amount('css_highest_ceiling', 'EUR/year', { law: 'L861-1 CSS' }, (e) =>
  times(coverCeiling(e), 1 + the(e, CSS_PARTICIPATION_MARGIN))
);

/** 2: free, 1: with participation, 0: none. */
export const cover = number('css', 'count', { law: 'L861-1 CSS' }, (e) => {
  if (isSome(rsa(e))) return 2;
  const highest = coverHighestCeiling(e);
  // benefits only add to income: above the highest limit without them, the year need not be looked at
  if (exceeds(overAdults(e, incomeOfYear), highest)) return 0;
  if (exceeds(coverResources(e), highest)) return 0;
  return exceeds(coverResources(e), coverCeiling(e)) ? 1 : 2;
});

const AGE_BANDS = [30, 50, 60, 70] as const;

function participationAt(e: Evaluation, age: number): Monthly {
  let band = 0;
  while (band < AGE_BANDS.length && age >= (AGE_BANDS[band] as number)) band += 1;
  return row(e, CSS_PARTICIPATION, band);
}

/** What the family pays a month when it is not free. */
export const coverParticipation = amount(
  'css_participation_monthly',
  'EUR/month',
  { law: 'L861-1 CSS', appliesWhen: (e) => cover(e) === 1 },
  (e) => {
    let total: Monthly = euros(0);
    for (let who = 0; who < adultCount(e, 0); who++) total = plus(total, participationAt(e, ageOf(e, who)));
    for (let index = 0; index < childCount(e, 0); index++) {
      const age = childAge(e, index);
      if (age >= 0 && age <= the(e, CSS_CHILD_AGE)) total = plus(total, participationAt(e, age));
    }
    return total;
  }
);
