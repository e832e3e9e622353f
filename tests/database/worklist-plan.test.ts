import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffId } from '../../src/lib/kernel';
import { followedQuery, promisedQuery } from '../../src/lib/server/cases/case-file-repository';
import { aTeam, useTestRuntime, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
const CASES = 20_000;
const REFERENTS = 200;
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

/** A hundred cases for each of two hundred referents, one of whom is real; a third of them with a promise. */
beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
  const sql = db().superuserSql;
  await sql`
    insert into case_files (id, reference, team_id, track, referent_id, display_name, first_name, city, territory,
      time_zone, need_rank, reply_due_at, awaiting_reply_since, created_at, updated_at)
    select gen_random_uuid(), 'PLAN-' || n, ${team.teamId}, 'oxygene',
      case n % ${REFERENTS}::int when 0 then ${team.referent.staffId}::uuid
        else md5((n % ${REFERENTS}::int)::text)::uuid end,
      'Personne ' || n, 'Personne', 'Rennes', '35', 'Europe/Paris', n % 15,
      case when n % 3 = 0 then now() + make_interval(mins => n) end, now(), now(), now()
    from generate_series(1, ${CASES}::int) n`;
  await sql`analyze case_files`;
});
afterAll(() => clock.close());

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

/** The plan of a query as the application runs it: its own role, row-level security and all. */
async function planOf(query: { toSQL(): { sql: string; params: unknown[] } }): Promise<Node[]> {
  const { sql: text, params } = query.toSQL();
  const rows = await db().appSql.begin(async (tx) => {
    await tx`select app.enter('referent', null, ${team.referent.staffId}::uuid)`;
    return tx.unsafe(`explain (analyze, format json) ${text}`, params as never[]);
  });
  const [{ 'QUERY PLAN': plan }] = rows as unknown as [{ 'QUERY PLAN': [{ Plan: Node }] }];
  const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  return flat(plan[0].Plan);
}

const orm = () => drizzle(db().appSql as unknown as Sql);
const me = (): StaffId => team.referent.staffId;

describe('at twenty thousand cases', () => {
  it('my day walks the worklist index and reads my promises only', async () => {
    const nodes = await planOf(promisedQuery(orm() as never, me(), 'referent', 60));
    expect(nodes.map((node) => node['Index Name'])).toContain('case_files_referent_worklist_idx');
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    const removed = nodes.reduce((sum, node) => sum + (node['Rows Removed by Filter'] ?? 0), 0);
    expect(removed).toBe(0);
  });

  it('what I stand in for, and the list of all I follow, read no other case either', async () => {
    for (const query of [
      promisedQuery(orm() as never, me(), 'stand_in', 60),
      followedQuery(orm() as never, me(), 300)
    ]) {
      const nodes = await planOf(query);
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
      expect(Math.max(...nodes.map((node) => node['Actual Rows']))).toBeLessThanOrEqual(100);
    }
  });
});
