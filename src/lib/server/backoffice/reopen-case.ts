import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Result } from '$lib/kernel';
import { countOneMore } from '../access';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { assignCase, insertDecision, noteOnDesk, selectCaseHead, writeReopening } from '../cases';
import { enter } from '../db';
import { addSystemLine } from '../messaging';
import { now } from '../platform/runtime';
import { FOLLOWED_BY_NOBODY } from './followed-by';

/** Why a case is not opened again. */
export type ReopenCaseRefusal = { readonly code: 'reason_missing' } | { readonly code: 'not_closed' };

/**
 * Opens a closed case again, with a reason. Its debts are as the last file said; a plan that ended stays over, and she
 * may propose a new one. Her referent takes her back; when that person has left, somebody else is asked for.
 */
export async function reopenCase(
  actor: Actor,
  caseId: CaseId,
  input: { readonly reason: string },
  command?: Command
): Promise<Result<null, ReopenCaseRefusal | CommandReused>> {
  const reason = input.reason.trim();
  if (reason === '') return refused({ code: 'reason_missing' });
  const at = now();
  const asked = { act: 'reopenCase', command };
  return enter(actor, { permission: 'case.close', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<null, ReopenCaseRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff reopen cases');
      const head = await selectCaseHead(tx, caseId, true);
      if (head.closedAt === null) return refused({ code: 'not_closed' });
      await writeReopening(tx, caseId, at);
      const hasLeft =
        head.referentId !== null && (await countOneMore(tx, head.teamId, head.referentId)) === null;
      if (hasLeft) await assignCase(tx, caseId, { track: head.track, ...FOLLOWED_BY_NOBODY }, at);
      const decision = { kind: 'reopening', before: head.closingReason, after: 'open', reason };
      await insertDecision(tx, caseId, { ...decision, staffId: actor.staffId, decidedAt: at });
      await addSystemLine(tx, caseId, 'case_reopened', at);
      await noteOnDesk(tx, caseId, { unread: 'debtor', ...(hasLeft && { routingRequestedAt: at }) }, at);
      await recordAudit(tx, actor, caseId, { action: 'case.reopened' }, at);
      return ok(null);
    })
  );
}
