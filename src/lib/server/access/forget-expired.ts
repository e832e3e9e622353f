import { lte } from 'drizzle-orm';
import { systemActor } from '$lib/access';
import { enter } from '../db';
import { accessLinks, letterCodes, oneTimeCodes, pendingSignIns } from '../db/schema/access';
import { now } from '../platform/runtime';
import { forgetEndedSessions } from './lucia-sessions';
import { forgetOldTries } from './tries';

/** Forgets sessions, links, codes, sign-ins under way and counts of tries whose time is over. Run every night. */
export async function forgetExpiredAccess(): Promise<void> {
  const at = now();
  await enter(systemActor('forget-expired-access'), { permission: 'system.expire' }, async (tx) => {
    await tx.delete(accessLinks).where(lte(accessLinks.expiresAt, at));
    await tx.delete(letterCodes).where(lte(letterCodes.expiresAt, at));
    await tx.delete(oneTimeCodes).where(lte(oneTimeCodes.expiresAt, at));
    await tx.delete(pendingSignIns).where(lte(pendingSignIns.expiresAt, at));
  });
  await forgetEndedSessions();
  await forgetOldTries();
}
