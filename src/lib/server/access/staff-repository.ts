import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { StaffRole } from '$lib/access';
import type { Id, StaffId, TeamId } from '$lib/kernel';
import { database, type Transaction } from '../db';
import { staff, staffRecoveryCodes, teams } from '../db/schema/access';
import { vault } from '../platform/runtime';

/** A member of staff as sign-in needs her. */
export interface StaffAccount {
  readonly id: StaffId;
  readonly teamId: TeamId;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: StaffRole;
  readonly passwordHash: string;
  readonly totpSecret: string;
  readonly active: boolean;
}

/** What binds the sealed secret of a member of staff to its place. */
export const totpContext = (id: StaffId) => `staff.totp_secret:${id}`;

type Runner = Pick<Transaction, 'select' | 'insert' | 'update' | 'delete'>;

/** The account of an e-mail address, in any case of letters. */
export async function findAccountByEmail(email: string): Promise<StaffAccount | null> {
  const [row] = await database().orm.select().from(staff).where(eq(staff.email, email.trim().toLowerCase()));
  return row ? toAccount(row) : null;
}

/** The account of a member of staff. */
export async function findAccount(id: StaffId): Promise<StaffAccount | null> {
  const [row] = await database().orm.select().from(staff).where(eq(staff.id, id));
  return row ? toAccount(row) : null;
}

function toAccount(row: typeof staff.$inferSelect): StaffAccount {
  const id = row.id as StaffId;
  return {
    id,
    teamId: row.teamId as TeamId,
    email: row.email,
    firstName: row.firstName,
    lastName: row.lastName,
    role: row.role,
    passwordHash: row.passwordHash,
    totpSecret: vault().open(row.totpSecretSealed, totpContext(id)),
    active: row.active && row.totpConfirmedAt !== null
  };
}

/** Uses up a TOTP step; false when it, or a later one, was used already. One statement, so twins cannot both win. */
export async function useTotpStep(id: StaffId, step: number): Promise<boolean> {
  const used = await database()
    .orm.update(staff)
    .set({ totpLastStep: step })
    .where(and(eq(staff.id, id), or(isNull(staff.totpLastStep), lt(staff.totpLastStep, step))))
    .returning({ id: staff.id });
  return used.length > 0;
}

/** The recovery codes not used yet. */
export async function unusedRecoveryCodes(id: StaffId): Promise<{ id: string; codeHash: string }[]> {
  return database()
    .orm.select({ id: staffRecoveryCodes.id, codeHash: staffRecoveryCodes.codeHash })
    .from(staffRecoveryCodes)
    .where(and(eq(staffRecoveryCodes.staffId, id), isNull(staffRecoveryCodes.usedAt)));
}

/** Uses up a recovery code; false when a twin was faster. */
export async function useRecoveryCode(codeId: string, at: Date): Promise<boolean> {
  const used = await database()
    .orm.update(staffRecoveryCodes)
    .set({ usedAt: at })
    .where(and(eq(staffRecoveryCodes.id, codeId), isNull(staffRecoveryCodes.usedAt)))
    .returning({ id: staffRecoveryCodes.id });
  return used.length > 0;
}

/** Puts new recovery codes in the place of all the old ones. */
export async function replaceRecoveryCodes(
  tx: Runner,
  staffId: StaffId,
  codes: readonly { readonly id: Id; readonly codeHash: string }[]
): Promise<void> {
  await tx.delete(staffRecoveryCodes).where(eq(staffRecoveryCodes.staffId, staffId));
  await tx.insert(staffRecoveryCodes).values(codes.map((code) => ({ ...code, staffId })));
}

/** Keeps another password. */
export async function updatePasswordHash(tx: Runner, id: StaffId, passwordHash: string): Promise<void> {
  await tx.update(staff).set({ passwordHash }).where(eq(staff.id, id));
}

/** The team of a name, made when missing. */
export async function teamNamed(tx: Runner, name: string, newTeamId: TeamId, at: Date): Promise<TeamId> {
  await tx.insert(teams).values({ id: newTeamId, name, createdAt: at }).onConflictDoNothing();
  const [row] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.name, name));
  return row!.id as TeamId;
}

/** A member of staff to add. */
export interface NewStaff {
  readonly id: StaffId;
  readonly teamId: TeamId;
  readonly role: StaffRole;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly passwordHash: string;
  readonly totpSecret: string;
  readonly createdAt: Date;
}

/** Adds a member of staff; false when the address is taken. */
export async function insertStaff(tx: Runner, person: NewStaff): Promise<boolean> {
  const { totpSecret, ...columns } = person;
  const added = await tx
    .insert(staff)
    .values({
      ...columns,
      email: person.email.trim().toLowerCase(),
      totpSecretSealed: vault().seal(totpSecret, totpContext(person.id)),
      totpConfirmedAt: person.createdAt
    })
    .onConflictDoNothing({ target: staff.email })
    .returning({ id: staff.id });
  return added.length > 0;
}
