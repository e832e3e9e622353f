import type { Actor } from '$lib/access';
import { ok, type CaseId, type Id, type Result } from '$lib/kernel';
import { readMessage, type MessageRefusal } from '$lib/messaging';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { noteOnDesk } from '../cases';
import { promiseReply } from '../contact-policy';
import { enter } from '../db';
import { newId } from '../platform/ids';
import { now } from '../platform/runtime';
import { insertLine } from './thread-repository';

/** A message that was taken: instants as ISO texts, since the answer to a repeat goes through JSON. */
export interface PostedMessage {
  readonly id: Id<'message'>;
  readonly sentAt: string;
  /** By when an answer is promised. */
  readonly replyBy: string;
}

/** The person writes to her referent. Told to the referent at once, and promised an answer at honest hours. */
export async function postMessage(
  actor: Actor,
  caseId: CaseId,
  input: { readonly text: string },
  command?: Command
): Promise<Result<PostedMessage, MessageRefusal | CommandReused>> {
  const read = readMessage(input.text);
  if (!read.ok) return read;
  const at = now();
  const { by } = promiseReply(at);
  const asked = { act: 'postMessage', command };
  return enter(actor, { permission: 'own_case.write_message', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      const id = newId<'message'>(at);
      await Promise.all([
        insertLine(tx, caseId, {
          id,
          author: 'debtor',
          staffId: null,
          authorName: '',
          body: read.value,
          sentAt: at
        }),
        noteOnDesk(
          tx,
          caseId,
          { replyPromisedBy: by, unread: 'staff', routingRequestedAt: at, seenAt: at },
          at
        ),
        recordAudit(tx, actor, caseId, { action: 'message.posted', detail: { messageId: id } }, at)
      ]);
      return ok({ id, sentAt: at.toISOString(), replyBy: by.toISOString() });
    })
  );
}
