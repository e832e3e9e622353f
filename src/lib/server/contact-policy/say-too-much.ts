import type { Actor } from '$lib/access';
import { ok, refused, type CaseId, type Id, type Refusal, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { markTooMuch } from './register-repository';

/** No such contact in her register, or it was said already. */
export interface ContactNotThere extends Refusal {
  readonly code: 'contact_not_there';
}

/** "C’était de trop": marks a contact, and the caps are lowered from now on by the contact policy. */
export async function sayTooMuch(
  actor: Actor,
  caseId: CaseId,
  contactId: Id<'contact'>,
  command?: Command
): Promise<Result<null, ContactNotThere | CommandReused>> {
  const at = now();
  const asked = { act: 'sayTooMuch', command };
  return enter(actor, { permission: 'own_case.set_preferences', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      if (!(await markTooMuch(tx, caseId, contactId, at)))
        return refused({ code: 'contact_not_there' as const });
      await recordAudit(tx, actor, caseId, { action: 'contact.too_much', detail: { contactId } }, at);
      return ok(null);
    })
  );
}
