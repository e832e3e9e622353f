import type { Actor } from '$lib/access';
import { openPause, placeOfPostcode, policyInForce, type PauseReason } from '$lib/contact-policy';
import { dayInZone, type CaseId } from '$lib/kernel';
import { recordAudit } from '../audit';
import { selectContactBasis } from '../cases';
import type { Transaction } from '../db';
import { insertPause, liftPauses, selectPolicies } from './register-repository';

/** Begins a time of silence in the transaction of what causes it (a dispute, a proposal, "ce n’est pas moi"). */
export async function pauseContacts(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  reason: PauseReason,
  at: Date
): Promise<void> {
  const [basis, policies] = await Promise.all([selectContactBasis(tx, caseId), selectPolicies(tx)]);
  const today = dayInZone(at, placeOfPostcode(basis.postcode)?.timeZone ?? 'Europe/Paris');
  await insertPause(tx, caseId, openPause(reason, today, policyInForce(policies, today)), at);
  await recordAudit(tx, actor, caseId, { action: 'contacts.paused', detail: { reason } }, at);
}

/** Ends the silence for a reason, in the transaction of what ends it. */
export async function resumeContacts(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  reason: PauseReason,
  at: Date
): Promise<void> {
  await liftPauses(tx, caseId, reason, at);
  await recordAudit(tx, actor, caseId, { action: 'contacts.resumed', detail: { reason } }, at);
}
