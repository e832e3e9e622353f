import { desc, eq } from 'drizzle-orm';
import type { KeptImportReport } from '$lib/cases';
import type { Id, StaffId } from '$lib/kernel';
import type { Transaction } from '../../db';
import { importRuns } from '../../db/schema/cases';

/** What is known of a run when it starts. */
export interface StartedRun {
  readonly id: Id<'import'>;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly rowsTotal: number;
  readonly staffId: StaffId | null;
  readonly startedAt: Date;
}

/** Records that a run started; without an end it is under way, or was cut short and may simply be run again. */
export async function insertRun(tx: Transaction, run: StartedRun): Promise<void> {
  await tx.insert(importRuns).values(run);
}

/** Records how far a run is, in the transaction of the batch that brought it there. */
export async function advanceRun(tx: Transaction, id: Id<'import'>, rowsRead: number): Promise<void> {
  await tx.update(importRuns).set({ rowsRead }).where(eq(importRuns.id, id));
}

/** Records the end of a run: its report, or why it failed. */
export async function finishRun(
  tx: Transaction,
  id: Id<'import'>,
  end: {
    readonly report: KeptImportReport | null;
    readonly failure: string | null;
    readonly finishedAt: Date;
  }
): Promise<void> {
  await tx.update(importRuns).set(end).where(eq(importRuns.id, id));
}

/** A run as it is kept. */
export interface KeptRun {
  readonly id: Id<'import'>;
  readonly fileName: string;
  readonly startedAt: Date;
  /** Null while it is under way, and for ever when it was cut short. */
  readonly finishedAt: Date | null;
  readonly rowsRead: number;
  /** About how many rows the file has. */
  readonly rowsTotal: number | null;
  readonly report: KeptImportReport | null;
  /** A code, when nothing or not all went in: `stopped`, `file_no_rows`. */
  readonly failure: string | null;
}

const KEPT = {
  id: importRuns.id,
  fileName: importRuns.fileName,
  startedAt: importRuns.startedAt,
  finishedAt: importRuns.finishedAt,
  rowsRead: importRuns.rowsRead,
  rowsTotal: importRuns.rowsTotal,
  report: importRuns.report,
  failure: importRuns.failure
};

/** One run, or null. */
export async function findRun(tx: Transaction, id: Id<'import'>): Promise<KeptRun | null> {
  const [row] = await tx.select(KEPT).from(importRuns).where(eq(importRuns.id, id));
  return (row as KeptRun | undefined) ?? null;
}

/** The latest runs, newest first. */
export async function findLatestRuns(tx: Transaction, count: number): Promise<KeptRun[]> {
  const rows = await tx.select(KEPT).from(importRuns).orderBy(desc(importRuns.startedAt)).limit(count);
  return rows as KeptRun[];
}
