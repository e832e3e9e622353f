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
import { readRecords, type FileRecord } from './read-records';

/** One line of a portfolio: taken, or refused with all that is wrong in it. */
export interface PortfolioLine {
  /** Number of the record in the file; the head is 1. */
  readonly record: number;
  /** The case reference as it stands in the file, for reports; empty when it cannot be read. */
  readonly reference: string;
  readonly outcome:
    | { readonly taken: true; readonly row: TakenRow['row']; readonly warnings: TakenRow['warnings'] }
    | { readonly taken: false; readonly faults: readonly (RowFault | UnclosedQuote)[] };
  readonly bytesRead: number;
}

/** The fault after which a file cannot be read on. */
export interface UnclosedQuote {
  readonly column: '*';
  readonly code: 'quote_never_closed';
}

/** A file whose head was understood; `lines` reads on from there, once. */
export interface OpenedPortfolio {
  readonly columns: KnownColumns;
  readonly lines: AsyncGenerator<PortfolioLine>;
}

/** Why an inspected file holds no portfolio. */
export type PortfolioRefusal = HeaderRefusal | { readonly code: 'file_no_rows' };

/** Opens a portfolio: reads its head, then gives its lines one by one, each checked by the rule for the day. */
export async function openPortfolio(
  file: InspectedFile,
  today: LocalDate
): Promise<Result<OpenedPortfolio, PortfolioRefusal>> {
  const records = readRecords(file);
  const head = await records.next();
  if (head.done) return refused({ code: 'file_no_rows' });
  const columns = readPortfolioHeader(head.value.cells ?? []);
  if (!columns.ok) {
    await records.return(undefined);
    return columns;
  }
  return ok({ columns: columns.value, lines: linesOf(records, columns.value, today) });
}

async function* linesOf(
  records: AsyncGenerator<FileRecord>,
  knownColumns: KnownColumns,
  today: LocalDate
): AsyncGenerator<PortfolioLine> {
  const referenceAt = knownColumns.positions.get('reference_dossier') ?? -1;
  for await (const { record, cells, bytesRead } of records) {
    if (cells === null) {
      const faults = [{ column: '*', code: 'quote_never_closed' }] as const;
      yield { record, reference: '', outcome: { taken: false, faults }, bytesRead };
      return;
    }
    const read = readPortfolioRow(cells, { today, knownColumns });
    if (read.ok) {
      const { row, warnings } = read.value;
      yield { record, reference: row.reference, outcome: { taken: true, row, warnings }, bytesRead };
    } else {
      const { faults } = read.why;
      // a cell that holds what must never be kept is not repeated either
      const isSecret = faults.some(({ code }) => code === 'national_number');
      const reference = isSecret ? '' : (cells[referenceAt] ?? '').trim().slice(0, 40);
      yield { record, reference, outcome: { taken: false, faults }, bytesRead };
    }
  }
}
