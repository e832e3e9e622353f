import type { Actor } from '$lib/access';
import { isCounted, mayContact, type ContactRefusal } from '$lib/contact-policy';
import { ok, refused, type CaseId, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { holdCase } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { loadContactSituation } from './contact-facts';
import { insertContact } from './register-repository';

/** A call just made, or given up because of a rule. */
export interface CallInput {
  /** She asked to be called back. */
  readonly asked: boolean;
  /** Somebody spoke, or nobody answered; or the rule was heeded and nobody called. */
  readonly outcome: 'spoke' | 'no_answer' | 'not_made';
}

/** What the rules said of a call; `isMade`: it took place all the same, and the register says so. */
export type LoggedCall =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly isMade: boolean; readonly why: ContactRefusal };

/**
 * Writes a call in the register. The referent asks before dialling: when the rules say no, the call is not to be
 * made, and the refusal itself is a line that both sides read. A call that took place against a rule is written as what it is,
 * with the rule, and takes its place under the caps: a register that says less than happened protects nobody.
 * One that was allowed and not made leaves no line.
 */
export async function logCall(
  actor: Actor,
  caseId: CaseId,
  input: CallInput,
  command?: Command
): Promise<Result<LoggedCall, CommandReused>> {
  const at = now();
  const asked = { act: 'logCall', command };
  return enter(actor, { permission: 'case.log_contact', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async (): Promise<Result<LoggedCall, never>> => {
      await holdCase(tx, caseId);
      const situation = await loadContactSituation(tx, caseId, at);
      const purpose = input.asked ? 'answer_to_debtor' : 'follow_up';
      const decision = mayContact({
        ...situation,
        proposed: { channel: 'call', purpose, at, ...(input.asked && { request: 'this_channel' as const }) }
      });
      const isMade = input.outcome !== 'not_made';
      if (decision.ok && !isMade) return ok({ allowed: true });
      const staffId = actor.kind === 'staff' ? actor.staffId : null;
      const rule = decision.ok ? decision.value : decision.why;
      const line = { channel: 'call', purpose, state: STATE[input.outcome] } as const;
      await insertContact(
        tx,
        caseId,
        {
          ...line,
          at,
          staffId,
          ruleCode: rule.code,
          ruleNumbers: rule.numbers,
          policyVersion: rule.policyVersion,
          allowedFrom: null,
          counts: isCounted(line)
        },
        at
      );
      const action = isMade ? 'contact.called' : 'contact.refused';
      await recordAudit(tx, actor, caseId, { action, detail: { channel: 'call', rule: rule.code } }, at);
      return ok(decision.ok ? { allowed: true } : { allowed: false, isMade, why: decision.why });
    })
  );
}

const STATE = { spoke: 'sent', no_answer: 'attempted', not_made: 'refused' } as const;

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
