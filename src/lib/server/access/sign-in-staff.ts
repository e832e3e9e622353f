import { setTimeout as pause } from 'node:timers/promises';
import {
  RECOVERY_CODE_LENGTH,
  calmDelayMs,
  deviceLabel,
  readCode,
  readDigits,
  systemActor
} from '$lib/access';
import { ok, refused, type Result } from '$lib/kernel';
import { recordStaffAudit } from '../audit';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { openSession, type OpenedSession } from './lucia-sessions';
import { spendRecoveryCode } from './recovery-codes';
import { matchesSlowly } from './slow-hash';
import { findAccountByEmail, useTotpStep, type StaffAccount } from './staff-repository';
import { totpStepOf } from './totp';
import { countTry, failuresOf, type CalmWait } from './tries';

/** What a member of staff gives at the door. `code` is that of her phone, or a recovery code. */
export interface StaffSignIn {
  readonly email: string;
  readonly password: string;
  readonly code: string;
  readonly address: string;
  readonly userAgent: string | null;
}

/** Address, password or code: which of the three was wrong is never said. */
export interface NotRecognised {
  readonly code: 'not_recognised';
}

const SIGN_IN = systemActor('sign-in');

/**
 * Signs in with password and second factor, both mandatory. The answer and its delay are the same whether the
 * account exists; ten failures from one place wait, many failures from anywhere only slow the answers down, so that
 * a stranger locks nobody out.
 */
export async function signInStaff(
  input: StaffSignIn
): Promise<Result<OpenedSession, NotRecognised | CalmWait>> {
  const email = input.email.trim().toLowerCase();
  const here = await countTry('staffHere', `${email}|${input.address}`);
  if (!here.ok) return here;
  await pause(calmDelayMs(await failuresOf('staffAnywhere', email)));
  const anywhere = await countTry('staffAnywhere', email);
  const account = await recognise(email, input.password, input.code);
  if (!account) return refused({ code: 'not_recognised' });
  await here.value.succeeded();
  if (anywhere.ok) await anywhere.value.succeeded();
  const session = await openSession({ kind: 'staff', id: account.id }, deviceLabel(input.userAgent));
  await noteSignIn(account);
  return ok(session);
}

async function recognise(email: string, password: string, code: string): Promise<StaffAccount | null> {
  const account = await findAccountByEmail(email);
  const isPassword = await matchesSlowly(account?.passwordHash, password);
  const known = account?.active && isPassword ? account : null;
  return (await isSecondFactor(known, code)) ? known : null;
}

async function isSecondFactor(account: StaffAccount | null, typed: string): Promise<boolean> {
  const at = now();
  const recovery = readCode(typed, RECOVERY_CODE_LENGTH);
  if (recovery) return spendRecoveryCode(account?.id ?? null, recovery, at);
  const digits = readDigits(typed);
  if (!account || !digits) return false;
  const step = totpStepOf(account.totpSecret, digits, at);
  return step !== null && (await useTotpStep(account.id, step));
}

async function noteSignIn(account: StaffAccount): Promise<void> {
  await enter(SIGN_IN, { permission: 'system.sign_in' }, (tx) =>
    recordStaffAudit(tx, SIGN_IN, { action: 'staff.signed_in', detail: { staffId: account.id } }, now())
  );
}
