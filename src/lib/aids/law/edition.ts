import {
  AAH_AMOUNT,
  AF_AGE_INCREASE_FROM,
  AF_FIRST_CEILING,
  ASPA_SINGLE,
  ASS_DAILY,
  BMAF,
  CF_CEILING,
  EARNINGS_DEDUCTION_MIN,
  LATER_ROWS,
  PSS_TWO_YEARS_BEFORE,
  SMIC_MONTHLY_ON_1_JANUARY,
  VALUES_AT_START
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

/** Changed values of some parameters, each by its first slot: all of its dated values. */
export type Revisions = ReadonlyMap<number, readonly DatedRow[]>;

/** The dated parameters as one edition of the law has them: those compiled, or those with revisions over them. */
export class Edition {
  /** Months in which the amount of a benefit counted by the health cover changes. */
  readonly lookedBackMonths: ReadonlySet<number>;
  private readonly rows: readonly DatedRow[];
  private readonly byMonth = new Map<number, Float64Array>();

  /** `revisions`: what differs from what was compiled; nothing, unless told. */
  constructor(readonly revisions: Revisions = new Map()) {
    const kept = LATER_ROWS.filter(([slot]) => !revisions.has(slot));
    this.rows = [...kept, ...[...revisions.values()].flat()].sort((a, b) => a[1] - b[1]);
    const lookedBack = this.rows.filter(([slot]) => LOOKED_BACK.has(slot));
    this.lookedBackMonths = new Set(lookedBack.map(([, from]) => from));
  }

  /** All parameters as they stand in a month (year × 12 + month - 1). */
  parametersOf(month: number): Float64Array {
    let found = this.byMonth.get(month);
    if (found === undefined) {
      found = parametersIn(month, VALUES_AT_START, this.rows);
      this.byMonth.set(month, found);
    }
    return found;
  }

  /** The edition in which other parameters, too, have other dated values. */
  with(revisions: Revisions): Edition {
    return revisions.size === 0 ? this : new Edition(new Map([...this.revisions, ...revisions]));
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
