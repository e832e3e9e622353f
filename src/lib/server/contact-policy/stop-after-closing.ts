import type { Actor } from '$lib/access';
import { PURPOSES } from '$lib/contact-policy';
import type { CaseId } from '$lib/kernel';
import { recordAudit } from '../audit';
import type { Transaction } from '../db';
import { selectWaitingDeliveries, settleDelivery } from './delivery-repository';
import { selectRegister, settleContact } from './register-repository';

/**
 * Stops what waits for its hour and may not leave once the case is closed, in the transaction that closes it: her
 * register says so at once. What answers her still goes out. Answers how many were stopped.
 */
export async function stopAfterClosing(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  at: Date
): Promise<number> {
  const [waiting, register] = await Promise.all([
    selectWaitingDeliveries(tx, caseId),
    selectRegister(tx, caseId)
  ]);
  let stopped = 0;
  for (const { id, contactId } of waiting) {
    const line = register.find((one) => one.id === contactId);
    if (!line || PURPOSES[line.purpose].survivesClosing) continue;
    await settleDelivery(tx, caseId, id, { state: 'stopped', failure: 'case_closed' });
    await settleContact(tx, caseId, contactId, {
      state: 'refused',
      ruleCode: 'case_closed',
      ruleNumbers: {},
      at
    });
    const detail = { channel: line.channel, purpose: line.purpose, rule: 'case_closed' };
    await recordAudit(tx, actor, caseId, { action: 'contact.refused', detail }, at);
    stopped += 1;
  }
  return stopped;
}
