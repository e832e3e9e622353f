import type { Actor } from '$lib/access';
import { PURPOSES, type RuleCode } from '$lib/contact-policy';
import type { CaseId } from '$lib/kernel';
import { recordAudit } from '../audit';
import type { Transaction } from '../db';
import { selectWaitingDeliveries, settleDelivery } from './delivery-repository';
import { selectRegister, settleContact, type RegisterLine } from './register-repository';

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
  const isStopped = ({ purpose }: RegisterLine) => !PURPOSES[purpose].survivesClosing;
  return stopWaiting(tx, actor, caseId, { isStopped, rule: 'case_closed' }, at);
}

/**
 * Stops the reminders that wait for their hour, in the transaction that made them useless: she wants none any more, the
 * instalment goes elsewhere, or the agreement stops. Answers how many were stopped.
 */
export async function stopReminders(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  at: Date
): Promise<number> {
  const isStopped = ({ purpose }: RegisterLine) => purpose === 'due_reminder';
  return stopWaiting(tx, actor, caseId, { isStopped, rule: 'reminder_not_wanted' }, at);
}

async function stopWaiting(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  { isStopped, rule }: { readonly isStopped: (line: RegisterLine) => boolean; readonly rule: RuleCode },
  at: Date
): Promise<number> {
  const [waiting, register] = await Promise.all([
    selectWaitingDeliveries(tx, caseId),
    selectRegister(tx, caseId)
  ]);
  let stopped = 0;
  for (const { id, contactId } of waiting) {
    const line = register.find((one) => one.id === contactId);
    if (!line || !isStopped(line)) continue;
    await settleDelivery(tx, caseId, id, { state: 'stopped', failure: rule });
    await settleContact(tx, caseId, contactId, { state: 'refused', ruleCode: rule, ruleNumbers: {}, at });
    const detail = { channel: line.channel, purpose: line.purpose, rule };
    await recordAudit(tx, actor, caseId, { action: 'contact.refused', detail }, at);
    stopped += 1;
  }
  return stopped;
}
