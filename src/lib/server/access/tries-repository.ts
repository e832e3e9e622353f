import { sql } from 'drizzle-orm';
import type { TrySlice } from '$lib/access';
import { database } from '../db';

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/**
 * Adds one try to a slice and answers every slice that still counts, this one as it stands after the addition. Each
 * statement is a transaction of its own: tries stay counted when the work they belong to is rolled back.
 */
export async function addTry(key: string, slice: Date, oldest: Date): Promise<TrySlice[]> {
  const rows = await database().orm.execute<{ window_start: Date | string; tries: number }>(sql`
    with mine as (
      insert into rate_limits (key, window_start, tries) values (${key}, ${instant(slice)}, 1)
      on conflict (key, window_start) do update set tries = rate_limits.tries + 1
      returning window_start, tries
    )
    select window_start, tries from mine
    union all
    select window_start, tries from rate_limits
    where key = ${key} and window_start >= ${instant(oldest)} and window_start <> ${instant(slice)}`);
  return rows.map((row) => ({ startsAt: new Date(row.window_start), failures: row.tries }));
}

/** Takes one try back. */
export async function takeTryBack(key: string, slice: Date): Promise<void> {
  await database().orm.execute(sql`
    update rate_limits set tries = greatest(tries - 1, 0)
    where key = ${key} and window_start = ${instant(slice)}`);
}

/** How many tries stand since `oldest`. */
export async function countFailures(key: string, oldest: Date): Promise<number> {
  const [row] = await database().orm.execute<{ failures: number }>(sql`
    select coalesce(sum(tries), 0)::int as failures from rate_limits
    where key = ${key} and window_start >= ${instant(oldest)}`);
  return row?.failures ?? 0;
}

/** Forgets slices older than `oldest`. */
export async function forgetTriesBefore(oldest: Date): Promise<void> {
  await database().orm.execute(sql`delete from rate_limits where window_start < ${instant(oldest)}`);
}
