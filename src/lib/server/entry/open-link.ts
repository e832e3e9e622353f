import { ok, refused, type Result } from '$lib/kernel';
import { openPending, peekLink, useLink } from '../access';
import { selectContactBasis } from '../cases';
import { now } from '../platform/runtime';
import { atTheDoor } from './sign-in-actor';

/** The link is unknown, was used, or is older than 72 hours: the three look alike. */
export interface LinkOver {
  readonly code: 'link_over';
}

/**
 * The reference a link stands for, to be compared with the letter; null when the link is over. Changes nothing:
 * scanners and previews open links too.
 */
export async function lookAtLink(secret: string): Promise<{ reference: string } | null> {
  return atTheDoor(null, async (tx) => {
    const caseId = await peekLink(tx, secret, now());
    if (!caseId) return null;
    const { reference } = await selectContactBasis(tx, caseId);
    return { reference };
  });
}

/** Exchanges a link, once, for a sign-in under way; answers the secret of the latter. */
export async function openLink(secret: string): Promise<Result<string, LinkOver>> {
  const caseId = await atTheDoor(null, (tx) => useLink(tx, secret, now()));
  if (!caseId) return refused({ code: 'link_over' });
  return ok(await openPending({ caseId, stage: 'link', subject: caseId }));
}
