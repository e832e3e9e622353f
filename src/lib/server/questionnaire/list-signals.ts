import type { Actor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { recordAudit } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { insertSignalView, selectAllSignals, selectSignalViews, type SignalRow } from './signals-repository';

/**
 * The signals in force that staff may know, for the desk. Opening them is itself written, and the person reads who
 * saw what: there is no looking without being seen.
 */
export async function listSignalsAtDesk(actor: Actor, caseId: CaseId): Promise<readonly SignalRow[]> {
  const at = now();
  return enter(actor, { permission: 'case.read', caseId }, async (tx) => {
    if (actor.kind !== 'staff') throw new Error('Only staff work at the desk');
    const rows = await selectAllSignals(tx, caseId);
    const visible = rows.filter((row) => row.endedWhy === null && row.signal.staffMayKnow);
    const seen = new Set(
      (await selectSignalViews(tx, caseId))
        .filter((view) => view.staffId === actor.staffId)
        .map((view) => view.signalId)
    );
    const fresh = visible.filter((row) => !seen.has(row.id));
    for (const row of fresh) await insertSignalView(tx, caseId, row.id, actor.staffId, at);
    if (fresh.length > 0) {
      await recordAudit(tx, actor, caseId, { action: 'signals.seen', detail: { count: fresh.length } }, at);
    }
    return visible;
  });
}
