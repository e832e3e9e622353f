import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** A pool that signs in as `oxygene_app`, with Drizzle over it. */
export interface Database {
  readonly orm: PostgresJsDatabase;
  readonly sql: postgres.Sql;
  /** Ends the pool; waits at most `seconds` for running queries. */
  close(seconds?: number): Promise<void>;
}

/** What a connection needs: the address of the application's role, and how it is reached. */
export interface ConnectionSettings {
  readonly url: string;
  /** False behind a transaction pooler (PgBouncer), where prepared statements are lost. */
  readonly prepare?: boolean;
  readonly poolSize?: number;
}

type Unsafe = postgres.Sql['unsafe'];

let current: Database | undefined;

/** Opens a pool. Connections are made when first needed, so this never fails by itself. */
export function openDatabase({ url, prepare = true, poolSize = 10 }: ConnectionSettings): Database {
  const sql = postgres(url, {
    max: poolSize,
    prepare,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: 'oxygene', statement_timeout: 10_000 }
  });
  const client = prepare ? preparing(sql) : sql;
  return { orm: drizzle({ client }), sql, close: (seconds = 3) => sql.end({ timeout: seconds }) };
}

/** Statements longer than this (whole batches of rows) are rarely sent twice in the same words. */
const LONGEST_PREPARED = 4_000;

/**
 * The pool as Drizzle should use it. Drizzle sends every statement unnamed: Postgres parses and describes it anew, and
 * the driver waits for that before it sends the values. Named ones take one trip instead of two.
 */
function preparing(sql: postgres.Sql): postgres.Sql {
  const begin = <T>(work: (tx: postgres.TransactionSql) => Promise<T>) =>
    sql.begin((tx) => work(Object.assign(tx, { unsafe: named(tx.unsafe) })));
  // what Drizzle calls, and no more
  return { options: sql.options, unsafe: named(sql.unsafe), begin } as unknown as postgres.Sql;
}

function named(unsafe: Unsafe): Unsafe {
  return (text, values = [], options = {}) =>
    unsafe(text, values, { ...options, prepare: text.length <= LONGEST_PREPARED });
}

/** Says which database the use cases of this process work on. Called once at start, and by each test file. */
export function useDatabase(database: Database): void {
  current = database;
}

/** The database of this process. Throws when none was chosen: a use case ran before the start was over. */
export function database(): Database {
  if (!current) throw new Error('No database: useDatabase() was not called');
  return current;
}
