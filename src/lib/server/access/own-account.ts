import { checkPassword, type PasswordRefusal, type StaffActor } from '$lib/access';
import { ok, refused, type Result } from '$lib/kernel';
import { recordStaffAudit } from '../audit';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { closeAllSessions } from './lucia-sessions';
import { RECOVERY_CODES, makeRecoveryCodes } from './recovery-codes';
import { matchesSlowly, slowHash } from './slow-hash';
import {
  findAccount,
  replaceRecoveryCodes,
  unusedRecoveryCodes,
  updatePasswordHash
} from './staff-repository';
import { countTry, type CalmWait } from './tries';

/** The present password was not right. */
export interface WrongPassword {
  readonly code: 'wrong_password';
}

/** How many recovery codes are left, of how many. */
export async function countRecoveryCodes(actor: StaffActor): Promise<{ left: number; of: number }> {
  return { left: (await unusedRecoveryCodes(actor.staffId)).length, of: RECOVERY_CODES };
}

/** Makes new recovery codes in the place of the old ones and gives them, once. Asks for the password again. */
export async function renewRecoveryCodes(
  actor: StaffActor,
  password: string
): Promise<Result<readonly string[], WrongPassword | CalmWait>> {
  const confirmed = await confirmPassword(actor, password);
  if (!confirmed.ok) return confirmed;
  const at = now();
  const { codes, kept } = await makeRecoveryCodes(at);
  await onOwnAccount(actor, 'staff.recovery_codes_renewed', (tx) =>
    replaceRecoveryCodes(tx, actor.staffId, kept)
  );
  return ok(codes);
}

/** Changes the password and signs out on every device, this one too: whoever knew the old one is out. */
export async function changePassword(
  actor: StaffActor,
  input: { readonly password: string; readonly newPassword: string }
): Promise<Result<true, WrongPassword | CalmWait | PasswordRefusal>> {
  const confirmed = await confirmPassword(actor, input.password);
  if (!confirmed.ok) return confirmed;
  const verdict = checkPassword(input.newPassword, confirmed.value);
  if (!verdict.ok) return verdict;
  const passwordHash = await slowHash(input.newPassword);
  await onOwnAccount(actor, 'staff.password_changed', (tx) =>
    updatePasswordHash(tx, actor.staffId, passwordHash)
  );
  await closeAllSessions({ kind: 'staff', id: actor.staffId });
  return ok(true);
}

async function confirmPassword(actor: StaffActor, password: string) {
  const counted = await countTry('staffHere', `account|${actor.staffId}`);
  if (!counted.ok) return counted;
  const account = await findAccount(actor.staffId);
  if (!account || !(await matchesSlowly(account.passwordHash, password))) {
    return refused<WrongPassword>({ code: 'wrong_password' });
  }
  await counted.value.succeeded();
  return ok(account);
}

async function onOwnAccount(
  actor: StaffActor,
  action: string,
  change: (tx: Transaction) => Promise<void>
): Promise<void> {
  await enter(actor, { permission: 'desk.own_account' }, async (tx) => {
    await change(tx);
    await recordStaffAudit(tx, actor, { action, detail: { staffId: actor.staffId } }, now());
  });
}
