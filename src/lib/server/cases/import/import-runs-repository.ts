import { desc, eq } from 'drizzle-orm';
import { isCutShort, type KeptImportReport } from '$lib/cases';
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
  await tx.insert(importRuns).values({ ...run, advancedAt: run.startedAt });
}

/** Records how far a run is, in the transaction of the batch that brought it there. */
export async function advanceRun(
  tx: Transaction,
  id: Id<'import'>,
  rowsRead: number,
  at: Date
): Promise<void> {
  await tx.update(importRuns).set({ rowsRead, advancedAt: at }).where(eq(importRuns.id, id));
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

/** A run as it stands. */
export interface KeptRun {
  readonly id: Id<'import'>;
  readonly fileName: string;
  readonly startedAt: Date;
  /** False once it ended, and when it was cut short: then `failure` says so although nobody wrote it. */
  readonly isUnderWay: boolean;
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
  advancedAt: importRuns.advancedAt,
  rowsRead: importRuns.rowsRead,
  rowsTotal: importRuns.rowsTotal,
  report: importRuns.report,
  failure: importRuns.failure
};

type KeptRow = Pick<typeof importRuns.$inferSelect, keyof typeof KEPT>;

/** One run as it stands at an instant, or null. */
export async function findRun(tx: Transaction, id: Id<'import'>, at: Date): Promise<KeptRun | null> {
  const [row] = await tx.select(KEPT).from(importRuns).where(eq(importRuns.id, id));
  return row ? asItStands(row, at) : null;
}

/** The latest runs as they stand at an instant, newest first. */
export async function findLatestRuns(tx: Transaction, count: number, at: Date): Promise<KeptRun[]> {
  const rows = await tx.select(KEPT).from(importRuns).orderBy(desc(importRuns.startedAt)).limit(count);
  return rows.map((row) => asItStands(row, at));
}

function asItStands({ finishedAt, advancedAt, ...row }: KeptRow, at: Date): KeptRun {
  const isCut = finishedAt === null && isCutShort(advancedAt ?? row.startedAt, at);
  return {
    ...row,
    id: row.id as Id<'import'>,
    report: row.report as KeptImportReport | null,
    isUnderWay: finishedAt === null && !isCut,
    failure: isCut ? 'stopped' : row.failure
  };
}
