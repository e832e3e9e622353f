import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { renewable, type Database, type OnePool } from './pool';

/** A transaction in which it was said who acts. */
export type Transaction = Parameters<Parameters<Database['orm']['transaction']>[0]>[0];

/** What a connection needs: the address of the application's role, and how it is reached. */
export interface ConnectionSettings {
  readonly url: string;
  /** False behind a transaction pooler (PgBouncer), where prepared statements are lost. */
  readonly prepare?: boolean;
  readonly poolSize?: number;
}

type Unsafe = postgres.Sql['unsafe'];

let current: Database | undefined;

/**
 * Seconds before a connection is tried again. The driver counts the failures of all connections together and would wait for
 * twenty seconds after a handful: a database that is back must not be left alone for longer than it was away.
 */
const waitBeforeAttempt = (failures: number) => Math.min(3 ** failures / 100, 1) * (0.5 + Math.random() / 2);

/** Opens a pool. Connections are made when first needed, so this never fails by itself. */
export function openDatabase(settings: ConnectionSettings): Database {
  return renewable(() => openPool(settings));
}

function openPool({ url, prepare = true, poolSize = 10 }: ConnectionSettings): OnePool {
  const sql = postgres(url, {
    max: poolSize,
    prepare,
    idle_timeout: 60,
    connect_timeout: 5,
    backoff: waitBeforeAttempt,
    onnotice: () => undefined,
    connection: { application_name: 'oxygene', statement_timeout: 10_000 }
  });
  return {
    orm: drizzle({ client: clientFor(sql, prepare ? named : (unsafe) => unsafe) }),
    sql,
    close: (seconds = 3) => sql.end({ timeout: seconds })
  };
}

/**
 * The pool as Drizzle should use it: statements go `through` what is given, and a transaction takes none once its work
 * is over. Of several that a use case does at the same time, the others go on when one fails, and the connection is
 * given back meanwhile: what they ask then would run on its own, or in the transaction of a stranger.
 */
function clientFor(sql: postgres.Sql, through: (unsafe: Unsafe) => Unsafe): postgres.Sql {
  const begin = <T>(work: (tx: postgres.TransactionSql) => Promise<T>) =>
    sql.begin(async (tx) => {
      let isOver = false;
      const unsafe = through(tx.unsafe);
      const whileOpen: Unsafe = (...statement) => {
        if (isOver) throw new Error('This transaction is over: it takes no statement');
        return unsafe(...statement);
      };
      try {
        return await work(Object.assign(tx, { unsafe: whileOpen }));
      } finally {
        isOver = true;
      }
    });
  // what Drizzle calls, and no more
  return { options: sql.options, unsafe: through(sql.unsafe), begin } as unknown as postgres.Sql;
}

/** Statements longer than this (whole batches of rows) are rarely sent twice in the same words. */
const LONGEST_PREPARED = 4_000;

/**
 * Drizzle sends every statement unnamed: Postgres parses and describes it anew, and the driver waits for that before it
 * sends the values. Named ones take one trip instead of two.
 */
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
