import { systemActor } from '$lib/access';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { deliver, type WaysOut } from './deliver';
import { selectDueDeliveries } from './delivery-repository';

const BATCH = 100;

/** Sends all that is due and was not picked up by its own job: after a stop, a lost job, or without a queue. */
export async function deliverDue(ways: WaysOut): Promise<number> {
  const due = await enter(systemActor('deliver'), { permission: 'system.deliver' }, (tx) =>
    selectDueDeliveries(tx, now(), BATCH)
  );
  for (const { caseId, id } of due) await deliver(ways, caseId, id);
  return due.length;
}
