import { personKey, type LineFault, type PortfolioRow, type RowWarning } from '$lib/cases';
import { DEBT_FIELDS, debtKey } from './known-case';
import { SeenTable, shortHash } from './seen-table';

/** What became of a case in this run; the order says which wins when its lines differ. */
export const CASE_FATES = ['unchanged', 'updated', 'created'] as const;

/** One of {@link CASE_FATES}. */
export type CaseFate = (typeof CASE_FATES)[number];

/** What a line is, in view of the lines before it. */
export type LineVerdict =
  | { readonly kind: 'new'; readonly isFirstOfCase: boolean }
  | { readonly kind: 'repeated'; readonly warning: RowWarning }
  | { readonly kind: 'refused'; readonly fault: LineFault };

/**
 * What one run remembers of the lines it took, in a memory that stays small for a million of them: whose each case
 * is and what became of it, and each contract with a fingerprint of its facts. It makes the lines of a case meet
 * however far apart they stand, and it counts each case once.
 */
export class ImportMemory {
  readonly #cases = new SeenTable();
  readonly #contracts = new SeenTable();
  readonly #counts: Record<CaseFate, number> = { created: 0, updated: 0, unchanged: 0 };

  /** How many cases met each fate so far. */
  get caseCounts(): Readonly<Record<CaseFate, number>> {
    return this.#counts;
  }

  /** Judges a line whose case may be known from before: `knownPerson` is its person's key then. */
  judge(record: number, row: PortfolioRow, knownPerson: string | null): LineVerdict {
    const person = personKey(row);
    const seen = this.#cases.get(row.reference);
    const isAnother =
      knownPerson !== null ? knownPerson !== person : seen !== null && seen[0] !== shortHash(person);
    if (isAnother) return { kind: 'refused', fault: { code: 'another_person' } };
    const contract = `${row.reference}\u0001${debtKey(row.creditorName, row.contractReference)}`;
    const facts = shortHash(JSON.stringify(DEBT_FIELDS.map((field) => row[field])));
    const before = this.#contracts.get(contract);
    if (before === null) {
      this.#contracts.set(contract, facts, record);
      if (seen === null) this.#cases.set(row.reference, shortHash(person), 0);
      return { kind: 'new', isFirstOfCase: seen === null };
    }
    const [factsBefore, firstRecord] = before;
    if (factsBefore !== facts)
      return { kind: 'refused', fault: { code: 'contract_contradicted', firstRecord } };
    return { kind: 'repeated', warning: { code: 'line_repeated', column: '*', firstRecord } };
  }

  /** Records what became of a case; a weaker fate never replaces a stronger one. */
  settle(reference: string, fate: CaseFate): void {
    const [person, settled] = this.#cases.get(reference) ?? [0, 0];
    const rank = CASE_FATES.indexOf(fate) + 1;
    if (rank <= settled) return;
    const former = CASE_FATES[settled - 1];
    if (former) this.#counts[former] -= 1;
    this.#counts[fate] += 1;
    this.#cases.set(reference, person, rank);
  }
}
