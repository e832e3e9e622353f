import {
  adultCount,
  alimonyPaid,
  asiLastMonth,
  childAeeh,
  childAeehComplement,
  childCount,
  disabilityRate,
  hasRsdae,
  invalidityPension,
  isEmployed,
  netSalary,
  retirementPension,
  unemploymentBenefit
} from '../answers';
import {
  AAH_AMOUNT,
  AAH_CEILING_PER_CHILD,
  AAH_FIRST_SHARE,
  AAH_MIN_AGE,
  AAH_NEXT_SHARE,
  AAH_RATE,
  AAH_RSDAE_RATE,
  AAH_SMIC_SHARE,
  AEEH_COMPLEMENT,
  AEEH_COMPLEMENT_SIX,
  AEEH_ISOLATED,
  AEEH_MAX_AGE,
  AEEH_RATE,
  BMAF,
  MVA_AMOUNT,
  RETIREMENT_AGE,
  SMIC_HOURLY,
  SMIC_HOURS_PER_MONTH
} from '../generated/parameters';
import { amount, amountOfAdult, fact, factOfAdult, type Evaluation } from '../kernel/evaluation';
import { row, the } from '../kernel/parameter';
import {
  euros,
  exceeds,
  hoursOf,
  isSome,
  minus,
  orNothing,
  plus,
  smaller,
  times,
  type Monthly
} from '../kernel/quantity';
import { ageOf, childAge, familyChildren, isCouple } from './people';
import { pensionsOf } from './resources';

const getsAeeh = (e: Evaluation, index: number) => {
  const age = childAge(e, index);
  return childAeeh(e, index) === 1 && age >= 0 && age < the(e, AEEH_MAX_AGE);
};

/** Whether a child receives the AEEH. */
export const hasAeehChild = fact('aeeh_child', { law: 'L541-1 CSS' }, (e) => {
  for (let index = 0; index < childCount(e, 0); index++) if (getsAeeh(e, index)) return true;
  return false;
});

const LAST_COMPLEMENT = 6;

function complementOf(e: Evaluation, level: number, alone: boolean): Monthly {
  const base = the(e, BMAF);
  if (level === 0) return euros(0);
  const own =
    level === LAST_COMPLEMENT ? the(e, AEEH_COMPLEMENT_SIX) : times(base, row(e, AEEH_COMPLEMENT, level - 1));
  return alone && level >= 2 ? plus(own, times(base, row(e, AEEH_ISOLATED, level - 2))) : own;
}

/** Allocation d'éducation de l'enfant handicapé with its complements. */
export const aeeh = amount(
  'aeeh',
  'EUR/month',
  { law: 'L541-1 CSS, D541-1 CSS', appliesWhen: hasAeehChild },
  (e) => {
    let total: Monthly = euros(0);
    const alone = !isCouple(e);
    for (let index = 0; index < childCount(e, 0); index++)
      if (getsAeeh(e, index))
        total = plus(
          total,
          plus(times(the(e, BMAF), the(e, AEEH_RATE)), complementOf(e, childAeehComplement(e, index), alone))
        );
    return total;
  }
);

/** Whether disability opens the AAH: 80 %, or 50 % with restricted access to work before retirement age. */
export const opensAah = factOfAdult('aah_open', { law: 'L821-1 CSS, L821-2 CSS' }, (e, who) => {
  const rate = disabilityRate(e, who);
  const age = ageOf(e, who);
  if (rate < the(e, AAH_RSDAE_RATE) || age < the(e, AAH_MIN_AGE)) return false;
  return rate >= the(e, AAH_RATE) || (hasRsdae(e, who) && age < the(e, RETIREMENT_AGE));
});

/** Earnings as the AAH counts them: a fifth of the first slice, three fifths above. */
function counted(e: Evaluation, earnings: Monthly): Monthly {
  const smic = hoursOf(the(e, SMIC_HOURLY), the(e, SMIC_HOURS_PER_MONTH));
  const first = smaller(earnings, times(smic, the(e, AAH_SMIC_SHARE)));
  return plus(
    times(first, 1 - the(e, AAH_FIRST_SHARE)),
    times(minus(earnings, first), 1 - the(e, AAH_NEXT_SHARE))
  );
}

/** Own resources the AAH looks at, a month. */
export const aahResources = amountOfAdult(
  'aah_resources',
  'EUR/month',
  { law: 'R821-4 CSS, D821-9 CSS', appliesWhen: opensAah },
  (e, who) => {
    const earnings = plus(netSalary(e, who), unemploymentBenefit(e, who));
    const others = plus(pensionsOf(e, who), asiLastMonth(e, who));
    return orNothing(minus(plus(counted(e, earnings), others), alimonyPaid(e, who)));
  }
);

/** Pensions of old age or invalidity and the ASI, which the AAH only completes. */
const completedByAah = (e: Evaluation, who: number): Monthly =>
  plus(plus(invalidityPension(e, who), retirementPension(e, who)), asiLastMonth(e, who));

/**
 * Allocation aux adultes handicapés. Beside a pension it never brings the two above its full amount, children or not
 * (L821-1 CSS, https://tricoteuses.fr/legifrance/articles/LEGIARTI000006745142, read 2026-11-29).
 */
export const aah = amountOfAdult(
  'aah',
  'EUR/month',
  { law: 'L821-1 CSS, L821-3 CSS, D821-2 CSS', appliesWhen: opensAah },
  (e, who) => {
    const full = the(e, AAH_AMOUNT);
    const ceiling = times(full, 1 + the(e, AAH_CEILING_PER_CHILD) * familyChildren(e));
    const most = orNothing(minus(full, completedByAah(e, who)));
    return smaller(most, orNothing(minus(ceiling, aahResources(e, who))));
  }
);

/** Whether one of the adults receives the AAH. */
export const hasAah = fact(
  'aah_received',
  {},
  (e) => isSome(aah(e, 0)) || (adultCount(e, 0) === 2 && isSome(aah(e, 1)))
);

/** AAH in full, or paid on top of an invalidity or retirement pension. */
const isFullOrOnTop = (e: Evaluation, who: number): boolean => {
  const own = aah(e, who);
  if (!exceeds(the(e, AAH_AMOUNT), own)) return true;
  return isSome(own) && isSome(plus(invalidityPension(e, who), retirementPension(e, who)));
};

/** Majoration pour la vie autonome, were the household to receive housing aid: AAH, no work. */
export const mvaWithHousingAid = amountOfAdult(
  'mva_with_housing_aid',
  'EUR/month',
  {
    law: 'L821-1-2 CSS',
    appliesWhen: (e, who) => opensAah(e, who) && disabilityRate(e, who) >= the(e, AAH_RATE)
  },
  (e, who) =>
    isFullOrOnTop(e, who) && !isEmployed(e, who) && !isSome(netSalary(e, who))
      ? the(e, MVA_AMOUNT)
      : euros<'EUR/month'>(0)
);

/** Whether an invalidity pension is received. */
export const isInvalid = (e: Evaluation, who: number) => isSome(invalidityPension(e, who));
