import { deviceLabel } from '$lib/access';
import { ok, refused, type CaseId, type LocalDate, type Result } from '$lib/kernel';
import { recordAudit } from '../audit';
import {
  closePending,
  countTries,
  extendPending,
  openSession,
  readPending,
  useLetterCode,
  type CalmWait,
  type OpenedSession,
  type PendingSignIn
} from '../access';
import { confirmIdentity, readIdentity } from '../cases';
import { now } from '../platform/runtime';
import type { SignInOver } from './give-one-time-code';
import { atTheDoor } from './sign-in-actor';

/** The two things she knows, and where they come from. */
export interface KnownThings {
  readonly pending: string;
  readonly birthDate: LocalDate;
  readonly postcode: string;
  readonly address: string;
  readonly userAgent: string | null;
}

/** Birth date or postcode: which of the two differs is never said. */
export interface NotMatching {
  readonly code: 'not_matching';
}

/** She is in. */
export interface Entered {
  readonly session: OpenedSession;
  readonly caseId: CaseId;
  /** She confirmed no e-mail or phone yet: without one, the next visit needs a new letter. */
  readonly hasNoChannel: boolean;
}

/**
 * Confirms that the right person holds the link or the code, and opens her session. After five mistakes a calm wait;
 * her place is kept until it is over, since a link cannot be used again.
 */
export async function confirmPerson(
  input: KnownThings
): Promise<Result<Entered, NotMatching | SignInOver | CalmWait>> {
  const pending = await readPending(input.pending);
  if (!pending?.caseId || pending.stage === 'code_sent') return refused({ code: 'sign_in_over' });
  const { caseId } = pending;
  const counted = await countTries([
    ['identify', caseId],
    ['address', input.address]
  ]);
  if (!counted.ok) {
    await extendPending(input.pending, counted.why.until);
    return counted;
  }
  const identity = await atTheDoor(caseId, (tx) => readIdentity(tx, caseId));
  const matches = identity?.birthDate === input.birthDate && identity.postcode === input.postcode;
  if (!matches) return refused({ code: 'not_matching' });
  await counted.value.succeeded();
  if (!(await closePending(input.pending))) return refused({ code: 'sign_in_over' });
  if (!(await noteEntry(caseId, pending))) return refused({ code: 'sign_in_over' });
  const session = await openSession({ kind: 'debtor', id: caseId }, deviceLabel(input.userAgent));
  return ok({ session, caseId, hasNoChannel: !identity.emailConfirmed && !identity.phoneConfirmed });
}

/** Uses up the letter code and writes the journal; false when a twin was faster with the same letter. */
function noteEntry(caseId: CaseId, pending: PendingSignIn): Promise<boolean> {
  return atTheDoor(caseId, async (tx) => {
    const at = now();
    const { letterCodeId, stage } = pending;
    if (letterCodeId && !(await useLetterCode(tx, caseId, letterCodeId, at))) return false;
    await confirmIdentity(tx, caseId, at);
    const actor = { kind: 'debtor', caseId } as const;
    await recordAudit(tx, actor, caseId, { action: 'case.entered', detail: { by: stage } }, at);
    return true;
  });
}
