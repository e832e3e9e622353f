import { systemActor } from '$lib/access';
import type { StaffId, TeamId } from '$lib/kernel';
import { enter } from '../db';
import { matchesSlowly, slowHash } from './slow-hash';
import { findAccountByEmail, updatePasswordHash } from './staff-repository';

/** What the demonstration needs of an account to let visitors sign in. */
export interface DemonstrationAccount {
  readonly staffId: StaffId;
  readonly teamId: TeamId;
  readonly totpSecret: string;
}

/**
 * An account of the demonstration that exists already, with its password set back to the one that is shown. Only for
 * the seed of an embedded database: nothing else may read a TOTP secret.
 */
export async function demonstrationAccount(
  email: string,
  password: string
): Promise<DemonstrationAccount | null> {
  const account = await findAccountByEmail(email);
  if (!account) return null;
  if (!(await matchesSlowly(account.passwordHash, password))) {
    const passwordHash = await slowHash(password);
    await enter(systemActor('seed'), { permission: 'system.manage_staff' }, (tx) =>
      updatePasswordHash(tx, account.id, passwordHash)
    );
  }
  return { staffId: account.id, teamId: account.teamId, totpSecret: account.totpSecret };
}
