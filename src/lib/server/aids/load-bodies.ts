import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { TransactionSql } from 'postgres';
import { database } from '../db';
import { bodies, communes } from '../db/schema/aids';
import { now } from '../platform/runtime';

const FOLDER = path.join(import.meta.dirname, 'data');
const FILES = {
  bodies: path.join(FOLDER, 'bodies.tsv.br'),
  communes: path.join(FOLDER, 'communes.tsv.br')
};
const MARK = 'bodies';
const ROWS_AT_ONCE = 5000;
/** An arbitrary number that names this lock among the advisory locks of the database. */
const LOAD_LOCK = 6_992_904_721;

/** What loading did. */
export interface BodiesLoaded {
  /** False when the tables held this edition already. */
  readonly isNew: boolean;
  readonly bodies: number;
  readonly communes: number;
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Brings the bodies and communes of the project's own files into their tables. Loading again does nothing; another
 * edition replaces the one before in one transaction, so readers never see half of it.
 */
export async function loadBodies(files = FILES): Promise<BodiesLoaded> {
  const digest = digestOf([files.bodies, files.communes]);
  return database().sql.begin(async (tx) => {
    // another process may be loading: waiting for it, or counting on a busy machine, is not a query gone astray
    await tx`set local statement_timeout = '5min'`;
    await tx`select pg_advisory_xact_lock(${LOAD_LOCK})`;
    const [held] = await tx`select digest from reference_loads where name = ${MARK}`;
    if (held?.digest !== digest) {
      await tx`delete from bodies`;
      await tx`delete from communes`;
      await insertFrom(files.communes, communes, tx);
      await insertFrom(files.bodies, bodies, tx);
      await tx`insert into reference_loads (name, digest, loaded_at) values (${MARK}, ${digest}, ${now().toISOString()})
        on conflict (name) do update set digest = excluded.digest, loaded_at = excluded.loaded_at`;
    }
    const [counts] = await tx<{ bodies: number; communes: number }[]>`
      select (select count(*)::int from bodies) as bodies, (select count(*)::int from communes) as communes`;
    return {
      isNew: held?.digest !== digest,
      bodies: counts?.bodies ?? 0,
      communes: counts?.communes ?? 0
    };
  });
}

/** The fields of a packed line: `\\N` is none, a doubled backslash one. */
function fieldsOf(line: string): readonly (string | null)[] {
  return line.split('\t').map((field) => (field === '\\N' ? null : field.replaceAll('\\\\', '\\')));
}

/** Inserts the lines of a packed file, some thousands at a time: each column travels as one array of texts. */
async function insertFrom(file: string, table: PgTable, tx: TransactionSql): Promise<void> {
  const rows = brotliDecompressSync(readFileSync(file)).toString().trimEnd().split('\n').map(fieldsOf);
  const columns = Object.values(getTableColumns(table));
  const short = rows.findIndex((row) => row.length !== columns.length);
  if (short >= 0)
    throw new Error(`${file}: line ${short + 1} has not the ${columns.length} fields of its table`);
  const names = columns.map(({ name }) => name).join(', ');
  const typed = columns.map((column) => `${column.name}::${column.getSQLType()}`).join(', ');
  const arrays = columns.map((_, place) => `$${place + 1}::text[]`).join(', ');
  const insert = `insert into ${getTableName(table)} (${names}) select ${typed} from unnest(${arrays}) as t(${names})`;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const some = rows.slice(start, start + ROWS_AT_ONCE);
    await tx.unsafe(
      insert,
      columns.map((_, place) => some.map((row) => row[place] ?? null))
    );
  }
}
