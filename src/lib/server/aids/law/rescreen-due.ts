import { systemActor, type Actor } from '$lib/access';
import { readMonth } from '$lib/aids';
import { ok, refused, type LocalDate, type Result } from '$lib/kernel';
import { recordStaffAudit } from '../../audit';
import { enter, type Transaction } from '../../db';
import { sendJob } from '../../platform/queue';
import { now } from '../../platform/runtime';
import { dayInFrance } from './day-in-france';
import { isDue, isScreened } from './open-screening';
import {
  countProfiles,
  insertRun,
  selectOpenParts,
  selectOpenRuns,
  selectScreenedRevisions,
  type RescreeningId
} from './rescreening-repository';
import { gainsFrom, type RevisionId } from './revision';
import { selectPublished, selectRevision } from './revision-repository';
import { selectThreshold } from './threshold';

/** Screens the parts of a pass, each to its end: here, or in programs of their own on several cores. */
export type ScreenParts = (id: RescreeningId, parts: readonly number[]) => Promise<void>;

/** Under this many profiles one part is enough. */
const WORTH_PARTS = 20_000;
const PARTS = 2;
const SCREENER = systemActor('rescreen-aids');
const ERRAND = { permission: 'system.rescreen' } as const;

async function open(tx: Transaction, revisionId: RevisionId, byName: string, at: Date) {
  const month = readMonth(dayInFrance(at).slice(0, 7));
  if (!month.ok) return null;
  const [profiles, threshold] = [await countProfiles(tx), await selectThreshold(tx)];
  const run = {
    revisionId,
    month: month.value,
    thresholdCents: threshold.cents,
    startedByName: byName,
    startedAt: at
  };
  return insertRun(tx, run, { profiles, parts: profiles < WORTH_PARTS ? 1 : PARTS });
}

/**
 * Opens a pass for each published change by which somebody may gain, that is in force and was not screened yet, and
 * carries every open pass to its end: those a killed process left half way too. Answers how many passes were carried.
 */
export async function rescreenDue(screenParts: ScreenParts): Promise<number> {
  const at = now();
  const today = dayInFrance(at);
  await enter(SCREENER, ERRAND, async (tx) => {
    const [published, screened] = [await selectPublished(tx), await selectScreenedRevisions(tx)];
    for (const revision of published)
      if (isDue(revision, today) && !screened.has(revision.id)) await open(tx, revision.id, SCREENER.job, at);
  });
  const runs = await enter(SCREENER, ERRAND, selectOpenRuns);
  for (const { id } of runs)
    await screenParts(id, await enter(SCREENER, ERRAND, (tx) => selectOpenParts(tx, id)));
  return runs.length;
}

/** Why a pass is not started by hand. */
export type RescreenRefusal =
  | { readonly code: 'not_there' }
  | { readonly code: 'nothing_computed' }
  | { readonly code: 'not_yet'; readonly from: LocalDate }
  | { readonly code: 'already_running' };

/** Starts a pass by hand, for those who saved their answers since: who was told is not told again. */
export async function startRescreening(
  actor: Actor,
  revisionId: RevisionId
): Promise<Result<RescreeningId, RescreenRefusal>> {
  const at = now();
  const found = await enter(actor, { permission: 'law_watch.decide' }, (tx) =>
    selectRevision(tx, revisionId)
  );
  const from = found && gainsFrom(found);
  if (!found || !from) return refused({ code: 'not_there' });
  if (!isScreened(found)) return refused({ code: 'nothing_computed' });
  if (from > dayInFrance(at)) return refused({ code: 'not_yet', from });
  const byName = actor.kind === 'staff' ? actor.name : SCREENER.job;
  // profiles are nobody's but the job's: the supervisor only asks for it
  return enter(SCREENER, ERRAND, async (tx): Promise<Result<RescreeningId, RescreenRefusal>> => {
    const id = await open(tx, revisionId, byName, at);
    if (!id) return refused({ code: 'already_running' });
    await recordStaffAudit(tx, actor, { action: 'law.rescreened', detail: { revisionId } }, at);
    await sendJob(tx, 'rescreen-aids', {});
    return ok(id);
  });
}
