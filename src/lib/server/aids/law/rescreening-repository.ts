import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ClaimSubject } from '$lib/aids';
import type { Id } from '$lib/kernel';
import type { Transaction } from '../../db';
import { aidRescreeningParts, aidRescreenings } from '../../db/schema/aids';
import { newId } from '../../platform/ids';
import type { RevisionId } from './revision';

/** Names a pass over the stored profiles. */
export type RescreeningId = Id<'rescreening'>;

/** A pass over the stored profiles. */
export interface RescreeningRun {
  readonly id: RescreeningId;
  readonly revisionId: RevisionId;
  readonly month: number;
  readonly thresholdCents: number;
  readonly startedByName: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** A part of a pass, held by this transaction. */
export interface RescreeningPart {
  readonly cursor: string;
  readonly upTo: string;
  readonly isFinished: boolean;
}

const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

type Row = typeof aidRescreenings.$inferSelect;
const toRun = (row: Row): RescreeningRun => ({
  ...row,
  id: row.id as RescreeningId,
  revisionId: row.revisionId as RevisionId
});

/** How many people agreed to be told. */
export async function countProfiles(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from aid_profiles where wants_news`
  );
  return row?.count ?? 0;
}

/** The cases at which the profiles are cut into parts of about one size. */
async function bounds(tx: Transaction, profiles: number, parts: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (let part = 1; part < parts; part++) {
    const [row] = await tx.execute<{ case_id: string }>(sql`
      select case_id from aid_profiles where wants_news order by case_id
      offset ${Math.floor((profiles * part) / parts)} limit 1`);
    if (row) found.push(row.case_id);
  }
  return found;
}

/** Opens a pass cut into parts; null when one of this change is open already. */
export async function insertRun(
  tx: Transaction,
  run: Omit<RescreeningRun, 'id' | 'finishedAt'>,
  size: { readonly profiles: number; readonly parts: number }
): Promise<RescreeningId | null> {
  const id = newId<'rescreening'>(run.startedAt);
  const [opened] = await tx
    .insert(aidRescreenings)
    .values({ id, ...run })
    .onConflictDoNothing()
    .returning({ id: aidRescreenings.id });
  if (!opened) return null;
  const cuts = await bounds(tx, size.profiles, size.parts);
  const rows = [...cuts, null].map((upTo, part) => ({
    rescreeningId: id,
    part,
    cursor: cuts[part - 1] ?? null,
    upTo
  }));
  await tx.insert(aidRescreeningParts).values(rows);
  return id;
}

/** One pass; null when there is none. */
export async function selectRun(tx: Transaction, id: RescreeningId): Promise<RescreeningRun | null> {
  const [row] = await tx.select().from(aidRescreenings).where(eq(aidRescreenings.id, id));
  return row ? toRun(row) : null;
}

/** Passes that are not finished, the oldest first. */
export async function selectOpenRuns(tx: Transaction): Promise<readonly RescreeningRun[]> {
  const rows = await tx
    .select()
    .from(aidRescreenings)
    .where(isNull(aidRescreenings.finishedAt))
    .orderBy(asc(aidRescreenings.id));
  return rows.map(toRun);
}

/** Changes that were screened, or are being. */
export async function selectScreenedRevisions(tx: Transaction): Promise<ReadonlySet<string>> {
  const rows = await tx.selectDistinct({ id: aidRescreenings.revisionId }).from(aidRescreenings);
  return new Set(rows.map(({ id }) => id));
}

/** The parts of a pass that are not finished. */
export async function selectOpenParts(tx: Transaction, id: RescreeningId): Promise<readonly number[]> {
  const rows = await tx
    .select({ part: aidRescreeningParts.part })
    .from(aidRescreeningParts)
    .where(and(eq(aidRescreeningParts.rescreeningId, id), isNull(aidRescreeningParts.finishedAt)))
    .orderBy(asc(aidRescreeningParts.part));
  return rows.map(({ part }) => part);
}

/** Where a part stands, held until this transaction ends: another worker on the same part waits. */
export async function holdPart(
  tx: Transaction,
  id: RescreeningId,
  part: number
): Promise<RescreeningPart | null> {
  const [row] = await tx
    .select()
    .from(aidRescreeningParts)
    .where(and(eq(aidRescreeningParts.rescreeningId, id), eq(aidRescreeningParts.part, part)))
    .for('update');
  if (!row) return null;
  return { cursor: row.cursor ?? FIRST, upTo: row.upTo ?? LAST, isFinished: row.finishedAt !== null };
}

/** Stored answers as the table has them. */
export interface SealedProfile {
  readonly case_id: string;
  readonly answers_sealed: string;
}

/** Stored answers of people who agreed to be told, in order of case. */
export async function selectProfilesAfter(
  tx: Transaction,
  { cursor, upTo }: RescreeningPart,
  limit: number
): Promise<readonly SealedProfile[]> {
  return tx.execute<SealedProfile & Record<string, unknown>>(sql`
    select case_id, answers_sealed from aid_profiles
    where wants_news and case_id > ${cursor}::uuid and case_id <= ${upTo}::uuid
    order by case_id limit ${limit}`);
}

/** Stored answers of people who agreed to be told, of the newest cases. */
export async function selectNewestProfiles(
  tx: Transaction,
  limit: number
): Promise<readonly SealedProfile[]> {
  return tx.execute<SealedProfile & Record<string, unknown>>(sql`
    select case_id, answers_sealed from aid_profiles where wants_news order by case_id desc limit ${limit}`);
}

/** One who gains. */
export interface Gain {
  readonly caseId: string;
  /** A month; null: a right newly hers of which nobody knows the sum. */
  readonly gainCents: number | null;
  /** The aids and rights that bring it. */
  readonly about: readonly ClaimSubject[];
}

/** Keeps who gains, to be told; who was found before for the same change stays as she is. */
export async function insertGains(
  tx: Transaction,
  revisionId: RevisionId,
  gains: readonly Gain[],
  at: Date
): Promise<void> {
  if (gains.length === 0) return;
  const rows = gains.map(({ caseId, gainCents: gain, about }) => ({
    case_id: caseId,
    id: newId(at),
    gain,
    about
  }));
  await tx.execute(sql`
    insert into aid_news (case_id, id, revision_id, gain_cents, about, state, found_at)
    select case_id, id, ${revisionId}::uuid, gain, about, 'to_tell', ${at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as line (case_id uuid, id uuid, gain bigint, about text[])
    on conflict (case_id, revision_id) do nothing`);
}

/** Moves the cursor of a part past what was just read; `isLast` closes it. */
export async function movePart(
  tx: Transaction,
  id: RescreeningId,
  part: number,
  done: {
    readonly cursor: string | null;
    readonly seen: number;
    readonly gained: number;
    readonly unreadable: number;
    readonly isLast: boolean;
  },
  at: Date
): Promise<void> {
  const { cursor, seen, gained, unreadable, isLast } = done;
  await tx.execute(sql`
    update aid_rescreening_parts set cursor = coalesce(${cursor}::uuid, cursor), seen = seen + ${seen},
      gained = gained + ${gained}, unreadable = unreadable + ${unreadable},
      finished_at = case when ${isLast} then ${at.toISOString()}::timestamptz end
    where rescreening_id = ${id} and part = ${part}`);
}

/** Closes a pass whose parts are all finished. */
export async function closeRun(tx: Transaction, id: RescreeningId, at: Date): Promise<void> {
  await tx.execute(sql`
    update aid_rescreenings r set finished_at = ${at.toISOString()}::timestamptz
    where id = ${id} and finished_at is null and not exists (
      select from aid_rescreening_parts p where p.rescreening_id = r.id and p.finished_at is null)`);
}

/** Where a pass stands, for the desk. */
export interface RescreeningProgress extends RescreeningRun {
  readonly seen: number;
  readonly gained: number;
  readonly unreadable: number;
}

/** The newest passes with their counts; of one change when it is given. */
export async function selectProgress(
  tx: Transaction,
  limit: number,
  revisionId?: RevisionId
): Promise<readonly RescreeningProgress[]> {
  const rows = await tx
    .select({
      run: aidRescreenings,
      seen: sql<number>`sum(${aidRescreeningParts.seen})::int`,
      gained: sql<number>`sum(${aidRescreeningParts.gained})::int`,
      unreadable: sql<number>`sum(${aidRescreeningParts.unreadable})::int`
    })
    .from(aidRescreenings)
    .innerJoin(aidRescreeningParts, eq(aidRescreeningParts.rescreeningId, aidRescreenings.id))
    .where(revisionId && eq(aidRescreenings.revisionId, revisionId))
    .groupBy(aidRescreenings.id)
    .orderBy(desc(aidRescreenings.id))
    .limit(limit);
  return rows.map(({ run, ...counts }) => ({ ...toRun(run), ...counts }));
}
