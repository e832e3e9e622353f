/** How many things an import made, changed, or found as they were. */
export interface ImportTally {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Something an import has to say about one line. */
export interface ImportFinding {
  /** Number of the record in the file; the head is 1. */
  readonly record: number;
  /** The case reference of the line, empty when there is none to show. */
  readonly case: string;
  /** The column, or `*` for the whole line. */
  readonly column: string;
  /** A code, for machines. */
  readonly reason: string;
  /** The same in plain French. */
  readonly message: string;
}

/**
 * What an import did, line by line. Each row of the file is counted once: a debt created, updated or unchanged, a
 * refusal, or a warning `line_repeated`. A case counts as updated when its person or one of its debts changed.
 */
export interface ImportReport {
  readonly file: string;
  readonly rows: number;
  readonly cases: ImportTally;
  readonly debts: ImportTally;
  readonly refused: readonly ImportFinding[];
  readonly warnings: readonly ImportFinding[];
}

/** The report as it is kept with the run: the first findings only, and how many there were. */
export interface KeptImportReport extends ImportReport {
  readonly refusedTotal: number;
  readonly warningsTotal: number;
}
