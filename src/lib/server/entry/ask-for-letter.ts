import { ok, type CaseId, type Result } from '$lib/kernel';
import { countTries, findCaseByReference, keepLetterCode, makeLetterCode, type CalmWait } from '../access';
import { selectContactBasis } from '../cases';
import { sendContact } from '../contact-policy';
import type { Transaction } from '../db';
import { now } from '../platform/runtime';
import { codeLetter } from './outgoing-words';
import { withSameDelay } from './same-delay';
import { SIGN_IN, atTheDoor } from './sign-in-actor';

/**
 * Sends a letter with a new code to the address on file, unless the rules stop it: whoever knows the reference can ask. Once a
 * week for a reference, whether it exists or not; the answer and its delay never tell.
 */
export function askForLetter(input: {
  /** In the shape of `readCaseReference`. */
  readonly reference: string;
  readonly address: string;
  /** The public address of the site, without a final slash. */
  readonly origin: string;
}): Promise<Result<true, CalmWait>> {
  return withSameDelay(async () => {
    const counted = await countTries([
      ['letterRequests', input.reference],
      ['codeRequestsAddress', input.address]
    ]);
    if (!counted.ok) return counted;
    await atTheDoor(null, async (tx) => {
      const caseId = await findCaseByReference(tx, input.reference);
      if (caseId) await sendLetter(tx, caseId, `${input.origin}/entrer`);
    });
    return ok(true);
  });
}

async function sendLetter(tx: Transaction, caseId: CaseId, door: string): Promise<void> {
  const at = now();
  const basis = await selectContactBasis(tx, caseId);
  const fresh = await makeLetterCode();
  const words = codeLetter(basis, fresh.code, door);
  const post = { caseId, channel: 'letter', purpose: 'sign_in_code' } as const;
  const { state } = await sendContact(tx, SIGN_IN, { ...post, ...words }, at);
  if (state === 'waiting') await keepLetterCode(tx, caseId, fresh, at);
}
