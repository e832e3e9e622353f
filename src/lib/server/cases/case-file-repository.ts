import { and, asc, eq, getTableColumns, ilike, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { ClosingReason, NamedStandIn } from '$lib/cases';
import { localDate, type CaseId, type LocalDate, type StaffId, type TeamId } from '$lib/kernel';
import { read, reading, type Transaction } from '../db';
import { caseFiles, debtors } from '../db/schema/cases';

/** How a case is followed. */
export type CaseTrack = 'classic' | 'oxygene' | 'oxygene_plus';

/** The head of a case. */
export interface CaseHead {
  readonly id: CaseId;
  readonly reference: string;
  readonly teamId: TeamId;
  readonly track: CaseTrack;
  readonly recommendedTrack: CaseTrack | null;
  readonly referentId: StaffId | null;
  readonly standInId: StaffId | null;
  readonly standInUntil: LocalDate | null;
  readonly identity: 'unconfirmed' | 'confirmed' | 'not_me' | 'deceased' | 'represented' | 'helped';
  readonly displayName: string;
  readonly firstName: string;
  readonly city: string;
  readonly timeZone: string;
  readonly need: string | null;
  readonly routingRequestedAt: Date | null;
  readonly awaitingReplySince: Date | null;
  readonly replyDueAt: Date | null;
  readonly proposalPendingSince: Date | null;
  readonly proposalDueAt: Date | null;
  readonly signalWordsDueAt: Date | null;
  readonly urgentSince: Date | null;
  readonly promisedAt: Date | null;
  readonly unreadByDebtor: number;
  readonly unreadByStaff: number;
  readonly questionnaireStartedAt: Date | null;
  readonly questionnaireDoneAt: Date | null;
  readonly lastSeenAt: Date | null;
  /** Null while the case is open. */
  readonly closedAt: Date | null;
  readonly closingReason: ClosingReason | null;
  readonly createdAt: Date;
}

type Row = typeof caseFiles.$inferSelect;

function toHead(row: Row): CaseHead {
  return {
    ...row,
    id: row.id as CaseId,
    teamId: row.teamId as TeamId,
    referentId: row.referentId as StaffId | null,
    standInId: row.standInId as StaffId | null,
    standInUntil: row.standInUntil === null ? null : localDate(row.standInUntil)
  };
}

/** The head of a case; held until the end of the transaction when `lock`. */
export async function selectCaseHead(tx: Transaction, caseId: CaseId, lock = false): Promise<CaseHead> {
  return read(
    tx,
    (lock ? heldHeadOf : headOf)({ caseId }, ([row]) => {
      if (!row) throw new Error('A case that was entered is not there');
      return toHead(row);
    })
  );
}

const headOf = reading(getTableColumns(caseFiles), ['caseId'], (select, { caseId }) =>
  select.from(caseFiles).where(eq(caseFiles.id, caseId))
);

const heldHeadOf = reading(getTableColumns(caseFiles), ['caseId'], (select, { caseId }) =>
  // not 'update': that would wait for everybody who writes a row about this case, and they for us
  select.from(caseFiles).where(eq(caseFiles.id, caseId)).for('no key update')
);

/** Holds a case until the end of the transaction: who else wants to hold it waits, and then sees what was done. */
export async function holdCase(tx: Transaction, caseId: CaseId): Promise<void> {
  await tx.execute(sql`select from case_files where id = ${caseId} for no key update`);
}

/** The cases somebody follows (or stands in for) where something is promised: one walk along one index. */
export function promisedQuery(
  tx: Pick<Transaction, 'select'>,
  staffId: StaffId,
  as: 'referent' | 'stand_in',
  limit: number
) {
  const mine = as === 'referent' ? caseFiles.referentId : caseFiles.standInId;
  return tx
    .select()
    .from(caseFiles)
    .where(and(eq(mine, staffId), isNotNull(caseFiles.promisedAt)))
    .orderBy(asc(caseFiles.needRank), asc(caseFiles.promisedAt))
    .limit(limit);
}

/** Cases a member of staff follows or stands in for where something is promised: by need, then by promised time. */
export async function selectPromised(tx: Transaction, staffId: StaffId, limit: number): Promise<CaseHead[]> {
  const [own, standIn] = await Promise.all([
    promisedQuery(tx, staffId, 'referent', limit),
    promisedQuery(tx, staffId, 'stand_in', limit)
  ]);
  return [...own, ...standIn]
    .sort((a, b) => a.needRank - b.needRank || a.promisedAt!.getTime() - b.promisedAt!.getTime())
    .slice(0, limit)
    .map(toHead);
}

/** All open cases somebody follows or stands in for, by name. */
export function followedQuery(tx: Pick<Transaction, 'select'>, staffId: StaffId, limit: number) {
  return tx
    .select()
    .from(caseFiles)
    .where(
      and(eq(caseFiles.open, true), or(eq(caseFiles.referentId, staffId), eq(caseFiles.standInId, staffId)))
    )
    .orderBy(asc(caseFiles.displayName))
    .limit(limit);
}

/** {@link followedQuery}, as heads. */
export async function selectFollowed(tx: Transaction, staffId: StaffId, limit: number): Promise<CaseHead[]> {
  return (await followedQuery(tx, staffId, limit)).map(toHead);
}

/**
 * Cases whose reference is the text, or whose name holds it, by name; closed ones too, since one may be opened again.
 * `staffId` narrows to the cases a member of
 *staff follows, so that an index serves; row-level security holds in any case.
 */
export async function selectMatching(
  tx: Transaction,
  text: string,
  staffId: StaffId | null,
  limit: number
): Promise<CaseHead[]> {
  // what she typed is text: % and _ stand for themselves
  const inName = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const mine = staffId && or(eq(caseFiles.referentId, staffId), eq(caseFiles.standInId, staffId));
  const rows = await tx
    .select()
    .from(caseFiles)
    .where(
      and(
        mine ?? undefined,
        or(eq(caseFiles.reference, text.toUpperCase()), ilike(caseFiles.displayName, inName))
      )
    )
    .orderBy(asc(caseFiles.displayName))
    .limit(limit);
  return rows.map(toHead);
}

/** Cases of a team that wait for a decision, the most pressing need first. */
export async function selectToRoute(tx: Transaction, teamId: TeamId, limit: number): Promise<CaseHead[]> {
  const rows = await tx
    .select()
    .from(caseFiles)
    .where(and(eq(caseFiles.teamId, teamId), isNotNull(caseFiles.routingRequestedAt)))
    .orderBy(asc(caseFiles.needRank), asc(caseFiles.routingRequestedAt))
    .limit(limit);
  return rows.map(toHead);
}

/** Which of these cases the actor who entered may see. */
export async function keepVisible(tx: Transaction, ids: readonly CaseId[]): Promise<CaseId[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(inArray(caseFiles.id, [...ids]));
  return rows.map((row) => row.id as CaseId);
}

/** For each member of a team: cases where something is promised, and those whose promise has passed. */
export async function selectPromiseCounts(
  tx: Transaction,
  teamId: TeamId,
  at: Date
): Promise<ReadonlyMap<StaffId, { readonly promised: number; readonly late: number }>> {
  const rows = await tx.execute<{ referent_id: string; promised: number; late: number }>(sql`
    select referent_id, count(*)::int as promised,
      count(*) filter (where promised_at < ${at.toISOString()}::timestamptz)::int as late
    from case_files where team_id = ${teamId} and promised_at is not null and referent_id is not null
    group by referent_id`);
  return new Map(rows.map((row) => [row.referent_id as StaffId, { promised: row.promised, late: row.late }]));
}

/** Who follows a case, and who stands in when that person is away. */
export interface Following extends NamedStandIn {
  readonly referentId: StaffId | null;
}

/** Names who follows a case and its track; clears the request for a decision. */
export async function assignCase(
  tx: Transaction,
  caseId: CaseId,
  assigned: Following & { readonly track: CaseTrack },
  at: Date
): Promise<void> {
  await tx
    .update(caseFiles)
    .set({
      track: assigned.track,
      referentId: assigned.referentId,
      standInId: assigned.standInId,
      standInUntil: assigned.standInUntil,
      routingRequestedAt: null,
      updatedAt: at
    })
    .where(eq(caseFiles.id, caseId));
}

/** The person of a case, as the desk and "Mes données" show her. */
export interface PersonRecord {
  readonly title: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: LocalDate;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly emailConfirmedAt: Date | null;
  readonly phoneConfirmedAt: Date | null;
}

/** Reads the person of a case. */
export async function selectPerson(tx: Transaction, caseId: CaseId): Promise<PersonRecord> {
  const [row] = await tx.select().from(debtors).where(eq(debtors.caseId, caseId));
  if (!row) throw new Error('A case without a person');
  return { ...row, birthDate: localDate(row.birthDate) };
}
