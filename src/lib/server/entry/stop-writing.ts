import { ok, refused, type Result } from '$lib/kernel';
import { peekLink } from '../access';
import { refuseWriting } from '../contact-policy';
import { enter } from '../db';
import { now } from '../platform/runtime';
import type { LinkOver } from './open-link';
import { SIGN_IN, atTheDoor } from './sign-in-actor';

/**
 * Whoever holds a link of an e-mail or SMS asks for no more of them, in one gesture and without coming in. The link stays good.
 */
export async function stopWriting(secret: string): Promise<Result<true, LinkOver>> {
  const at = now();
  const caseId = await atTheDoor(null, (tx) => peekLink(tx, secret, at));
  if (!caseId) return refused({ code: 'link_over' });
  await enter(SIGN_IN, { permission: 'own_case.report_situation', caseId }, (tx) =>
    refuseWriting(tx, SIGN_IN, caseId, at)
  );
  return ok(true);
}
