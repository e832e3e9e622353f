import {
  adultCount,
  hasRsaJeune,
  isHosted,
  isOwner,
  isRecentlySeparated,
  isStudent,
  netSalary,
  paysContribution,
  unemploymentBenefit
} from '../answers';
import {
  ASF_COUNTED_RATE,
  BMAF,
  RSA_AGE,
  RSA_BASE,
  RSA_EXTRA_PERSON,
  RSA_HOUSING_DEDUCTION,
  RSA_ISOLATED_CHILD_AGE,
  RSA_ISOLATED_PER_CHILD,
  RSA_ISOLATED_PREGNANT,
  RSA_MINIMUM_PAID,
  RSA_SECOND_PERSON,
  RSA_THIRD_PERSON,
  RSA_YOUTH_MIN_AGE
} from '../generated/parameters';
import { amount, amountOfAdult, fact, number, type Evaluation } from '../kernel/evaluation';
import { row, the, type Parameter } from '../kernel/parameter';
import {
  euros,
  exceeds,
  inSinglePrecision,
  isSome,
  minus,
  orNothing,
  plus,
  smaller,
  times,
  type Monthly
} from '../kernel/quantity';
import { aah, mvaWithHousingAid } from './disability';
import { af, afBase } from './family-allowances';
import { asf, cf, complementBase, pajeBase } from './family-support';
import { aidBeforeCuts, housingAid, participation, rentCut } from './housing-aid';
import { countedEarnings, housingResources } from './housing-resources';
import { asi, aspa, ass } from './minimum-income';
import { ageOf, anyAdult, countAged, expectsChild, familyChildren, isCouple, rsaChildren } from './people';
import { overAdults, pensionsOf, savingsIncome } from './resources';

/** Majoration pour la vie autonome: wants housing aid. */
export const mva = amountOfAdult(
  'mva',
  'EUR/month',
  { law: 'L821-1-2 CSS', appliesWhen: (e) => isSome(housingAid(e)) },
  mvaWithHousingAid
);

/** People counted: adults and children under 25. */
const persons = number(
  'rsa_persons',
  'count',
  { law: 'R262-1 CASF' },
  (e) => adultCount(e, 0) + rsaChildren(e)
);

/** Parent alone with a child under three, expecting one, or alone for less than eighteen months. */
export const isIsolated = fact('rsa_isolated', { law: 'L262-9 CASF' }, (e) => {
  if (isCouple(e)) return false;
  if (expectsChild(e) || countAged(e, 0, the(e, RSA_ISOLATED_CHILD_AGE)) > 0) return true;
  return rsaChildren(e) > 0 && isRecentlySeparated(e);
});

const mayClaim = (e: Evaluation, who: number): boolean => {
  if (isStudent(e, who)) return false;
  const age = ageOf(e, who);
  return age >= the(e, RSA_AGE) || (hasRsaJeune(e, who) && age >= the(e, RSA_YOUTH_MIN_AGE));
};

const isNotStudent = (e: Evaluation, who: number) => !isStudent(e, who);

/** Whether RSA is open: 25, a child, or young with enough work; not for students unless isolated. */
export const opensRsa = fact('rsa_open', { law: 'L262-4 CASF, L262-7-1 CASF' }, (e) => {
  if (isIsolated(e) || anyAdult(e, mayClaim)) return true;
  return (rsaChildren(e) > 0 || expectsChild(e)) && anyAdult(e, isNotStudent);
});

/** The scale of a minimum income: one, then parts for each person. */
export function familyScale(
  e: Evaluation,
  people: number,
  second: Parameter<number>,
  third: Parameter<number>,
  extra: Parameter<number>
): number {
  let scale = 1;
  if (people >= 2) scale += the(e, second);
  if (people >= 3) scale += the(e, third);
  if (people >= 4) scale += the(e, isCouple(e) ? third : extra);
  return scale + Math.max(people - 4, 0) * the(e, extra);
}

