import type { RowFault, RowWarning } from '$lib/cases';
import type { ImportMemory } from './import-memory';
import { debtKey, type KnownCase } from './known-case';
import { knownPersonKey, type AcceptedLine } from './plan-batch';
import type { EndOfReading, PortfolioLine } from './read-portfolio-file';

/** What an import has to say about a line, before it is put in words. */
export interface LineRemark<Said> {
  readonly record: number;
  readonly reference: string;
  readonly said: Said;
}

/** A batch of lines, each of them in exactly one of `accepted`, `refused` and `repeated`. */
export interface JudgedLines {
  readonly accepted: readonly AcceptedLine[];
  readonly refused: readonly LineRemark<readonly (RowFault | EndOfReading)[]>[];
  readonly repeated: readonly LineRemark<RowWarning>[];
  /** What is odd about accepted lines. */
  readonly warnings: readonly LineRemark<RowWarning>[];
}

/** Judges lines in the order of the file, in view of the lines before them and of the cases we know. */
export function judgeLines(
  lines: readonly PortfolioLine[],
  known: ReadonlyMap<string, KnownCase>,
  memory: ImportMemory
): JudgedLines {
  const accepted: AcceptedLine[] = [];
  const refused: LineRemark<readonly (RowFault | EndOfReading)[]>[] = [];
  const repeated: LineRemark<RowWarning>[] = [];
  const warnings: LineRemark<RowWarning>[] = [];
  for (const { record, reference, outcome } of lines) {
    if (!outcome.taken) {
      refused.push({ record, reference, said: outcome.faults });
      continue;
    }
    const { row } = outcome;
    const there = known.get(row.reference);
    const isNewContract = !there?.debts.has(debtKey(row.creditorName, row.contractReference));
    if (there?.closedOn && isNewContract) {
      const { closedOn } = there;
      refused.push({
        record,
        reference,
        said: [{ code: 'case_closed', column: 'reference_dossier', closedOn }]
      });
      continue;
    }
    const verdict = memory.judge(record, row, knownPersonKey(there));
    if (verdict.kind === 'new') {
      accepted.push({ record, row, isFirstOfCase: verdict.isFirstOfCase });
      for (const warning of outcome.warnings) warnings.push({ record, reference, said: warning });
    } else if (verdict.kind === 'repeated') repeated.push({ record, reference, said: verdict.warning });
    else refused.push({ record, reference, said: [faultOf(verdict.fault)] });
  }
  return { accepted, refused, repeated, warnings };
}

function faultOf(fault: Extract<ReturnType<ImportMemory['judge']>, { kind: 'refused' }>['fault']): RowFault {
  return { ...fault, column: fault.code === 'another_person' ? 'nom' : 'reference_contrat' };
}
