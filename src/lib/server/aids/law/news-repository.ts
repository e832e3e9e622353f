import { asc, eq, sql } from 'drizzle-orm';
import type { ClaimSubject } from '$lib/aids';
import type { CaseId } from '$lib/kernel';
import type { Transaction } from '../../db';
import { aidNews } from '../../db/schema/aids';
import type { RevisionId } from './revision';

const NONE = '00000000-0000-0000-0000-000000000000';

/** Cases with something to tell, in order, after one of them. */
export async function selectCasesToTell(
  tx: Transaction,
  after: string,
  limit: number
): Promise<readonly string[]> {
  const rows = await tx.execute<{ case_id: string }>(sql`
    select distinct case_id from aid_news where state = 'to_tell' and case_id > ${after || NONE}::uuid
    order by case_id limit ${limit}`);
  return rows.map((row) => row.case_id);
}

/** Since when there is something to tell her, and whether she still wishes to be told. */
export async function selectOldestNews(
  tx: Transaction,
  caseId: CaseId
): Promise<{ readonly foundAt: Date | null; readonly wantsNews: boolean }> {
  const [row] = await tx.execute<{ found_at: string | Date | null; wants_news: boolean | null }>(sql`
    select (select min(found_at) from aid_news where case_id = ${caseId} and state = 'to_tell') as found_at,
      (select wants_news from aid_profiles where case_id = ${caseId}) as wants_news`);
  const foundAt = row?.found_at ?? null;
  return { foundAt: foundAt === null ? null : new Date(foundAt), wantsNews: row?.wants_news === true };
}

/** What a change of the law brought a person, and whether she was told. */
export interface OwnNews {
  /** A month; null: a right newly hers of which nobody knows the sum. */
  readonly gainCents: number | null;
  /** The aids and rights that bring it. */
  readonly about: readonly ClaimSubject[];
  readonly state: 'to_tell' | 'told' | 'not_told';
  readonly foundAt: Date;
  /** When she was told, or was not to be told any more; null while she waits for it. */
  readonly settledAt: Date | null;
}

/** The changes of the law a person gains from, oldest first. */
export async function selectNewsOfCase(tx: Transaction, caseId: CaseId): Promise<readonly OwnNews[]> {
  const { gainCents, about, state, foundAt, settledAt } = aidNews;
  return tx
    .select({ gainCents, about, state, foundAt, settledAt })
    .from(aidNews)
    .where(eq(aidNews.caseId, caseId))
    .orderBy(asc(aidNews.id));
}

/** Forgets which aids and rights the changes of the law brought her: they were worked out from answers she erased. */
export async function forgetWhatGained(tx: Transaction, caseId: CaseId): Promise<void> {
  await tx.update(aidNews).set({ about: [] }).where(eq(aidNews.caseId, caseId));
}

/** Settles everything there was to tell her. */
export async function settleNews(
  tx: Transaction,
  caseId: CaseId,
  state: 'told' | 'not_told',
  at: Date
): Promise<void> {
  await tx.execute(sql`
    update aid_news set state = ${state}::aid_news_state, settled_at = ${at.toISOString()}::timestamptz
    where case_id = ${caseId} and state = 'to_tell'`);
}

/** How many gain from a change, and how many of them were told. */
export interface NewsCounts {
  readonly toTell: number;
  readonly told: number;
  readonly notTold: number;
}

/** Counts of each of some changes. */
export async function countNews(
  tx: Transaction,
  revisionIds: readonly RevisionId[]
): Promise<ReadonlyMap<string, NewsCounts>> {
  if (revisionIds.length === 0) return new Map();
  const ids = sql.join(
    revisionIds.map((id) => sql`${id}::uuid`),
    sql`, `
  );
  const rows = await tx.execute<{ revision_id: string; to_tell: number; told: number; not_told: number }>(sql`
    select revision_id, count(*) filter (where state = 'to_tell')::int as to_tell,
      count(*) filter (where state = 'told')::int as told,
      count(*) filter (where state = 'not_told')::int as not_told
    from aid_news where revision_id in (${ids}) group by revision_id`);
  return new Map(
    rows.map((row) => [row.revision_id, { toTell: row.to_tell, told: row.told, notTold: row.not_told }])
  );
}
