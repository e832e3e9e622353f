import { RECOVERY_CODE_LENGTH } from '$lib/access';
import type { Id, StaffId } from '$lib/kernel';
import { newId } from '../platform/ids';
import { randomCode } from './random-code';
import { matchesSlowly, slowHash } from './slow-hash';
import { unusedRecoveryCodes, useRecoveryCode } from './staff-repository';

/** How many recovery codes a member of staff gets. */
export const RECOVERY_CODES = 8;

/** Fresh codes: `codes` are shown once, `kept` goes to the database. */
export async function makeRecoveryCodes(
  at: Date
): Promise<{ codes: string[]; kept: { id: Id; codeHash: string }[] }> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomCode(RECOVERY_CODE_LENGTH));
  const kept = await Promise.all(
    codes.map(async (code) => ({ id: newId(at), codeHash: await slowHash(code) }))
  );
  return { codes, kept };
}

/** Uses up the recovery code, if it is one of this person's. Takes as long for nobody as for somebody. */
export async function spendRecoveryCode(staffId: StaffId | null, code: string, at: Date): Promise<boolean> {
  const stored = staffId ? await unusedRecoveryCodes(staffId) : [];
  let found: string | null = null;
  for (let index = 0; index < RECOVERY_CODES; index++) {
    const one = stored[index];
    if (await matchesSlowly(one?.codeHash, code)) found = one?.id ?? null;
  }
  return found !== null && (await useRecoveryCode(found, at));
}
