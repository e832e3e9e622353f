import { alimonyReceived, childCount } from '../answers';
import {
  ARS_CEILING,
  ARS_CEILING_PER_CHILD,
  ARS_MINIMUM_PAID,
  ARS_RATE,
  ASF_NOT_PAID_UP_TO,
  ASF_RATE,
  BIRTH_GRANT_RATE,
  BMAF,
  CF_CEILING,
  CF_CEILING_FIRST_TWO,
  CF_CEILING_NEXT,
  CF_CEILING_TWO_EARNERS,
  CF_CHILDREN,
  CF_INCREASED_RATE,
  CF_INCREASED_SHARE,
  CF_RATE,
  PAJE_CEILING_FIRST_TWO,
  PAJE_CEILING_NEXT,
  PAJE_FULL_CEILING,
  PAJE_FULL_TWO_EARNERS,
  PAJE_HALF_CEILING,
  PAJE_HALF_RATE,
  PAJE_HALF_TWO_EARNERS,
  PAJE_RATE
} from '../generated/parameters';
import { amount, fact, number, type Evaluation } from '../kernel/evaluation';
import { row, the, type Parameter } from '../kernel/parameter';
import {
  aMonthOf,
  asBaseOf,
  euros,
  exceeds,
  minus,
  orNothing,
  plus,
  times,
  toCent,
  type Lump,
  type Yearly
} from '../kernel/quantity';
import {
  ageThisYear,
  babies,
  complementChildren,
  complementOpeners,
  expectsChild,
  familyChildren,
  isCouple
} from './people';
import { familyResources, hasTwoEarners, overAdults } from './resources';

/** Parent alone, or two adults who both earn: the higher ceilings. */
const hasHigherCeiling = fact(
  'higher_ceiling',
  { law: 'R532-1 CSS' },
  (e) => !isCouple(e) || hasTwoEarners(e)
);

function ceilingFor(
  e: Evaluation,
  children: number,
  base: Parameter<Yearly>,
  extra: Parameter<Yearly>,
  firstTwo: Parameter<number>,
  next: Parameter<number>
): Yearly {
  const scale = 1 + the(e, firstTwo) * Math.min(children, 2) + the(e, next) * Math.max(children - 2, 0);
  const ceiling = times(the(e, base), scale);
  return hasHigherCeiling(e) ? plus(ceiling, the(e, extra)) : ceiling;
}

const pajeCeiling = (name: string, base: Parameter<Yearly>, extra: Parameter<Yearly>, unborn: 0 | 1) =>
  amount(name, 'EUR/year', { law: 'D531-1 CSS' }, (e) =>
    ceilingFor(e, familyChildren(e) + unborn, base, extra, PAJE_CEILING_FIRST_TWO, PAJE_CEILING_NEXT)
  );

/** Resources up to which the PAJE allowance is paid in full. */
export const pajeFullCeiling = pajeCeiling(
  'paje_full_ceiling_of_family',
  PAJE_FULL_CEILING,
  PAJE_FULL_TWO_EARNERS,
  0
);
/** Resources up to which half of it is paid. */
export const pajeHalfCeiling = pajeCeiling(
  'paje_half_ceiling_of_family',
  PAJE_HALF_CEILING,
  PAJE_HALF_TWO_EARNERS,
  0
);
/** Resources up to which the birth grant is paid. */
export const birthGrantCeiling = pajeCeiling(
  'birth_grant_ceiling',
  PAJE_HALF_CEILING,
  PAJE_HALF_TWO_EARNERS,
  1
);

/** Allocation de base of the PAJE, before CRDS: a child under three. */
export const pajeBase = amount(
  'paje_base',
  'EUR/month',
  { law: 'L531-3 CSS, D531-3 CSS', appliesWhen: (e) => babies(e) > 0 },
  (e) => {
    const resources = familyResources(e);
    if (!exceeds(resources, pajeFullCeiling(e))) return times(the(e, BMAF), the(e, PAJE_RATE));
    return exceeds(resources, pajeHalfCeiling(e)) ? euros(0) : times(the(e, BMAF), the(e, PAJE_HALF_RATE));
  }
);

/** Prime à la naissance, once. */
export const birthGrant = amount(
  'prime_naissance',
  'EUR',
  { law: 'L531-2 CSS, D531-2 CSS', appliesWhen: expectsChild },
  (e): Lump =>
    exceeds(familyResources(e), birthGrantCeiling(e))
      ? euros(0)
      : toCent(times(asBaseOf<'EUR'>(the(e, BMAF)), the(e, BIRTH_GRANT_RATE)))
);

