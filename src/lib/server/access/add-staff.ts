import { checkPassword, type PasswordRefusal, type StaffRole, type SystemActor } from '$lib/access';
import { ok, refused, type Result, type StaffId, type TeamId } from '$lib/kernel';
import { recordStaffAudit } from '../audit';
import { enter } from '../db';
import { newId } from '../platform/ids';
import { now } from '../platform/runtime';
import { nameTeamOfImport } from './receiving-team';
import { makeRecoveryCodes } from './recovery-codes';
import { slowHash } from './slow-hash';
import { insertStaff, replaceRecoveryCodes, teamNamed } from './staff-repository';
import { newTotpSecret, totpAddress } from './totp';

/** Somebody who starts to work here. */
export interface StaffToAdd {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: StaffRole;
  /** Made when it does not exist yet. */
  readonly teamName: string;
  readonly password: string;
}

/** What the new member of staff is given, once. */
export interface AddedStaff {
  readonly staffId: StaffId;
  readonly teamId: TeamId;
  readonly totpSecret: string;
  /** The otpauth address that a phone reads as a QR code. */
  readonly totpAddress: string;
  readonly recoveryCodes: readonly string[];
}

/** An account has this address already. */
export interface EmailTaken {
  readonly code: 'email_taken';
}

/** Adds a member of staff with a password, a TOTP secret and recovery codes: all three are mandatory. */
export async function addStaff(
  actor: SystemActor,
  person: StaffToAdd
): Promise<Result<AddedStaff, PasswordRefusal | EmailTaken>> {
  const verdict = checkPassword(person.password, person);
  if (!verdict.ok) return verdict;
  const at = now();
  const totpSecret = newTotpSecret();
  const [passwordHash, recovery] = await Promise.all([slowHash(person.password), makeRecoveryCodes(at)]);
  return enter(actor, { permission: 'system.manage_staff' }, async (tx) => {
    await nameTeamOfImport(tx, person.teamName);
    const teamId = await teamNamed(tx, person.teamName, newId<'team'>(at), at);
    const staffId = newId<'staff'>(at);
    const { email, firstName, lastName, role } = person;
    const isAdded = await insertStaff(tx, {
      id: staffId,
      teamId,
      role,
      email,
      firstName,
      lastName,
      passwordHash,
      totpSecret,
      createdAt: at
    });
    if (!isAdded) return refused<EmailTaken>({ code: 'email_taken' });
    await replaceRecoveryCodes(tx, staffId, recovery.kept);
    await recordStaffAudit(tx, actor, { action: 'staff.added', detail: { staffId, role } }, at);
    return ok({
      staffId,
      teamId,
      totpSecret,
      totpAddress: totpAddress(totpSecret, email.trim().toLowerCase()),
      recoveryCodes: recovery.codes
    });
  });
}
