import { sql } from 'drizzle-orm';
import { systemActor } from '$lib/access';
import { enter, type Transaction } from '../db';
import { vault } from '../platform/runtime';

const SEALER = systemActor('seal-again');
const BATCH = 500;

/** A column of sealed texts, and whom its values are bound to. */
interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The column that holds the case or the member of staff; null when a value is bound to its place only. */
  readonly owner: 'case_id' | 'id' | null;
}

/**
 * Seals with the current key all that another key sealed, a few hundred values at a time, beside a running product. What
 * changes meanwhile is left to who changed it, and looked at again. May be stopped and started again. Throws when a
 * value cannot be opened: its key is missing, or it was altered. Answers how many values were sealed again; afterwards
 * no value needs an older key.
 */
export async function sealAgain(): Promise<number> {
  const columns = await enter(SEALER, { permission: 'system.expire' }, sealedColumns);
  let count = 0;
  for (const column of columns) {
    for (let again = BATCH; again > 0;) {
      again = await enter(SEALER, { permission: 'system.expire' }, (tx) => sealBatch(tx, column));
      count += again;
    }
  }
  return count;
}

/** Every column whose name says that it is sealed, from the catalogue: none can be forgotten. */
async function sealedColumns(tx: Transaction): Promise<SealedColumn[]> {
  const rows = await tx.execute<{ table_name: string; column_name: string; has_case: boolean }>(sql`
    select c.table_name, c.column_name, exists (select from information_schema.columns k
      where k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_name = 'case_id') as has_case
    from information_schema.columns c
    where c.table_schema = 'public' and c.column_name like '%\_sealed' order by 1, 2`);
  return rows.map(({ table_name: table, column_name: column, has_case: hasCase }) => ({
    table,
    column,
    owner: hasCase ? 'case_id' : table === 'staff' ? 'id' : null
  }));
}

async function sealBatch(tx: Transaction, { table, column, owner }: SealedColumn): Promise<number> {
  const [from, value] = [sql.identifier(table), sql.identifier(column)];
  const of = owner === null ? sql`null` : sql.identifier(owner);
  const current = `${vault().currentKeyId}.`;
  const rows = await tx.execute<{ place: string; sealed: string; of: string | null }>(sql`
    select ctid::text as place, ${value} as sealed, ${of} as of from ${from}
    where ${value} is not null and not starts_with(${value}, ${current}) limit ${BATCH} for update skip locked`);
  for (const row of rows) {
    const context = `${table}.${column.replace(/_sealed$/, '')}${row.of === null ? '' : `:${row.of}`}`;
    const fresh = vault().seal(vault().open(row.sealed, context), context);
    await tx.execute(sql`update ${from} set ${value} = ${fresh} where ctid = ${row.place}::tid`);
  }
  return rows.length;
}
