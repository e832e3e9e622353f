import { ok, refused, type Result } from '$lib/kernel';
import {
  countTries,
  findCaseByReference,
  livingLetterCodes,
  matchLetterCode,
  openPending,
  type CalmWait
} from '../access';
import { now } from '../platform/runtime';
import { NOBODY, atTheDoor } from './sign-in-actor';

/** A reference and a code as read from a letter, and where they come from. */
export interface GivenLetterCode {
  /** In the shape of `readCaseReference`. */
  readonly reference: string;
  /** In the shape of `readCode`. */
  readonly code: string;
  readonly address: string;
}

/** Reference or code: which of the two was wrong is never said. */
export interface NotRecognised {
  readonly code: 'not_recognised';
}

/** Takes the reference and code of a letter for a sign-in under way; answers its secret. */
export async function giveLetterCode(
  given: GivenLetterCode
): Promise<Result<string, NotRecognised | CalmWait>> {
  const counted = await countTries([
    ['letterCode', given.reference],
    ['address', given.address]
  ]);
  if (!counted.ok) return counted;
  const { caseId, codes } = await atTheDoor(null, async (tx) => {
    const found = await findCaseByReference(tx, given.reference);
    return { caseId: found, codes: await livingLetterCodes(tx, found ?? NOBODY, now()) };
  });
  const letterCodeId = await matchLetterCode(codes, given.code);
  if (!caseId || !letterCodeId) return refused({ code: 'not_recognised' });
  await counted.value.succeeded();
  return ok(await openPending({ caseId, stage: 'letter_code', letterCodeId, subject: given.reference }));
}
