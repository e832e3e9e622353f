import type { Actor } from '$lib/access';
import { ok, type CaseId, type Id, type Result } from '$lib/kernel';
import { readMessage, type MessageRefusal } from '$lib/messaging';
import { m } from '$lib/i18n';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { noteOnDesk } from '../cases';
import { loadContactSituation, noteWordsInSpace, sendContact } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { newId } from '../platform/ids';
import { now } from '../platform/runtime';
import { insertLine } from './thread-repository';

/** A reply that was laid in the thread. */
export interface SentReply {
  readonly id: Id<'message'>;
  readonly sentAt: string;
}

/**
 * A member of staff writes to the person. The words stay in the thread; a neutral line tells her by a channel she
 * has confirmed, at the hours the contact policy allows.
 */
export async function replyToPerson(
  actor: Actor,
  caseId: CaseId,
  input: { readonly text: string },
  command?: Command
): Promise<Result<SentReply, MessageRefusal | CommandReused>> {
  const read = readMessage(input.text);
  if (!read.ok) return read;
  const at = now();
  const asked = { act: 'replyToPerson', command };
  return enter(actor, { permission: 'case.write_message', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      if (actor.kind !== 'staff') throw new Error('Only staff reply');
      const id = newId<'message'>(at);
      await Promise.all([
        insertLine(tx, caseId, {
          id,
          author: 'staff',
          staffId: actor.staffId,
          authorName: actor.name,
          body: read.value,
          sentAt: at
        }),
        noteOnDesk(tx, caseId, { replied: true, unread: 'debtor' }, at),
        noteWordsInSpace(tx, caseId, { staffId: actor.staffId, purpose: 'answer_to_debtor' }, at),
        recordAudit(tx, actor, caseId, { action: 'message.replied', detail: { messageId: id } }, at)
      ]);
      await tellOfReply(tx, actor, caseId, at);
      return ok({ id, sentAt: at.toISOString() });
    })
  );
}

async function tellOfReply(tx: Transaction, actor: Actor, caseId: CaseId, at: Date): Promise<void> {
  const { noticeChannel: channel } = await loadContactSituation(tx, caseId, at);
  if (!channel) return;
  const post = {
    caseId,
    channel,
    purpose: 'answer_to_debtor',
    subject: m.messaging_notice_subject(),
    body: channel === 'sms' ? m.messaging_notice_sms() : m.messaging_notice_body()
  } as const;
  await sendContact(tx, actor, post, at);
}
