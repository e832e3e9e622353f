import { groupedCode } from '$lib/access';
import { m } from '$lib/i18n';
import { ok, type CaseId, type Result } from '$lib/kernel';
import {
  countTries,
  drawOneTimeCode,
  findCaseByReference,
  keepOneTimeCode,
  openPending,
  type CalmWait,
  type CodeChannel
} from '../access';
import { readIdentity } from '../cases';
import { sendContact } from '../contact-policy';
import type { Transaction } from '../db';
import { now } from '../platform/runtime';
import { withSameDelay } from './same-delay';
import { SIGN_IN, atTheDoor } from './sign-in-actor';

/**
 * Sends a one-time code to a channel the person confirmed, and opens a sign-in under way that waits for it. A
 * reference that does not exist, or without a confirmed channel, gets a decoy: same answer, same delay, and no code
 * will ever fit. Every request counts.
 */
export function askForCode(input: {
  /** In the shape of `readCaseReference`. */
  readonly reference: string;
  readonly address: string;
}): Promise<Result<string, CalmWait>> {
  return withSameDelay(async () => {
    const counted = await countTries([
      ['codeRequestsHour', input.reference],
      ['codeRequestsDay', input.reference],
      ['codeRequestsAddress', input.address]
    ]);
    if (!counted.ok) return counted;
    const drawn = await drawOneTimeCode();
    const caseId = await atTheDoor(null, async (tx) => {
      const found = await findCaseByReference(tx, input.reference);
      return found && (await sendTo(tx, found, drawn)) ? found : null;
    });
    return ok(await openPending({ caseId, stage: 'code_sent', subject: input.reference }));
  });
}

async function sendTo(
  tx: Transaction,
  caseId: CaseId,
  { code, codeHash }: { code: string; codeHash: string }
): Promise<boolean> {
  const channel = await confirmedChannel(tx, caseId);
  if (!channel) return false;
  const at = now();
  await keepOneTimeCode(tx, caseId, { purpose: 'sign_in', channel, codeHash }, at);
  const outcome = await sendContact(
    tx,
    SIGN_IN,
    {
      caseId,
      channel,
      purpose: 'sign_in_code',
      subject: m.access_code_subject(),
      body: m.access_code_body({ code: groupedCode(code) })
    },
    at
  );
  return outcome.state === 'waiting';
}

async function confirmedChannel(tx: Transaction, caseId: CaseId): Promise<CodeChannel | null> {
  const identity = await readIdentity(tx, caseId);
  if (identity?.emailConfirmed) return 'email';
  return identity?.phoneConfirmed ? 'sms' : null;
}
