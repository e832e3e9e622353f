import { adultCount, childCount, hasOwnDwelling } from '../answers';
import {
  BMAF_ON_1_JANUARY,
  COLLEGE_LIMIT_1,
  COLLEGE_LIMIT_2,
  COLLEGE_LIMIT_3,
  COLLEGE_RATE,
  ENERGY_LIMITS,
  ENERGY_ONE_UNIT,
  ENERGY_TWO_UNITS,
  ENERGY_UNDER_TWO_UNITS,
  ENERGY_UNITS,
  LYCEE_LIMIT_1,
  LYCEE_LIMIT_2,
  LYCEE_LIMIT_3,
  LYCEE_LIMIT_4,
  LYCEE_LIMIT_5,
  LYCEE_LIMIT_6,
  LYCEE_RATE,
  SMIC_HOURLY_TWO_YEARS_BEFORE
} from '../generated/parameters';
import { amount, number, type Evaluation } from '../kernel/evaluation';
import { row, the, type Parameter } from '../kernel/parameter';
import { asBaseOf, euros, exceeds, hoursOf, nearest, times, type Yearly, toEuro } from '../kernel/quantity';
import { countAged } from './people';
import { taxReference } from './resources';

/** Consumption units: one, a half, then three tenths for each person. */
export const energyUnits = number(
  'energy_units_of_household',
  'rate',
  { law: 'R124-1 code de l’énergie' },
  (e) => {
    const people = adultCount(e, 0) + childCount(e, 0);
    const second = people >= 2 ? row(e, ENERGY_UNITS, 1) : 0;
    return row(e, ENERGY_UNITS, 0) + second + Math.max(people - 2, 0) * row(e, ENERGY_UNITS, 2);
  }
);

const BANDS = 4;
const TWO_UNITS = 2;

/** Reference income per consumption unit. */
export const incomePerUnit = amount(
  'energy_income_per_unit',
  'EUR/year',
  { law: 'R124-1 code de l’énergie' },
  (e) => times(taxReference(e), 1 / energyUnits(e))
);

/** Income per unit from which there is none. */
export const energyLimit = (e: Evaluation): Yearly => row(e, ENERGY_LIMITS, BANDS - 1);

/** Chèque énergie of the year, for a dwelling of one's own. */
export const energyVoucher = amount(
  'cheque_energie_annual',
  'EUR/year',
  { law: 'L124-1 code de l’énergie, R124-3 code de l’énergie', appliesWhen: hasOwnDwelling },
  (e): Yearly => {
    const units = energyUnits(e);
    const scale =
      units <= 1 ? ENERGY_ONE_UNIT : units < TWO_UNITS ? ENERGY_UNDER_TWO_UNITS : ENERGY_TWO_UNITS;
    for (let band = 0; band < BANDS; band++)
      if (exceeds(row(e, ENERGY_LIMITS, band), incomePerUnit(e))) return row(e, scale, band);
    return euros(0);
  }
);

const COLLEGE = [COLLEGE_LIMIT_1, COLLEGE_LIMIT_2, COLLEGE_LIMIT_3] as const;
const LYCEE = [
  LYCEE_LIMIT_1,
  LYCEE_LIMIT_2,
  LYCEE_LIMIT_3,
  LYCEE_LIMIT_4,
  LYCEE_LIMIT_5,
  LYCEE_LIMIT_6
] as const;
const LAST_ROW = 7;
const STEP = 3;

/** The highest step whose income limit is not passed; none: -1. Limits are hours of SMIC by number of children, to the euro. */
function stepFor(e: Evaluation, limits: readonly Parameter<number>[]): number {
  const place = Math.min(childCount(e, 0), LAST_ROW + 1) - 1;
  const smic = the(e, SMIC_HOURLY_TWO_YEARS_BEFORE);
  for (let step = limits.length - 1; step >= 0; step--) {
    const limit = toEuro(hoursOf(smic, row(e, limits[step] as Parameter<number>, place)));
    if (!exceeds(taxReference(e), asBaseOf<'EUR/year'>(limit))) return step;
  }
  return -1;
}

function grant(
  e: Evaluation,
  limits: readonly Parameter<number>[],
  rates: Parameter<number>,
  pupils: number
): Yearly {
  const step = stepFor(e, limits);
  if (step < 0) return euros(0);
  const base = asBaseOf<'EUR/year'>(the(e, BMAF_ON_1_JANUARY));
  return times(nearest(times(base, row(e, rates, step)), STEP), pupils);
}

const pupilsAged = (low: number, high: number) => (e: Evaluation) => countAged(e, low, high);
const collegePupils = pupilsAged(11, 15);
const lyceePupils = pupilsAged(15, 18);

/** Bourse de collège of the school year, for pupils of 11 to 14. */
export const collegeGrant = amount(
  'bourse_college_annual',
  'EUR/year',
  { law: 'D531-4 code de l’éducation', appliesWhen: (e) => collegePupils(e) > 0 },
  (e) => grant(e, COLLEGE, COLLEGE_RATE, collegePupils(e))
);

/** Bourse de lycée of the school year, for pupils of 15 to 17. */
export const lyceeGrant = amount(
  'bourse_lycee_annual',
  'EUR/year',
  { law: 'D531-21 code de l’éducation', appliesWhen: (e) => lyceePupils(e) > 0 },
  (e) => grant(e, LYCEE, LYCEE_RATE, lyceePupils(e))
);
