import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { withLogin } from '../../src/lib/server/platform/database-address';

/** A migrated, empty database of one test file. */
export interface TestDatabase {
  /** Signs in as the owner of the tables; row-level security is forced on it too. */
  readonly ownerUrl: string;
  /** Signs in as the application: what the product itself uses. */
  readonly appUrl: string;
  /** Signs in as superuser: sees everything, to arrange and to look behind the scenes. */
  readonly superuserUrl: string;
  readonly ownerSql: Sql;
  readonly appSql: Sql;
  readonly superuserSql: Sql;
  /** Drops the database; sessions still open on it are ended. */
  close(): Promise<void>;
}

/** Copies the migrated template into a database of its own. `close` it at the end. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const owner = new URL(cluster.ownerUrl).username;
  await asSuperuser((sql) =>
    sql.unsafe(`create database ${name} template ${cluster.template} owner ${owner}`)
  );

  const ownerUrl = inDatabase(cluster.ownerUrl, name);
  const appUrl = withLogin(ownerUrl, cluster.appLogin);
  const superuserUrl = inDatabase(cluster.superuserUrl, name);
  const connect = (url: string) => postgres(url, { max: 4, onnotice: () => {} });
  const [ownerSql, appSql, superuserSql] = [connect(ownerUrl), connect(appUrl), connect(superuserUrl)];
  return {
    ownerUrl,
    appUrl,
    superuserUrl,
    ownerSql,
    appSql,
    superuserSql,
    async close() {
      await Promise.all([ownerSql, appSql, superuserSql].map((sql) => sql.end({ timeout: 1 })));
      await asSuperuser((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
    }
  };
}

/**
 * The database of a test file: opened before its tests, dropped after them.
 *
 * @example const db = testDatabase();
 * // inside a test: db().appSql`select 1`
 */
export function testDatabase(): () => TestDatabase {
  let opened: TestDatabase | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (!opened)
      throw new Error('The test database opens in beforeAll: use it inside a test or a later hook');
    return opened;
  };
}

async function asSuperuser(work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject('testCluster').superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}
