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
  return { orm: drizzle(sql), sql, close: (seconds = 3) => sql.end({ timeout: seconds }) };
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
