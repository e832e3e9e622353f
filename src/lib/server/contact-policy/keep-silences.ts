import { activePause } from '$lib/contact-policy';
import { dayInZone, type CaseId } from '$lib/kernel';
import type { Signal } from '$lib/questionnaire';
import type { Transaction } from '../db';
import { loadContactSituation, silencesOf } from './contact-facts';
import { insertPause, moveEndOfPauses } from './register-repository';

/**
 * Keeps the silence of signals that end when the firm's own is longer: it holds until its own end, even once the signals
 * are erased. It is kept as a pause that says nothing of why, as "health" does.
 */
export async function keepSilences(
  tx: Transaction,
  caseId: CaseId,
  ended: readonly Signal[],
  at: Date
): Promise<void> {
  const { facts, keptPauses, policy } = await loadContactSituation(tx, caseId, at);
  const today = dayInZone(at, facts.place.timeZone);
  const left = activePause(
    ended.flatMap((signal) => silencesOf(signal, policy)),
    today,
    policy
  );
  if (!left?.resumesOn) return;
  const pause = { ...left.pause, reason: 'health', endsOn: left.resumesOn } as const;
  const running = activePause(
    keptPauses.filter(({ reason }) => reason === 'health'),
    today,
    policy
  );
  if (!running) return insertPause(tx, caseId, { ...pause, startsOn: today }, at);
  if (running.resumesOn !== null && running.resumesOn < pause.endsOn)
    await moveEndOfPauses(tx, caseId, { ...running.pause, endsOn: pause.endsOn });
}
