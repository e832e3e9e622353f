import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { closeSituations, insertDecision, noteOnDesk, selectCaseHead, type CaseHead } from '../cases';
import { resumeContacts } from '../contact-policy';
import { enter } from '../db';
import { now } from '../platform/runtime';

/** What was found out about who is there. */
export interface HandleSituationInput {
  readonly identity: CaseHead['identity'];
  readonly reason: string;
}

/**
 * A human has looked at what was said at the door ("ce n’est pas moi", a death, a guardian, a helper) and says what
 * holds from now on. Contacts resume only for the person herself or somebody she chose to help her.
 */
export async function handleSituation(
  actor: Actor,
  caseId: CaseId,
  input: HandleSituationInput,
  command?: Command
): Promise<Result<null, { readonly code: 'reason_missing' } | CommandReused>> {
  const reason = input.reason.trim();
  if (reason === '') return refused({ code: 'reason_missing' });
  const at = now();
  const asked = { act: 'handleSituation', command };
  return enter(actor, { permission: 'case.handle_situation', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      if (actor.kind !== 'staff') throw new Error('Only staff handle situations');
      const head = await selectCaseHead(tx, caseId, true);
      await closeSituations(tx, caseId, input.identity, actor.staffId, at);
      const mayResume =
        input.identity === 'confirmed' || input.identity === 'helped' || input.identity === 'unconfirmed';
      if (mayResume) await resumeContacts(tx, actor, caseId, 'identity_problem', at);
      await noteOnDesk(tx, caseId, { urgentSince: null }, at);
      const { staffId } = actor;
      const decision = { kind: 'identity', before: head.identity, after: input.identity, reason, staffId };
      await insertDecision(tx, caseId, { ...decision, decidedAt: at });
      await recordAudit(
        tx,
        actor,
        caseId,
        { action: 'situation.handled', detail: { identity: input.identity } },
        at
      );
      return ok(null);
    })
  );
}
