import type { Actor } from '$lib/access';
import type { Id } from '$lib/kernel';
import { enter } from '../../db';
import { now } from '../../platform/runtime';
import { IMPORT_ERRAND } from './import-run';
import { findLatestRuns, findRun, type KeptRun } from './import-runs-repository';

const LATEST = 20;

/** The latest imports, newest first, with their reports: the history shown at the desk. */
export async function listImportRuns(actor: Actor): Promise<KeptRun[]> {
  return enter(actor, IMPORT_ERRAND, (tx) => findLatestRuns(tx, LATEST, now()));
}

/** How far one import is, or what it did; null when there is no such run. For a progress bar, from any process. */
export async function getImportRun(actor: Actor, runId: Id<'import'>): Promise<KeptRun | null> {
  return enter(actor, IMPORT_ERRAND, (tx) => findRun(tx, runId, now()));
}