/** Montant forfaitaire of the household, majoré for a parent alone. */
export const rsaScale = amount('rsa_scale', 'EUR/month', { law: 'R262-1 CASF, R262-2 CASF' }, (e) =>
  times(
    the(e, RSA_BASE),
    isIsolated(e)
      ? the(e, RSA_ISOLATED_PREGNANT) + the(e, RSA_ISOLATED_PER_CHILD) * rsaChildren(e)
      : familyScale(e, persons(e), RSA_SECOND_PERSON, RSA_THIRD_PERSON, RSA_EXTRA_PERSON)
  )
);

const THREE = 3;

/** Flat deduction for housing, by the number of people, on a montant forfaitaire for at most three. */
export function flatHousingDeduction(e: Evaluation, base: Monthly, rates: Parameter<number>): Monthly {
  const people = Math.min(persons(e), THREE);
  const scale = familyScale(e, people, RSA_SECOND_PERSON, RSA_THIRD_PERSON, RSA_EXTRA_PERSON);
  const deduction = times(base, scale * row(e, rates, people - 1));
  if (isOwner(e) || (isHosted(e) && !paysContribution(e))) return deduction;
  return smaller(deduction, housingAid(e));
}

/** Forfait logement of the RSA. */
export const rsaHousingDeduction = amount(
  'rsa_housing_deduction',
  'EUR/month',
  { law: 'R262-9 CASF, R262-10 CASF' },
  (e) => flatHousingDeduction(e, the(e, RSA_BASE), RSA_HOUSING_DEDUCTION)
);

/** Family benefits that RSA and prime d'activité count. */
export const countedFamilyBenefits = amount(
  'rsa_family_benefits',
  'EUR/month',
  { law: 'R262-11 CASF, R844-5 CSS' },
  (e) => {
    const perChild = times(the(e, BMAF), the(e, ASF_COUNTED_RATE) * familyChildren(e));
    const support = smaller(asf(e), perChild);
    const complement = isSome(cf(e)) ? complementBase(e) : euros<'EUR/month'>(0);
    return plus(plus(pajeBase(e), support), plus(complement, smaller(afBase(e), af(e))));
  }
);

/** Minima sociaux that RSA and prime d'activité count, AAH apart. */
export const otherMinima = amount('other_minima', 'EUR/month', { law: 'R262-6 CASF' }, (e) =>
  plus(aspa(e), plus(overAdults(e, asi), overAdults(e, ass)))
);

/** Resources of the quarter RSA looks at, a month. */
export const rsaResources = amount('rsa_resources', 'EUR/month', { law: 'L262-3 CASF, R262-6 CASF' }, (e) => {
  const minima = plus(otherMinima(e), plus(overAdults(e, aah), overAdults(e, mva)));
  const pay = plus(overAdults(e, netSalary), overAdults(e, unemploymentBenefit));
  const income = plus(plus(pay, overAdults(e, pensionsOf)), overAdults(e, savingsIncome));
  return plus(plus(countedFamilyBenefits(e), minima), income);
});

/**
 * Revenu de solidarité active of the household. One and a half or two and a half times the base ends on half a cent,
 * which the law does not say how to round: it falls where single precision lets it fall.
 */
export const rsa = amount(
  'rsa',
  'EUR/month',
  { law: 'L262-2 CASF, R262-4 CASF', appliesWhen: opensRsa },
  (e) => {
    const housed = minus(inSinglePrecision(rsaScale(e)), inSinglePrecision(rsaHousingDeduction(e)));
    const left = inSinglePrecision(minus(inSinglePrecision(housed), inSinglePrecision(rsaResources(e))));
    return exceeds(the(e, RSA_MINIMUM_PAID), left) ? euros<'EUR/month'>(0) : orNothing(left);
  }
);

/** What changes when RSA was received the month before, among what RSA itself reads: housing aid and after. */
export const AFTER_RSA_RECEIVED: readonly number[] = [
  countedEarnings.slot,
  housingResources.slot,
  participation.slot,
  aidBeforeCuts.slot,
  rentCut.slot,
  housingAid.slot,
  mva.slot,
  mva.slot + 1,
  rsaHousingDeduction.slot,
  rsaResources.slot,
  rsa.slot
];
