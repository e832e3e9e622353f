import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type Refusal, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { endSignal } from './signals-repository';
import { refreshDeskFromSignals } from './signal-promises';

/** No such signal in force on this case. */
export interface SignalNotThere extends Refusal {
  readonly code: 'signal_not_there';
}

/** The person removes a signal: it stops having effect at once, and the same answer does not raise it again. */
export async function removeSignal(
  actor: Actor,
  caseId: CaseId,
  signalId: Id<'signal'>,
  command?: Command
): Promise<Result<null, SignalNotThere | CommandReused>> {
  const at = now();
  const asked = { act: 'removeSignal', command };
  return enter(actor, { permission: 'own_case.answer', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      const ended = await endSignal(tx, caseId, signalId, 'removed_by_person', at);
      if (!ended) return refused({ code: 'signal_not_there' as const });
      await refreshDeskFromSignals(tx, caseId, at);
      await recordAudit(tx, actor, caseId, { action: 'signal.removed', detail: { signalId } }, at);
      return ok(null);
    })
  );
}
