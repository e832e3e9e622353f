import { childBirth, childCount } from '../answers';
import {
  AF_AGE_INCREASE,
  AF_AGE_INCREASE_FROM,
  AF_AGE_INCREASE_FROM_BEFORE_2012,
  AF_CEILING_PER_CHILD,
  AF_CHILD_AGE,
  AF_EXTRA_CHILD,
  AF_FIRST_CEILING,
  AF_FLAT_CHILDREN,
  AF_FLAT_RATE,
  AF_SECOND_CEILING,
  AF_SHARE,
  AF_TWO_CHILDREN,
  BMAF
} from '../generated/parameters';
import { amount, number, type Evaluation } from '../kernel/evaluation';
import { row, the, type Parameter } from '../kernel/parameter';
import {
  aMonthOf,
  euros,
  exceeds,
  inSinglePrecision,
  minus,
  orNothing,
  plus,
  times,
  toCent,
  type Monthly,
  type Yearly
} from '../kernel/quantity';
import { childAge, countAged, familyChildren } from './people';
import { familyResources } from './resources';

const MARCH_2012 = 2012 * 12 + 2;
const hasTwoChildren = (e: Evaluation) => familyChildren(e) >= 2;

const ceilingFrom = (name: string, base: Parameter<Yearly>) =>
  amount(name, 'EUR/year', { law: 'D521-3 CSS' }, (e) =>
    plus(the(e, base), times(the(e, AF_CEILING_PER_CHILD), familyChildren(e)))
  );

/** Resources up to which the allocations familiales are paid in full. */
export const firstCeiling = ceilingFrom('af_first_ceiling_of_family', AF_FIRST_CEILING);
/** Resources up to which half is paid; a quarter above. */
export const secondCeiling = ceilingFrom('af_second_ceiling_of_family', AF_SECOND_CEILING);

/** Share of the allocations familiales that is paid, by resources. */
export const afShare = number(
  'af_share_of_family',
  'rate',
  { law: 'L521-1 CSS', appliesWhen: hasTwoChildren },
  (e) => {
    const resources = familyResources(e);
    if (!exceeds(resources, firstCeiling(e))) return row(e, AF_SHARE, 0);
    return exceeds(resources, secondCeiling(e)) ? row(e, AF_SHARE, 2) : row(e, AF_SHARE, 1);
  }
);

/** Allocations familiales before the increases: what RSA and prime d'activité count. */
export const afBase = amount(
  'af_base',
  'EUR/month',
  { law: 'L521-1 CSS, D521-1 CSS', appliesWhen: hasTwoChildren },
  (e) => {
    const rate = the(e, AF_TWO_CHILDREN) + the(e, AF_EXTRA_CHILD) * (familyChildren(e) - 2);
    return inSinglePrecision(times(toCent(times(the(e, BMAF), rate)), afShare(e)));
  }
);

/** Children who open the age increase: 14, or 18 for those born since March 2012; not the elder of two. */
export const increasedChildren = number(
  'af_increased_children',
  'count',
  { law: 'L521-3 CSS, D521-1 CSS', appliesWhen: hasTwoChildren },
  (e) => {
    let found = 0;
    let elder = Number.POSITIVE_INFINITY;
    let elderCounts = 0;
    for (let index = 0; index < childCount(e, 0); index++) {
      const age = childAge(e, index);
      if (age < 0 || age >= the(e, AF_CHILD_AGE)) continue;
      const birth = childBirth(e, index);
      const from = the(e, birth < MARCH_2012 ? AF_AGE_INCREASE_FROM_BEFORE_2012 : AF_AGE_INCREASE_FROM);
      const counts = age >= from ? 1 : 0;
      found += counts;
      if (birth < elder) {
        elder = birth;
        elderCounts = counts;
      }
    }
    return familyChildren(e) === 2 ? found - elderCounts : found;
  }
);

/** Increase for age. */
export const afIncrease = amount(
  'af_age_increase_of_family',
  'EUR/month',
  { law: 'L521-3 CSS', appliesWhen: hasTwoChildren },
  (e) => times(times(the(e, BMAF), the(e, AF_AGE_INCREASE) * increasedChildren(e)), afShare(e))
);

/** Flat allowance for children of 20, in families that had three. */
export const afFlat = amount(
  'af_flat_allowance',
  'EUR/month',
  { law: 'L521-1 CSS, D521-2 CSS', appliesWhen: hasTwoChildren },
  (e) => {
    const limit = the(e, AF_CHILD_AGE);
    const grown = countAged(e, limit, limit + 1);
    if (grown === 0 || familyChildren(e) + grown < the(e, AF_FLAT_CHILDREN)) return euros(0);
    return times(toCent(times(the(e, BMAF), the(e, AF_FLAT_RATE))), grown * afShare(e));
  }
);

/** What is added just above a ceiling so that one euro more never loses more than one euro. */
function topUp(e: Evaluation, paid: Monthly): Monthly {
  const resources = familyResources(e);
  const ceiling = exceeds(resources, secondCeiling(e)) ? secondCeiling(e) : firstCeiling(e);
  if (!exceeds(resources, ceiling)) return euros(0);
  return orNothing(minus(paid, aMonthOf(minus(resources, ceiling))));
}

/** Degressive top-up just above a ceiling. */
export const afTopUp = amount(
  'af_top_up',
  'EUR/month',
  { law: 'D521-2 CSS', appliesWhen: hasTwoChildren },
  (e) => plus(topUp(e, plus(afBase(e), afIncrease(e))), topUp(e, afFlat(e)))
);

/** Allocations familiales, before CRDS. */
export const af = amount('af', 'EUR/month', { law: 'L521-1 CSS', appliesWhen: hasTwoChildren }, (e) =>
  plus(plus(afBase(e), afIncrease(e)), plus(afFlat(e), afTopUp(e)))
);
