import {
  AAH_AMOUNT,
  AF_AGE_INCREASE_FROM,
  AF_FIRST_CEILING,
  ASPA_SINGLE,
  ASS_DAILY,
  BMAF,
  CF_CEILING,
  DATED_ROWS,
  EARNINGS_DEDUCTION_MIN,
  PSS_TWO_YEARS_BEFORE,
  SLOT_COUNT,
  SMIC_MONTHLY_ON_1_JANUARY
} from '../generated/parameters';
import { parametersIn, type DatedRow } from '../kernel/parameter';

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

/** The dated parameters as one edition of the law has them: those compiled, or those with revisions over them. */
export class Edition {
  /** Months in which the amount of a benefit counted by the health cover changes. */
  readonly lookedBackMonths: ReadonlySet<number>;
  private readonly byMonth = new Map<number, Float64Array>();

  /** `rows`: the dated values, oldest first. */
  constructor(readonly rows: readonly DatedRow[] = DATED_ROWS) {
    this.lookedBackMonths = new Set(rows.filter(([slot]) => LOOKED_BACK.has(slot)).map(([, from]) => from));
  }

  /** All parameters as they stand in a month (year × 12 + month - 1). */
  parametersOf(month: number): Float64Array {
    let found = this.byMonth.get(month);
    if (found === undefined) {
      found = parametersIn(month, this.rows, SLOT_COUNT);
      this.byMonth.set(month, found);
    }
    return found;
  }

  /** The edition in which some parameters, each by its first slot, have other dated values. */
  with(revised: ReadonlyMap<number, readonly DatedRow[]>): Edition {
    if (revised.size === 0) return this;
    const kept = this.rows.filter(([slot]) => !revised.has(slot));
    const rows = [...kept, ...[...revised.values()].flat()];
    return new Edition(rows.sort((a, b) => a[1] - b[1]));
  }
}

const COMPILED = new Edition();
let current = COMPILED;

/** The edition the product was built with. */
export const compiledEdition = (): Edition => COMPILED;

/** The edition evaluations use unless told another. */
export const editionInForce = (): Edition => current;

/** Chooses the edition evaluations use from now on, in this page or this process. */
export function useEdition(edition: Edition): void {
  current = edition;
}
