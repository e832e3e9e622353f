import type { Actor } from '$lib/access';
import { ok, type CaseId, type LocalDate, type Result } from '$lib/kernel';
import { createLink, keepLetterCode, makeLetterCode, type FreshLetterCode } from '../access';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { selectContactBasis, type ContactBasis } from '../cases';
import { sendContact, type PostOutcome } from '../contact-policy';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { invitationLetter, invitationMessage, type OutgoingWords } from './outgoing-words';

/** By what an invitation goes. */
export type InvitationChannel = 'letter' | 'email' | 'sms';

/** What became of an invitation. */
export interface Invitation {
  readonly state: PostOutcome['state'];
  /** When the rules would allow it, as an ISO instant; null when they never do by themselves or it is allowed. */
  readonly nextAt: string | null;
  /** The code, for a letter about to be printed, the first time only: it is kept nowhere in clear. */
  readonly code: string | null;
}

/** The person and the first letter she was sent, for a letter to print. */
export interface LetterFacts {
  readonly reference: string;
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly firstLetterReference: string | null;
  readonly firstLetterOn: LocalDate | null;
}

/**
 * Invites a person to come in: by letter with a reference and a code, by e-mail or SMS with a link. It goes through
 * the one door of contacts, which may refuse; the refusal is in the register.
 */
export async function inviteDebtor(
  actor: Actor,
  input: { readonly caseId: CaseId; readonly channel: InvitationChannel; readonly origin: string },
  command?: Command
): Promise<Result<Invitation, CommandReused>> {
  const { caseId, channel } = input;
  const at = now();
  // outside the answer that is kept for repeats: a secret is stored nowhere in clear
  let code: string | null = null;
  const asked = { act: 'inviteDebtor', command };
  const outcome = await enter(actor, { permission: 'case.invite', caseId }, (tx) =>
    carryOutOnce<Pick<Invitation, 'state' | 'nextAt'>, never>(tx, caseId, asked, at, async () => {
      const basis = await selectContactBasis(tx, caseId);
      const { words, fresh } = await writeInvitation(tx, caseId, basis, input, at);
      const outcome = await sendContact(tx, actor, { caseId, channel, purpose: 'invitation', ...words }, at);
      if (outcome.state === 'waiting') {
        // a refusal is in the journal already, as what it is
        await recordAudit(tx, actor, caseId, { action: 'debtor.invited', detail: { channel } }, at);
        if (fresh) await keepLetterCode(tx, caseId, fresh, at);
        code = fresh?.code ?? null;
      }
      const nextAt = outcome.state === 'refused' ? (outcome.nextAt?.toISOString() ?? null) : null;
      return ok({ state: outcome.state, nextAt });
    })
  );
  return outcome.ok ? ok({ ...outcome.value, code }) : outcome;
}

/** What a letter to print says of the case. */
export async function readLetterFacts(actor: Actor, caseId: CaseId): Promise<LetterFacts> {
  return enter(actor, { permission: 'case.invite', caseId }, async (tx) => {
    const basis = await selectContactBasis(tx, caseId);
    return {
      reference: basis.reference,
      name: `${basis.firstName} ${basis.lastName}`,
      addressLines: [basis.address, `${basis.postcode} ${basis.city}`],
      firstLetterReference: basis.firstLetterReference,
      firstLetterOn: basis.firstLetterOn
    };
  });
}

async function writeInvitation(
  tx: Transaction,
  caseId: CaseId,
  basis: ContactBasis,
  { channel, origin }: { channel: InvitationChannel; origin: string },
  at: Date
): Promise<{ words: OutgoingWords; fresh: FreshLetterCode | null }> {
  if (channel === 'letter') {
    const fresh = await makeLetterCode();
    return { words: invitationLetter(basis, fresh.code, `${origin}/entrer`), fresh };
  }
  const link = `${origin}/lien/${await createLink(tx, caseId, at)}`;
  return { words: invitationMessage(basis, channel, link), fresh: null };
}
