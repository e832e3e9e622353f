import { systemActor } from '$lib/access';
import { Rescreening, isWorthTelling, readKept } from '$lib/aids';
import type { CaseId } from '$lib/kernel';
import { enter } from '../../db';
import { now, vault } from '../../platform/runtime';
import { answersContext } from '../aids-repository';
import { dayInFrance } from './day-in-france';
import { editionsAround } from './law-as-published';
import {
  closeRun,
  holdPart,
  insertGains,
  movePart,
  selectProfilesAfter,
  selectRun,
  type Gain,
  type RescreeningId,
  type RescreeningRun
} from './rescreening-repository';
import { selectPublished, selectRevision } from './revision-repository';

const SCREENER = systemActor('rescreen-aids');
const ERRAND = { permission: 'system.rescreen' } as const;
/** Profiles read, computed and kept in one transaction: enough to cost little, few enough to lose little. */
const BATCH = 2_000;

/** Both editions of a pass, ready to compute one person after the other; null when the change is not to be computed. */
async function prepare(run: RescreeningRun): Promise<Rescreening | null> {
  const at = now();
  const [revision, published] = await enter(SCREENER, ERRAND, (tx) =>
    Promise.all([selectRevision(tx, run.revisionId), selectPublished(tx)])
  );
  if (!revision || revision.revised.subject !== 'parameter') return null;
  const { before, after } = await editionsAround(revision.revised, published, dayInFrance(at));
  return new Rescreening(run.month, before, after);
}

interface Sealed {
  readonly case_id: string;
  readonly answers_sealed: string;
}

function screen(
  rows: readonly Sealed[],
  rescreening: Rescreening,
  thresholdCents: number
): { readonly gains: readonly Gain[]; readonly unreadable: number } {
  const gains: Gain[] = [];
  let unreadable = 0;
  for (const { case_id: caseId, answers_sealed: sealed } of rows) {
    const kept = readKept(vault().open(sealed, answersContext(caseId as CaseId)));
    const gainCents = kept && rescreening.gainCents(kept);
    if (gainCents === null) unreadable += 1;
    else if (isWorthTelling(gainCents, thresholdCents)) gains.push({ caseId, gainCents });
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
  const rescreening = run && (await prepare(run));
  if (!run || !rescreening) throw new Error(`Nothing to screen for ${id}`);
  for (let isLast = false; !isLast;) {
    const at = now();
    const seen = await enter(SCREENER, ERRAND, async (tx) => {
      const held = await holdPart(tx, id, part);
      if (!held || held.isFinished) return null;
      const rows = await selectProfilesAfter(tx, held, BATCH);
      const { gains, unreadable } = screen(rows, rescreening, run.thresholdCents);
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
