import { systemActor } from '$lib/access';
import { addDays, dayInZone, type CaseId } from '$lib/kernel';
import type { Signal } from '$lib/questionnaire';
import { recordAudit } from '../audit';
import { enter, type Transaction } from '../db';
import { eachOnItsOwn } from '../platform/each-on-its-own';
import { now } from '../platform/runtime';
import {
  endSignalsOver,
  forgetSignals,
  selectCasesToForget,
  selectCasesWithSignalsOver
} from './signals-repository';
import { refreshDeskFromSignals } from './signal-promises';

/** Days an ended signal stays on "Mes signaux" before it is erased. */
export const ENDED_SIGNAL_DAYS = 30;

const actor = systemActor('end-of-day');

/** What of signals that end outlives them, kept in the transaction that ends them: given by who knows of it. */
export type KeepWhatOutlives = (
  tx: Transaction,
  caseId: CaseId,
  ended: readonly Signal[],
  at: Date
) => Promise<void>;

/**
 * Closes the signals whose last day is over everywhere (it ends later overseas), and lets the desk follow: need,
 * recommended track and words owed. Their effects stopped on that day, save what `keep` keeps. One transaction for each
 * case.
 */
export async function endExpiredSignals(keep: KeepWhatOutlives): Promise<void> {
  const at = now();
  const day = addDays(dayInZone(at, 'Europe/Paris'), -1);
  await eachCase(
    (tx) => selectCasesWithSignalsOver(tx, day),
    async (tx, caseId) => {
      const ended = await endSignalsOver(tx, caseId, day, at);
      if (ended.length === 0) return;
      await keep(tx, caseId, ended, at);
      await refreshDeskFromSignals(tx, caseId, at);
      await recordAudit(
        tx,
        actor,
        caseId,
        { action: 'signals.expired', detail: { count: ended.length } },
        at
      );
    }
  );
}

/** Erases signals that ended a month ago: what "Mes signaux" said would happen. */
export async function forgetEndedSignals(): Promise<void> {
  const at = now();
  const before = new Date(at.getTime() - ENDED_SIGNAL_DAYS * 86_400_000);
  await eachCase(
    (tx) => selectCasesToForget(tx, before),
    (tx, caseId) => forgetSignals(tx, caseId, before, at)
  );
}

/** One case that cannot be worked on does not hold up the others; the job fails at the end, and is tried again. */
async function eachCase(
  list: (tx: Transaction) => Promise<CaseId[]>,
  work: (tx: Transaction, caseId: CaseId) => Promise<void>
): Promise<void> {
  await eachOnItsOwn(await enter(actor, { permission: 'system.expire' }, list), (caseId) =>
    enter(actor, { permission: 'system.expire', caseId }, (tx) => work(tx, caseId))
  );
}
