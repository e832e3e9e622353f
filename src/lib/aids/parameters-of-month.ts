import {
  AAH_AMOUNT,
  AF_AGE_INCREASE_FROM,
  AF_FIRST_CEILING,
  ASPA_SINGLE,
  ASS_DAILY,
  BMAF,
  CF_CEILING,
  COVERED_FROM,
  DATED_ROWS,
  EARNINGS_DEDUCTION_MIN,
  PSS_TWO_YEARS_BEFORE,
  SLOT_COUNT,
  SMIC_MONTHLY_ON_1_JANUARY
} from './generated/parameters';
import { parametersIn } from './kernel/parameter';

const byMonth = new Map<number, Float64Array>();

/** All parameters as they stand in a month (year × 12 + month - 1). */
export function parametersOf(month: number): Float64Array {
  let found = byMonth.get(month);
  if (found === undefined) {
    found = parametersIn(month, DATED_ROWS, SLOT_COUNT);
    byMonth.set(month, found);
  }
  return found;
}

// what changes together in law: one parameter stands for its yearly order
const LOOKED_BACK = new Set<unknown>([
  AAH_AMOUNT,
  AF_AGE_INCREASE_FROM,
  AF_FIRST_CEILING,
  ASPA_SINGLE,
  ASS_DAILY,
  BMAF,
  CF_CEILING,
  EARNINGS_DEDUCTION_MIN,
  PSS_TWO_YEARS_BEFORE,
  SMIC_MONTHLY_ON_1_JANUARY
]);

/** Months in which the amount of a benefit counted by the health cover changes. */
export const LOOKED_BACK_MONTHS: ReadonlySet<number> = new Set(
  DATED_ROWS.filter(([slot]) => LOOKED_BACK.has(slot)).map(([, from]) => from)
);

/** First month that can be evaluated: the health cover looks back twelve months. */
export const FIRST_MONTH = COVERED_FROM + 12;
