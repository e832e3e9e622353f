import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type Refusal, type Result } from '$lib/kernel';
import { readMessage, type MessageRefusal } from '$lib/messaging';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { markDisputed, noteOnDesk, selectCaseHead } from '../cases';
import { pauseContacts, promiseReply } from '../contact-policy';
import { enter } from '../db';
import { addSystemLine, insertLine } from '../messaging';
import { newId } from '../platform/ids';
import { now } from '../platform/runtime';

/** No such debt on this case, or it is disputed already. */
export interface DebtNotThere extends Refusal {
  readonly code: 'debt_not_there';
}

/** Why a dispute is not taken: on a closed case nothing is asked any more. */
export type DisputeRefusal = DebtNotThere | { readonly code: 'case_closed' };

/**
 * "Je conteste": everything asked for this debt stops until the creditor has answered in writing, thirty days at
 * least. Her words, if she wants to say more, go to the thread. Never an acknowledgement.
 */
export async function disputeDebt(
  actor: Actor,
  caseId: CaseId,
  input: { readonly debtId: Id<'debt'>; readonly words: string },
  command?: Command
): Promise<Result<{ readonly replyBy: string }, DisputeRefusal | MessageRefusal | CommandReused>> {
  const words = input.words.trim() === '' ? null : readMessage(input.words);
  if (words && !words.ok) return words;
  const at = now();
  const asked = { act: 'disputeDebt', command };
  return enter(actor, { permission: 'own_case.report_situation', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<{ replyBy: string }, DisputeRefusal>> => {
      if ((await selectCaseHead(tx, caseId, true)).closedAt !== null) return refused({ code: 'case_closed' });
      if (!(await markDisputed(tx, caseId, input.debtId, at))) return refused({ code: 'debt_not_there' });
      const { by } = promiseReply(at);
      await addSystemLine(tx, caseId, 'debt_disputed', at);
      if (words) {
        const line = {
          id: newId<'message'>(at),
          author: 'debtor',
          staffId: null,
          authorName: '',
          sentAt: at
        } as const;
        await insertLine(tx, caseId, { ...line, body: words.value });
      }
      await pauseContacts(tx, actor, caseId, 'dispute', at);
      await noteOnDesk(
        tx,
        caseId,
        { replyPromisedBy: by, unread: 'staff', routingRequestedAt: at, seenAt: at },
        at
      );
      await recordAudit(tx, actor, caseId, { action: 'debt.disputed', detail: { debtId: input.debtId } }, at);
      return ok({ replyBy: by.toISOString() });
    })
  );
}
