import { and, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { StaffRole } from '$lib/access';
import { localDate, type LocalDate, type StaffId, type TeamId } from '$lib/kernel';
import { database, type Transaction } from '../db';
import { staff, teams } from '../db/schema/access';
import { now } from '../platform/runtime';

/** A member of a team and how much she follows. */
export interface TeamMember {
  readonly id: StaffId;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: StaffRole;
  readonly openCases: number;
  /** The last day of her latest absence, which may be over. */
  readonly awayUntil: LocalDate | null;
  /** Who stands in for her through that day. */
  readonly standInId: StaffId | null;
}

/** The active people of a team, the least loaded first. */
export async function listTeam(tx: Transaction, teamId: TeamId): Promise<TeamMember[]> {
  const rows = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.teamId, teamId), eq(staff.active, true)))
    .orderBy(staff.openCases, staff.id);
  return rows.map(toMember);
}

function toMember(row: typeof staff.$inferSelect): TeamMember {
  return {
    id: row.id as StaffId,
    firstName: row.firstName,
    lastName: row.lastName,
    role: row.role,
    openCases: row.openCases,
    awayUntil: row.awayUntil === null ? null : localDate(row.awayUntil),
    standInId: row.standInId as StaffId | null
  };
}

/** Holds a team until the end of the transaction: one at a time decides who follows or covers what. */
export async function holdTeam(tx: Transaction, teamId: TeamId): Promise<void> {
  await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId)).for('update');
}

/** Writes until when a member of staff is away and who stands in; null when she is back. */
export async function writeAbsence(
  tx: Transaction,
  id: StaffId,
  absence: { readonly until: LocalDate; readonly standInId: StaffId } | null
): Promise<void> {
  await tx
    .update(staff)
    .set({ awayUntil: absence?.until ?? null, standInId: absence?.standInId ?? null })
    .where(eq(staff.id, id));
}

/**
 * Takes the least loaded person of a role who is there today, and counts one more case for her in the same breath, so
 * that two decisions at once do not both find the same one idle. Null when nobody of that role is there.
 */
export async function takeLeastLoaded(
  tx: Transaction,
  teamId: TeamId,
  role: 'referent' | 'adviser',
  today: LocalDate
): Promise<TeamMember | null> {
  // one at a time in a team: whoever waited for the row itself would still get the person chosen before
  await holdTeam(tx, teamId);
  const [row] = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(
      and(
        eq(staff.teamId, teamId),
        eq(staff.role, role),
        eq(staff.active, true),
        or(isNull(staff.awayUntil), lt(staff.awayUntil, today))
      )
    )
    .orderBy(staff.openCases, staff.id)
    .limit(1);
  return row ? countOneMore(tx, teamId, row.id as StaffId) : null;
}

/**
 * Counts one more case for a member of this team. Null when she is not of it, not there any more, or a supervisor, who sees
 * every case and follows none.
 */
export async function countOneMore(tx: Transaction, teamId: TeamId, id: StaffId): Promise<TeamMember | null> {
  const [row] = await tx
    .update(staff)
    .set({ openCases: sql`open_cases + 1` })
    .where(
      and(eq(staff.id, id), eq(staff.teamId, teamId), eq(staff.active, true), ne(staff.role, 'supervisor'))
    )
    .returning();
  return row ? toMember(row) : null;
}

/** Counts one case less, when it is closed or given on. */
export async function countOneLess(tx: Transaction, id: StaffId): Promise<void> {
  await tx
    .update(staff)
    .set({ openCases: sql`greatest(open_cases - 1, 0)` })
    .where(eq(staff.id, id));
}

/** How many open cases a member of staff follows. */
export async function openCasesOf(tx: Transaction, id: StaffId): Promise<number> {
  const [row] = await tx.select({ openCases: staff.openCases }).from(staff).where(eq(staff.id, id));
  return row?.openCases ?? 0;
}

/** How a member of staff is called. */
interface StaffNames {
  readonly firstName: string;
  readonly name: string;
}

/** Names are on nearly every page and hardly ever change: a change is seen within a minute. */
const NAMES_KEPT_MS = 60_000;
const keptNames = new Map<StaffId, StaffNames & { readonly readAt: number }>();

/** Names of members of staff by id, those who left included; read outside of a transaction when `tx` is null. */
export async function staffNames(
  tx: Transaction | null,
  ids: readonly StaffId[]
): Promise<ReadonlyMap<StaffId, StaffNames>> {
  const at = now().getTime();
  const wanted = [...new Set(ids)];
  const unknown = wanted.filter((id) => !(Math.abs(at - (keptNames.get(id)?.readAt ?? 0)) < NAMES_KEPT_MS));
  if (unknown.length > 0) {
    const rows = await (tx ?? database().orm)
      .select({ id: staff.id, firstName: staff.firstName, lastName: staff.lastName })
      .from(staff)
      .where(inArray(staff.id, unknown));
    for (const { id, firstName, lastName } of rows) {
      keptNames.set(id as StaffId, { firstName, name: `${firstName} ${lastName}`, readAt: at });
    }
  }
  return new Map(
    wanted.flatMap((id) => {
      const kept = keptNames.get(id);
      return kept ? [[id, kept] as const] : [];
    })
  );
}
