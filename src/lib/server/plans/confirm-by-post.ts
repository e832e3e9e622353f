import type { Actor } from '$lib/access';
import { m } from '$lib/i18n';
import type { CaseId } from '$lib/kernel';
import { loadContactSituation, sendContact } from '../contact-policy';
import type { Transaction } from '../db';

/** Tells her, by a channel she confirmed and without any figure, that the document of her agreement is ready. */
export async function confirmByPost(tx: Transaction, actor: Actor, caseId: CaseId, at: Date): Promise<void> {
  const { noticeChannel: channel } = await loadContactSituation(tx, caseId, at);
  if (!channel) return;
  const subject = m.messaging_plan_notice_subject();
  const body = channel === 'sms' ? m.messaging_plan_notice_sms() : m.messaging_plan_notice_body();
  await sendContact(tx, actor, { caseId, channel, purpose: 'plan_confirmation', subject, body }, at);
}
