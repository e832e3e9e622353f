import path from 'node:path';
import { isAllowed, type Actor } from '$lib/access';
import type { ImportFinding, ImportReport, KeptImportReport } from '$lib/cases';
import { dayInZone, ok, refused, type Id, type Result, type TeamId } from '$lib/kernel';
import { recordStaffAudit } from '../../audit';
import { enter, NotYours } from '../../db';
import { newId } from '../../platform/ids';
import { now } from '../../platform/runtime';
import type { Findings } from './findings';
import { IMPORT_ERRAND, IMPORTER, ImportRun } from './import-run';
import { finishRun, insertRun } from './import-runs-repository';
import { ignoredColumnMessage, type ImportRefusal } from './import-words';
import { inspectFile, type InspectedFile } from './inspect-file';
import { openPortfolio, type OpenedPortfolio, type PortfolioLine } from './read-portfolio-file';

/** How far an import is. */
export interface ImportProgress {
  readonly runId: Id<'import'> | null;
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** A file to import. */
export interface ImportRequest {
  readonly path: string;
  /** The name people know the file by, when it is not that of `path` (an upload). */
  readonly fileName?: string;
  /** Reads, checks and compares as usual, and writes nothing. */
  readonly isDryRun?: boolean;
  /** The team that receives new cases: by default that of the supervisor who asks, or the oldest. */
  readonly teamId?: TeamId;
  /** Told once the file was found readable and the run is recorded, before its first line; never in a dry run. */
  readonly onStarted?: (runId: Id<'import'>) => void;
  /** Told after each batch. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What an import did. `refused` and `warnings` may be long: read them, then `close` them. */
export interface ImportedPortfolio {
  readonly runId: Id<'import'> | null;
  readonly totals: Pick<ImportReport, 'file' | 'rows' | 'cases' | 'debts'>;
  /** Rows that became or matched a debt: none means that the file was of no use. */
  readonly taken: number;
  readonly refused: Pick<Findings, 'total' | 'first' | 'all'>;
  readonly warnings: Pick<Findings, 'total' | 'first' | 'all'>;
  close(): void;
}

const BATCH_LINES = 2_000;
const KEPT_FINDINGS = 500;
/** Days of a file are days in metropolitan France, where creditors write them. */
const FILE_ZONE = 'Europe/Paris';

/**
 * Imports a creditor's file. It is read as a stream and written batch by batch, each in one transaction: a run that
 * is cut short is simply run again, two runs at once take turns, and the same file twice changes nothing. What is
 * wrong is refused line by line with its reason; the rest goes in.
 *
 * Throws {@link NotYours} when the actor may not import. A refusal means that nothing of the file was read in.
 */
export async function importPortfolio(
  actor: Actor,
  request: ImportRequest
): Promise<Result<ImportedPortfolio, ImportRefusal>> {
  if (!isAllowed(actor, IMPORT_ERRAND.permission)) throw new NotYours();
  const file = await inspectFile(request.path);
  if (!file.ok) return file;
  const portfolio = await openPortfolio(file.value, dayInZone(now(), FILE_ZONE));
  if (!portfolio.ok) return portfolio;

  const fileName = request.fileName ?? path.basename(request.path);
  const runId = request.isDryRun ? null : await startRun(actor, file.value, fileName);
  if (runId !== null) request.onStarted?.(runId);
  const teamId = request.teamId ?? (actor.kind === 'staff' ? actor.teamId : null);
  const run = new ImportRun({ runId, actor, teamId });
  try {
    for (const name of portfolio.value.columns.ignored) run.warnings.add(ignoredColumn(name));
    await takeAll(run, portfolio.value, (rows, bytesRead) =>
      request.onProgress?.({ runId, rows, bytesRead, bytesTotal: file.value.bytes })
    );
    if (run.rows === 0) {
      await failRun(runId, 'file_no_rows');
      return refused({ code: 'file_no_rows' });
    }
    const imported = resultOf(run, runId, fileName);
    if (runId !== null) await endRun(actor, runId, imported);
    return ok(imported);
  } catch (error) {
    closeFindings(run);
    // the first error is the one to tell; a database that is away cannot take the note either
    await failRun(runId, 'stopped').catch(() => undefined);
    throw error;
  }
}

/** While one batch is being written, the next one is read. */
async function takeAll(
  run: ImportRun,
  { lines }: OpenedPortfolio,
  onBatch: (rows: number, bytesRead: number) => void
): Promise<void> {
  let writing = Promise.resolve();
  try {
    for await (const batch of batchesOf(lines)) {
      await writing;
      writing = run.take(batch).then(() => onBatch(run.rows, batch.at(-1)?.bytesRead ?? 0));
      // awaited with the next batch; until then an error must not end the process untold
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
}

async function* batchesOf(lines: AsyncIterable<readonly PortfolioLine[]>): AsyncGenerator<PortfolioLine[]> {
  let batch: PortfolioLine[] = [];
  for await (const some of lines) {
    batch.push(...some);
    while (batch.length >= BATCH_LINES) {
      yield batch.slice(0, BATCH_LINES);
      batch = batch.slice(BATCH_LINES);
    }
  }
  if (batch.length > 0) yield batch;
}

function ignoredColumn(name: string): ImportFinding {
  return { record: 1, case: '', column: name, reason: 'column_ignored', message: ignoredColumnMessage(name) };
}

function resultOf(run: ImportRun, runId: Id<'import'> | null, file: string): ImportedPortfolio {
  const { rows, cases, debts } = run;
  return {
    runId,
    totals: { file, rows, cases, debts },
    taken: debts.created + debts.updated + debts.unchanged,
    refused: run.refused,
    warnings: run.warnings,
    close: () => closeFindings(run)
  };
}

function closeFindings(run: ImportRun): void {
  run.refused.close();
  run.warnings.close();
}

async function startRun(actor: Actor, file: InspectedFile, fileName: string): Promise<Id<'import'>> {
  const startedAt = now();
  const id = newId<'import'>(startedAt);
  const staffId = actor.kind === 'staff' ? actor.staffId : null;
  const { sha256: fileSha256, linesAbout: rowsTotal } = file;
  await enter(IMPORTER, IMPORT_ERRAND, (tx) =>
    insertRun(tx, { id, fileName, fileSha256, rowsTotal, staffId, startedAt })
  );
  return id;
}

async function endRun(actor: Actor, id: Id<'import'>, imported: ImportedPortfolio): Promise<void> {
  const { totals, refused: refusals, warnings } = imported;
  const finishedAt = now();
  const report: KeptImportReport = {
    ...totals,
    refused: refusals.first(KEPT_FINDINGS),
    warnings: warnings.first(KEPT_FINDINGS),
    refusedTotal: refusals.total,
    warningsTotal: warnings.total
  };
  const detail = {
    importRunId: id,
    rows: totals.rows,
    casesCreated: totals.cases.created,
    casesUpdated: totals.cases.updated,
    debtsCreated: totals.debts.created,
    debtsUpdated: totals.debts.updated,
    refused: refusals.total
  };
  await enter(IMPORTER, IMPORT_ERRAND, async (tx) => {
    await finishRun(tx, id, { report, failure: null, finishedAt });
    await recordStaffAudit(tx, actor, { action: 'portfolio.imported', detail }, finishedAt);
  });
}

async function failRun(id: Id<'import'> | null, failure: string): Promise<void> {
  if (id === null) return;
  await enter(IMPORTER, IMPORT_ERRAND, (tx) =>
    finishRun(tx, id, { report: null, failure, finishedAt: now() })
  );
}
