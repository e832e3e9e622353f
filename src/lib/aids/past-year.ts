import { adultBirth, adultCount, childBirth, childCount, disabilityRate } from './answers';
import { BMAF, SMIC_HOURLY } from './generated/parameters';
import { Evaluation, type MonthlyHistory } from './kernel/evaluation';
import type { Edition } from './law/edition';

/** How many months the health cover looks back. */
export const MONTHS_LOOKED_BACK = 12;

const bit = (month: number) => 1 << (month % MONTHS_LOOKED_BACK);
const slotOf = (parameter: unknown) => parameter as number;

/**
 * The twelve months before a month, cut into runs: where a parameter of a benefit changes, where a birthday
 * falls, and for a disabled adult where the SMIC changes. Evaluations are made once and used for all households.
 */
export class PastYear implements MonthlyHistory {
  private count = 0;
  private prepared = false;
  private readonly pool: Evaluation[] = [];
  private readonly lengths: number[] = [];
  private readonly months: Float64Array[] = [];
  private cuts = 0;
  private smicCuts = 0;

  constructor(
    private readonly answers: Float64Array,
    private readonly month: number,
    edition: Edition
  ) {
    for (let current = month - MONTHS_LOOKED_BACK; current < month; current++) {
      const own = edition.parametersOf(current);
      const before = edition.parametersOf(current - 1);
      this.months.push(own);
      this.pool.push(new Evaluation(answers, own));
      if (edition.lookedBackMonths.has(current)) this.cuts |= bit(current);
      if (own[slotOf(SMIC_HOURLY)] !== before[slotOf(SMIC_HOURLY)]) this.smicCuts |= bit(current);
      if (own[slotOf(BMAF)] !== before[slotOf(BMAF)]) this.cuts |= bit(current);
    }
  }

  /** The answers changed: the year is cut again when somebody asks for it. */
  forget(): void {
    this.prepared = false;
  }

  runs(): number {
    if (!this.prepared) this.prepare();
    return this.count;
  }

  monthsOf(run: number): number {
    return this.lengths[run] as number;
  }

  at(run: number): Evaluation {
    return this.pool[run] as Evaluation;
  }

  sumOf(slot: number): number {
    let total = 0;
    for (const month of this.months) total += month[slot] as number;
    return total;
  }

  private cutsOfHousehold(): number {
    const { answers } = this;
    let { cuts } = this;
    const adults = answers[adultCount.slot] as number;
    for (let who = 0; who < adults; who++) {
      cuts |= bit(answers[adultBirth.slot + who] as number);
      if ((answers[disabilityRate.slot + who] as number) > 0) cuts |= this.smicCuts;
    }
    const children = answers[childCount.slot] as number;
    for (let index = 0; index < children; index++) cuts |= bit(answers[childBirth.slot + index] as number);
    return cuts;
  }

  private prepare(): void {
    const cuts = this.cutsOfHousehold();
    const first = this.month - MONTHS_LOOKED_BACK;
    let run = -1;
    for (let current = first; current < this.month; current++) {
      if (run >= 0 && (cuts & bit(current)) === 0) {
        this.lengths[run] = (this.lengths[run] as number) + 1;
        continue;
      }
      run += 1;
      const evaluation = this.pool[run] as Evaluation;
      evaluation.month = current;
      evaluation.parameters = this.months[current - first] as Float64Array;
      evaluation.forget();
      this.lengths[run] = 1;
    }
    this.count = run + 1;
    this.prepared = true;
  }
}
