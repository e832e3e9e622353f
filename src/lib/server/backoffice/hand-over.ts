import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Result, type StaffId } from '$lib/kernel';
import { countOneLess, countOneMore } from '../access';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { assignCase, insertDecision, noteOnDesk, selectCaseHead } from '../cases';
import { enter } from '../db';
import { addSystemLine } from '../messaging';
import { now } from '../platform/runtime';
import { followedBy } from './followed-by';

/** Why a case is not given on. */
export type HandOverRefusal = {
  readonly code: 'reason_missing' | 'nobody_there' | 'follows_already' | 'case_closed';
};

/** Gives a case to another member of the team, for good. The person reads it in the thread, with the name. */
export async function handOver(
  actor: Actor,
  caseId: CaseId,
  input: { readonly to: StaffId; readonly reason: string },
  command?: Command
): Promise<Result<{ readonly name: string }, HandOverRefusal | CommandReused>> {
  const reason = input.reason.trim();
  if (reason === '') return refused({ code: 'reason_missing' });
  const at = now();
  const asked = { act: 'handOver', command };
  return enter(actor, { permission: 'team.route', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<{ name: string }, HandOverRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff give cases on');
      const head = await selectCaseHead(tx, caseId, true);
      if (head.closedAt !== null) return refused({ code: 'case_closed' });
      if (head.referentId === input.to) return refused({ code: 'follows_already' });
      const member = await countOneMore(tx, head.teamId, input.to);
      if (!member) return refused({ code: 'nobody_there' });
      if (head.referentId) await countOneLess(tx, head.referentId);
      const track = head.track === 'classic' ? 'oxygene' : head.track;
      await assignCase(tx, caseId, { track, ...followedBy(member) }, at);
      const name = `${member.firstName} ${member.lastName}`;
      const decision = {
        kind: 'referent',
        before: head.referentId,
        after: member.id,
        reason,
        staffId: actor.staffId
      };
      await insertDecision(tx, caseId, { ...decision, decidedAt: at });
      await addSystemLine(tx, caseId, head.referentId ? 'referent_changed' : 'referent_named', at, name);
      await noteOnDesk(tx, caseId, { unread: 'debtor' }, at);
      await recordAudit(
        tx,
        actor,
        caseId,
        { action: 'referent.changed', detail: { referentId: member.id } },
        at
      );
      return ok({ name });
    })
  );
}