const opensComplement = (e: Evaluation) => complementOpeners(e) >= the(e, CF_CHILDREN);

/** Ceiling of the complément familial. */
export const complementCeiling = amount(
  'cf_ceiling_of_family',
  'EUR/year',
  { law: 'R522-4 CSS', appliesWhen: opensComplement },
  (e) =>
    ceilingFor(
      e,
      complementChildren(e),
      CF_CEILING,
      CF_CEILING_TWO_EARNERS,
      CF_CEILING_FIRST_TWO,
      CF_CEILING_NEXT
    )
);

/** Complément familial without its increase, degressive over the ceiling: what RSA counts. */
export const complementBase = amount(
  'cf_base',
  'EUR/month',
  {
    law: 'L522-1 CSS, D522-1 CSS',
    appliesWhen: (e) => opensComplement(e) && !exceeds(pajeBase(e), euros(0))
  },
  (e) => {
    const full = times(the(e, BMAF), the(e, CF_RATE));
    const excess = minus(familyResources(e), complementCeiling(e));
    return exceeds(excess, euros(0)) ? orNothing(minus(full, aMonthOf(excess))) : full;
  }
);

/** Complément familial, before CRDS; not paid together with the PAJE allowance. */
export const cf = amount(
  'cf',
  'EUR/month',
  { law: 'L522-1 CSS, L532-1 CSS', appliesWhen: opensComplement },
  (e) => {
    const base = complementBase(e);
    if (!exceeds(base, euros(0))) return base;
    const half = times(complementCeiling(e), the(e, CF_INCREASED_SHARE));
    return toCent(exceeds(familyResources(e), half) ? base : times(the(e, BMAF), the(e, CF_INCREASED_RATE)));
  }
);

const isLoneParent = fact('lone_parent', { law: 'L523-1 CSS' }, (e) => !isCouple(e) && familyChildren(e) > 0);

/** Allocation de soutien familial, before CRDS; the other parent is taken not to pay more than what is received. */
export const asf = amount(
  'asf',
  'EUR/month',
  { law: 'L523-1 CSS, D523-1 CSS', appliesWhen: isLoneParent },
  (e) => {
    const left = minus(
      times(the(e, BMAF), the(e, ASF_RATE) * familyChildren(e)),
      overAdults(e, alimonyReceived)
    );
    return exceeds(left, the(e, ASF_NOT_PAID_UP_TO)) ? left : euros<'EUR/month'>(0);
  }
);

const EIGHTEEN = 18;

/** Sum of the rates of the back-to-school allowance, by the age each child reaches in the year. */
const backToSchoolRate = number('ars_rate_of_family', 'rate', { law: 'L543-1 CSS, D543-1 CSS' }, (e) => {
  let rate = 0;
  for (let index = 0; index < childCount(e, 0); index++) {
    const age = ageThisYear(e, index);
    if (age >= 6 && age <= 10) rate += row(e, ARS_RATE, 0);
    else if (age >= 11 && age <= 14) rate += row(e, ARS_RATE, 1);
    else if (age >= 15 && age < EIGHTEEN) rate += row(e, ARS_RATE, 2);
  }
  return rate;
});

/** Ceiling of the back-to-school allowance. */
export const backToSchoolCeiling = amount('ars_ceiling_of_family', 'EUR/year', { law: 'R543-5 CSS' }, (e) =>
  times(the(e, ARS_CEILING), 1 + the(e, ARS_CEILING_PER_CHILD) * familyChildren(e))
);

/** Allocation de rentrée scolaire of the year, before CRDS; degressive over the ceiling. */
export const ars = amount(
  'ars_annual',
  'EUR/year',
  { law: 'L543-1 CSS, D543-1 CSS', appliesWhen: (e) => backToSchoolRate(e) > 0 },
  (e): Yearly => {
    const full = times(asBaseOf<'EUR/year'>(the(e, BMAF)), backToSchoolRate(e));
    const left = minus(full, orNothing(minus(familyResources(e), backToSchoolCeiling(e))));
    return exceeds(asYearly(the(e, ARS_MINIMUM_PAID)), left) ? euros(0) : left;
  }
);

const asYearly = (minimum: Lump): Yearly => minimum as unknown as Yearly;
