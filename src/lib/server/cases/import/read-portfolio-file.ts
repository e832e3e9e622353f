import {
  readPortfolioHeader,
  readPortfolioRow,
  type HeaderRefusal,
  type KnownColumns,
  type RowFault,
  type TakenRow
} from '$lib/cases';
import { ok, refused, type LocalDate, type Result } from '$lib/kernel';
import type { InspectedFile } from './inspect-file';
import { readRecords, type FileRecord, type RecordFault } from './read-records';

/** One line of a portfolio: taken, or refused with all that is wrong in it. */
export interface PortfolioLine {
  /** Number of the record in the file; the head is 1. */
  readonly record: number;
  /** The case reference as it stands in the file, for reports; empty when it cannot be read. */
  readonly reference: string;
  readonly outcome:
    | { readonly taken: true; readonly row: TakenRow['row']; readonly warnings: TakenRow['warnings'] }
    | { readonly taken: false; readonly faults: readonly (RowFault | EndOfReading)[] };
  readonly bytesRead: number;
}

/** The fault after which a file cannot be read on. */
export interface EndOfReading {
  readonly column: '*';
  readonly code: RecordFault;
}

/** A file whose head was understood; `lines` reads on from there, once. */
export interface OpenedPortfolio {
  readonly columns: KnownColumns;
  readonly lines: AsyncGenerator<readonly PortfolioLine[]>;
}

/** Why an inspected file holds no portfolio. */
export type PortfolioRefusal = HeaderRefusal | { readonly code: 'file_no_rows' };

/** Opens a portfolio: reads its head, then gives its lines list by list, each checked by the rule for the day. */
export async function openPortfolio(
  file: InspectedFile,
  today: LocalDate
): Promise<Result<OpenedPortfolio, PortfolioRefusal>> {
  const records = readRecords(file);
  let first: readonly FileRecord[] = [];
  while (first.length === 0) {
    const next = await records.next();
    if (next.done) return refused({ code: 'file_no_rows' });
    first = next.value;
  }
  const head = first[0]?.cells ?? [];
  const columns = readPortfolioHeader(typeof head === 'string' ? [] : head);
  if (!columns.ok) {
    await records.return(undefined);
    return columns;
  }
  const read = (record: FileRecord) => lineOf(record, columns.value, today);
  return ok({ columns: columns.value, lines: linesOf(first.slice(1), records, read) });
}

async function* linesOf(
  first: readonly FileRecord[],
  others: AsyncGenerator<readonly FileRecord[]>,
  read: (record: FileRecord) => PortfolioLine
): AsyncGenerator<readonly PortfolioLine[]> {
  yield first.map(read);
  for await (const records of others) yield records.map(read);
}

function lineOf(
  { record, cells, bytesRead }: FileRecord,
  knownColumns: KnownColumns,
  today: LocalDate
): PortfolioLine {
  if (typeof cells === 'string') {
    const faults = [{ column: '*', code: cells }] as const;
    return { record, reference: '', outcome: { taken: false, faults }, bytesRead };
  }
  const read = readPortfolioRow(cells, { today, knownColumns });
  if (read.ok) {
    const { row, warnings } = read.value;
    return { record, reference: row.reference, outcome: { taken: true, row, warnings }, bytesRead };
  }
  const { faults } = read.why;
  const isSecret = faults.some(({ code }) => code === 'national_number');
  // a cell that holds what must never be kept is not repeated either
  const reference = isSecret ? '' : (cells[knownColumns.positions.get('reference_dossier') ?? -1] ?? '');
  return { record, reference: reference.trim().slice(0, 40), outcome: { taken: false, faults }, bytesRead };
}
