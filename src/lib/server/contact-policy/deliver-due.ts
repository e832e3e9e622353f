import { systemActor } from '$lib/access';
import { enter } from '../db';
import { eachOnItsOwn } from '../platform/each-on-its-own';
import { now } from '../platform/runtime';
import { deliver, type WaysOut } from './deliver';
import { endLostDelivery, selectDueDeliveries, selectLostDeliveries } from './delivery-repository';
import { sayNotDelivered } from './say-not-delivered';

const POSTMAN = systemActor('deliver');
const BATCH = 100;
/** Longer than any gateway is waited for: past it, the process that had the delivery is gone. */
const LOST_AFTER_MS = 15 * 60_000;

/**
 * Sends all that is due and was not picked up by its own job: after a stop, a lost job, or without a queue. What a
 * process had in hand when it died is ended and said, never sent again: it may have left. One delivery that breaks
 * does not hold up the others; the job fails at the end.
 */
export async function deliverDue(ways: WaysOut): Promise<number> {
  const at = now();
  const lostBefore = new Date(at.getTime() - LOST_AFTER_MS);
  const { due, lost } = await enter(POSTMAN, { permission: 'system.deliver' }, async (tx) => ({
    due: await selectDueDeliveries(tx, at, BATCH),
    lost: await selectLostDeliveries(tx, lostBefore)
  }));
  const works = [
    ...due.map(
      ({ caseId, id }) =>
        () =>
          deliver(ways, caseId, id)
    ),
    ...lost.map((one) => () => endLost(one, lostBefore, at))
  ];
  await eachOnItsOwn(works, (work) => work());
  return due.length;
}

async function endLost(
  { caseId, id }: Awaited<ReturnType<typeof selectLostDeliveries>>[number],
  before: Date,
  at: Date
): Promise<void> {
  await enter(POSTMAN, { permission: 'system.deliver', caseId }, async (tx) => {
    const post = await endLostDelivery(tx, caseId, id, before);
    if (post) await sayNotDelivered(tx, POSTMAN, post, 'unknown', at);
  });
}
