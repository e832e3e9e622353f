import type { Actor } from '$lib/access';
import { mayContact, type ContactRefusal } from '$lib/contact-policy';
import { ok, refused, type CaseId, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { loadContactSituation } from './contact-facts';
import { insertContact } from './register-repository';

/** A call about to be made, or just made. */
export interface CallInput {
  /** She asked to be called back. */
  readonly asked: boolean;
  /** Somebody spoke, or nobody answered. */
  readonly outcome: 'spoke' | 'no_answer';
}

/**
 * Writes a call in the register. The referent asks before dialling: when the rules say no, the call is not to be
 * made, and the refusal itself is a line that both sides read.
 */
export async function logCall(
  actor: Actor,
  caseId: CaseId,
  input: CallInput,
  command?: Command
): Promise<
  Result<
    { readonly allowed: true } | { readonly allowed: false; readonly why: ContactRefusal },
    CommandReused
  >
> {
  const at = now();
  const asked = { act: 'logCall', command };
  return enter(actor, { permission: 'case.log_contact', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      await holdCase(tx, caseId);
      const situation = await loadContactSituation(tx, caseId, at);
      const purpose = input.asked ? 'answer_to_debtor' : 'follow_up';
      const decision = mayContact({
        ...situation,
        proposed: { channel: 'call', purpose, at, ...(input.asked && { request: 'this_channel' as const }) }
      });
      const staffId = actor.kind === 'staff' ? actor.staffId : null;
      const rule = decision.ok ? decision.value : decision.why;
      await insertContact(
        tx,
        caseId,
        {
          channel: 'call',
          purpose,
          state: !decision.ok ? 'refused' : input.outcome === 'spoke' ? 'sent' : 'attempted',
          at,
          staffId,
          ruleCode: rule.code,
          ruleNumbers: rule.numbers,
          policyVersion: rule.policyVersion,
          allowedFrom: null,
          counts: decision.ok && decision.value.counts
        },
        at
      );
      const action = decision.ok ? 'contact.called' : 'contact.refused';
      await recordAudit(tx, actor, caseId, { action, detail: { channel: 'call', rule: rule.code } }, at);
      return ok(decision.ok ? { allowed: true as const } : { allowed: false as const, why: decision.why });
    })
  );
}

/** Whether a call may be made now, without writing anything: what the desk shows before dialling. */
export async function askWhetherToCall(
  actor: Actor,
  caseId: CaseId,
  asked: boolean
): Promise<Result<null, ContactRefusal>> {
  const at = now();
  const decision = await enter(actor, { permission: 'case.log_contact', caseId }, async (tx) => {
    const situation = await loadContactSituation(tx, caseId, at);
    const purpose = asked ? 'answer_to_debtor' : 'follow_up';
    const proposed = {
      channel: 'call' as const,
      purpose,
      at,
      ...(asked && { request: 'this_channel' as const })
    } as const;
    return mayContact({ ...situation, proposed });
  });
  return decision.ok ? ok(null) : refused(decision.why);
}
