import type { Actor } from '$lib/access';
import { recordAudit } from '../audit';
import type { Transaction } from '../db';
import type { PostName } from './delivery-repository';
import { settleContact } from './register-repository';

/**
 * Writes in the open register and in the journal that a delivery is over and did not arrive for certain. What surely
 * stayed here takes no place under the caps; what may have reached her (`unknown`) keeps it.
 */
export async function sayNotDelivered(
  tx: Transaction,
  actor: Actor,
  { caseId, contactId, channel }: Omit<PostName, 'id'>,
  reason: 'refused' | 'unreachable' | 'unknown' | 'broken' | 'too_late',
  at: Date
): Promise<void> {
  const outcome =
    reason === 'unknown'
      ? ({ state: 'attempted', ruleCode: 'maybe_delivered' } as const)
      : ({ state: 'refused', ruleCode: 'not_delivered' } as const);
  await settleContact(tx, caseId, contactId, { ...outcome, ruleNumbers: {}, at });
  await recordAudit(tx, actor, caseId, { action: 'contact.failed', detail: { channel, reason } }, at);
}
