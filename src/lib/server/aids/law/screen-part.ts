import { systemActor } from '$lib/access';
import { isWorthTelling, readKept, type KeptAnswers, type ScreenedGain } from '$lib/aids';
import type { CaseId } from '$lib/kernel';
import { enter } from '../../db';
import { now, vault } from '../../platform/runtime';
import { answersContext } from '../aids-repository';
import { dayInFrance } from './day-in-france';
import { openScreening } from './open-screening';
import {
  closeRun,
  holdPart,
  insertGains,
  movePart,
  selectProfilesAfter,
  selectRun,
  type Gain,
  type RescreeningId,
  type RescreeningRun,
  type SealedProfile
} from './rescreening-repository';
import { selectPublished, selectRevision } from './revision-repository';

const SCREENER = systemActor('rescreen-aids');
const ERRAND = { permission: 'system.rescreen' } as const;
/** Profiles read, computed and kept in one transaction: enough to cost little, few enough to lose little. */
const BATCH = 2_000;

/** What the change of a pass brings to one person after the other; null when it is not to be computed. */
async function prepare(run: RescreeningRun): Promise<((kept: KeptAnswers) => ScreenedGain | null) | null> {
  const [revision, published] = await enter(SCREENER, ERRAND, (tx) =>
    Promise.all([selectRevision(tx, run.revisionId), selectPublished(tx)])
  );
  return revision && openScreening(revision, run.month, published, dayInFrance(now()));
}

function screen(
  rows: readonly SealedProfile[],
  gainOf: (kept: KeptAnswers) => ScreenedGain | null,
  thresholdCents: number
): { readonly gains: readonly Gain[]; readonly unreadable: number } {
  const gains: Gain[] = [];
  let unreadable = 0;
  for (const { case_id: caseId, answers_sealed: sealed } of rows) {
    const kept = readKept(vault().open(sealed, answersContext(caseId as CaseId)));
    const gain = kept && gainOf(kept);
    if (gain === null) unreadable += 1;
    else if (isWorthTelling(gain, thresholdCents))
      gains.push({ caseId, gainCents: gain.cents === 'opened' ? null : gain.cents, about: gain.about });
  }
  return { gains, unreadable };
}

/**
 * Screens one part of a pass to its end, batch by batch: what is found, and how far it came, are kept in one
 * transaction, so a worker that is killed loses nothing and does nothing twice. Memory does not grow. `onBatch` is
 * told how many were seen.
 */
export async function screenPart(
  id: RescreeningId,
  part: number,
  onBatch?: (seen: number) => void | Promise<void>
): Promise<void> {
  const run = await enter(SCREENER, ERRAND, (tx) => selectRun(tx, id));
  const gainOf = run && (await prepare(run));
  if (!run || !gainOf) throw new Error(`Nothing to screen for ${id}`);
  for (let isLast = false; !isLast;) {
    const at = now();
    const seen = await enter(SCREENER, ERRAND, async (tx) => {
      const held = await holdPart(tx, id, part);
      if (!held || held.isFinished) return null;
      const rows = await selectProfilesAfter(tx, held, BATCH);
      const { gains, unreadable } = screen(rows, gainOf, run.thresholdCents);
      await insertGains(tx, run.revisionId, gains, at);
      const cursor = rows.at(-1)?.case_id ?? null;
      const counts = { seen: rows.length, gained: gains.length, unreadable };
      await movePart(tx, id, part, { cursor, ...counts, isLast: rows.length < BATCH }, at);
      return rows.length;
    });
    isLast = seen === null || seen < BATCH;
    await onBatch?.(seen ?? 0);
  }
  await enter(SCREENER, ERRAND, (tx) => closeRun(tx, id, now()));
}
