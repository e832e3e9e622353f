import { ok, refused, type Result } from '$lib/kernel';
import {
  closePending,
  countTries,
  matchesSlowly,
  openPending,
  readPending,
  takeCodeTry,
  useOneTimeCode,
  type CalmWait
} from '../access';
import { now } from '../platform/runtime';
import { NOBODY, atTheDoor } from './sign-in-actor';
import type { NotRecognised } from './give-letter-code';

/** The sign-in under way is over: too much time went by, or it was never begun. */
export interface SignInOver {
  readonly code: 'sign_in_over';
}

/** Takes the six digits that were sent; answers the secret of a sign-in that now asks for the two known things. */
export async function giveOneTimeCode(input: {
  readonly pending: string;
  /** In the shape of `readDigits`. */
  readonly code: string;
  readonly address: string;
}): Promise<Result<string, NotRecognised | SignInOver | CalmWait>> {
  const pending = await readPending(input.pending);
  if (pending?.stage !== 'code_sent') return refused({ code: 'sign_in_over' });
  const counted = await countTries([
    ['oneTimeCode', pending.subject],
    ['address', input.address]
  ]);
  if (!counted.ok) return counted;
  const { caseId } = pending;
  const tried = await atTheDoor(caseId, (tx) => takeCodeTry(tx, caseId ?? NOBODY, 'sign_in', now()));
  const isRight = await matchesSlowly(tried?.codeHash, input.code);
  if (!caseId || !tried || !isRight) return refused({ code: 'not_recognised' });
  const isFirst = await atTheDoor(caseId, (tx) => useOneTimeCode(tx, caseId, tried.id, now()));
  if (!isFirst) return refused({ code: 'not_recognised' });
  await counted.value.succeeded();
  await closePending(input.pending);
  return ok(await openPending({ caseId, stage: 'one_time_code', subject: caseId }));
}
