import { rm } from 'node:fs/promises';
import type { Actor } from '$lib/access';
import type { KeptImportReport } from '$lib/cases';
import { ok, type Id, type Result } from '$lib/kernel';
import { countTry, type CalmWait } from '../access';
import { importPortfolio, type ImportedPortfolio, type ImportRefusal } from '../cases';
import { mustBeAllowed } from '../db';
import { log } from '../platform/logger';

/** A file received at the desk. It is deleted once it was read, whatever came of it. */
export interface ReceivedPortfolio {
  readonly path: string;
  readonly fileName: string;
}

const SHOWN_FINDINGS = 500;

/**
 * Starts the import of a received file and answers as soon as its run is recorded: it goes on by itself in this
 * process, and its progress is read from the run, by any process. A refusal means that nothing was read in: the file
 * is no portfolio, or it is one too many this hour.
 */
export async function startImport(
  actor: Actor,
  received: ReceivedPortfolio
): Promise<Result<{ readonly runId: Id<'import'> }, ImportRefusal | CalmWait>> {
  const { path, fileName } = received;
  const counted = await countImport(actor, path);
  if (!counted.ok) return counted;
  let told: (runId: Id<'import'>) => void = () => undefined;
  const started = new Promise<Id<'import'>>((resolve) => (told = resolve));
  const work = importPortfolio(actor, { path, fileName, onStarted: (runId) => told(runId) });
  const done = work.finally(() => rm(path, { force: true }));
  // after the answer nobody waits for it: the run says that it stopped, the log says why
  done.then(
    (result) => result.ok && result.value.close(),
    (error: unknown) => log().error('import_stopped', { error })
  );
  return Promise.race([
    started.then((runId) => ok({ runId })),
    done.then((result) => (result.ok ? ok({ runId: runOf(result.value) }) : result))
  ]);
}

/** Reads and checks a received file as an import would, and writes nothing. */
export async function tryImport(
  actor: Actor,
  received: ReceivedPortfolio
): Promise<Result<KeptImportReport, ImportRefusal | CalmWait>> {
  const { path, fileName } = received;
  const counted = await countImport(actor, path);
  if (!counted.ok) return counted;
  try {
    const read = await importPortfolio(actor, { path, fileName, isDryRun: true });
    if (!read.ok) return read;
    const { totals, refused, warnings } = read.value;
    const report: KeptImportReport = {
      ...totals,
      refused: refused.first(SHOWN_FINDINGS),
      warnings: warnings.first(SHOWN_FINDINGS),
      refusedTotal: refused.total,
      warningsTotal: warnings.total
    };
    read.value.close();
    return ok(report);
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * Ten files an hour for each member of staff, tried or for good; a file too many, or of somebody who may import none, is
 * deleted unread, and the second counts for nothing. Throws `NotYours`.
 */
async function countImport(actor: Actor, path: string): Promise<Result<true, CalmWait>> {
  let isCounted = false;
  try {
    mustBeAllowed(actor, 'portfolio.import');
    const counted = actor.kind === 'staff' ? await countTry('imports', actor.staffId) : ok(true);
    isCounted = counted.ok;
    return counted.ok ? ok(true) : counted;
  } finally {
    if (!isCounted) await rm(path, { force: true });
  }
}

function runOf({ runId }: ImportedPortfolio): Id<'import'> {
  if (runId === null) throw new Error('An import without its run');
  return runId;
}
