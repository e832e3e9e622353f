import type { Sql } from 'postgres';

/** A table as it is: how many rows, and what they hold. */
export interface TableState {
  readonly rows: number;
  readonly hash: string;
}

/** Every table of the product by name: two answers are equal when no row differs. `sql` must see past row-level security. */
export async function hashTables(sql: Sql): Promise<Readonly<Record<string, TableState>>> {
  const names = await tableNames(sql);
  // sums, because fifty sorts take longer than everything else
  const each = names.map(
    (name) => `
      select '${name}' as name, count(*)::int as rows,
        coalesce(sum(hashtextextended(t::text, 1))::text || sum(hashtextextended(t::text, 2)), '') as hash
      from ${name} t`
  );
  const states = await sql.unsafe<{ name: string; rows: number; hash: string }[]>(each.join(' union all '));
  return Object.fromEntries(states.map(({ name, rows, hash }) => [name, { rows, hash }]));
}

/** How many rows each table has, without what they hold: much quicker. */
export async function countTables(sql: Sql): Promise<Readonly<Record<string, Pick<TableState, 'rows'>>>> {
  const names = await tableNames(sql);
  const each = names.map((name) => `select '${name}' as name, count(*)::int as rows from ${name}`);
  const counts = await sql.unsafe<{ name: string; rows: number }[]>(each.join(' union all '));
  return Object.fromEntries(counts.map(({ name, rows }) => [name, { rows }]));
}

/** How many rows each table gained between two states; tables that gained none are left out. */
export function rowsGained(
  before: Readonly<Record<string, Pick<TableState, 'rows'>>>,
  after: Readonly<Record<string, Pick<TableState, 'rows'>>>
): Readonly<Record<string, number>> {
  const gained = Object.entries(after).map(([name, { rows }]) => [name, rows - (before[name]?.rows ?? 0)]);
  return Object.fromEntries(gained.filter(([, rows]) => rows !== 0)) as Record<string, number>;
}

async function tableNames(sql: Sql): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and schemaname <> 'pgboss' order by 1`;
  return tables.map(({ name }) => name);
}
