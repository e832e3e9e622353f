import type { Actor } from '$lib/access';
import { ok, type CaseId, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { noteOnDesk } from '../cases';
import { promiseReply } from '../contact-policy';
import { enter } from '../db';
import { addSystemLine } from '../messaging';
import { now } from '../platform/runtime';

/** "Je ne peux pas payer" or "rappelez-moi": her referent is told, and an answer is promised at honest hours. */
export async function askReferent(
  actor: Actor,
  caseId: CaseId,
  input: { readonly kind: 'cannot_pay' | 'call_back' },
  command?: Command
): Promise<Result<{ readonly replyBy: string }, CommandReused>> {
  const at = now();
  const asked = { act: 'askReferent', command };
  return enter(actor, { permission: 'own_case.report_situation', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      const { by } = promiseReply(at);
      await addSystemLine(tx, caseId, input.kind === 'call_back' ? 'call_back_asked' : 'cannot_pay', at);
      await noteOnDesk(
        tx,
        caseId,
        { replyPromisedBy: by, unread: 'staff', routingRequestedAt: at, seenAt: at },
        at
      );
      await recordAudit(tx, actor, caseId, { action: `request.${input.kind}` }, at);
      return ok({ replyBy: by.toISOString() });
    })
  );
}
