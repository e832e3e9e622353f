import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { APP_ROLE, ensureAppLogin, type AppLogin } from './app-role';
import { parseDatabaseAddress } from './database-address';
import { applyMigrations } from './migrations';
import { prepareQueue } from './queue';
import { StartupFailure, errorCode, errorText } from './startup-failure';

/** What {@link prepareDatabase} needs. */
export interface DatabaseSetup {
  /** A direct address (no pooler) that signs in as the owner of the schema, with the right to create roles. */
  readonly ownerUrl: string;
  /** The folder of the project, where `drizzle/` and the grants stand. */
  readonly projectDir: string;
}

/** An arbitrary number that names this lock among the advisory locks of the database. */
const SETUP_LOCK = 6_992_904_713;
const OLDEST_VERSION = 150_000;

/**
 * Makes a database ready for the application, whatever state it is in: role, migrations, grants. Safe to run again and
 * from several processes at once. Answers how the application signs in.
 *
 * @throws {StartupFailure} one sentence: unreachable, wrong password, may not create roles, schema newer than the code.
 */
export async function prepareDatabase({ ownerUrl, projectDir }: DatabaseSetup): Promise<AppLogin> {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connect_timeout: 10,
    connection: { application_name: 'oxygene-setup' }
  });
  try {
    await refuseOldServer(sql, ownerUrl);
    await sql`select pg_advisory_lock(${SETUP_LOCK})`;
    const login = await ensureAppLogin(sql);
    await applyMigrations(sql, path.join(projectDir, 'drizzle'));
    await applyGrants(sql, path.join(projectDir, 'src/lib/server/db/grants.sql'));
    await prepareQueue(ownerUrl, APP_ROLE);
    return login;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function refuseOldServer(sql: Sql, url: string): Promise<void> {
  let version: number;
  try {
    const [row] = await sql<{ number: string }[]>`select current_setting('server_version_num') as number`;
    version = Number(row?.number);
  } catch (error) {
    throw new StartupFailure(unreachable(error, url));
  }
  if (version < OLDEST_VERSION) {
    throw new StartupFailure(
      `La base est un PostgreSQL ${Math.floor(version / 10_000)} : il faut la version 15 ou une plus récente.`
    );
  }
}

/** Which of the usual reasons keeps us out, without the password. */
function unreachable(error: unknown, url: string): string {
  const {
    hosts: host,
    user,
    database
  } = parseDatabaseAddress(url) ?? { hosts: '?', user: '?', database: '?' };
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return `La base de ${host} refuse le compte « ${user} » : vérifiez le nom et le mot de passe dans DATABASE_URL.`;
    case '3D000':
      return `La base « ${database} » n’existe pas sur ${host} : créez-la, ou corrigez DATABASE_URL.`;
    case '53300':
      return `Le serveur ${host} n’accepte plus de connexions : augmentez max_connections ou fermez des sessions.`;
    default:
      return `La base de données de ${host} est injoignable (${errorText(error) || errorCode(error)}) : vérifiez qu’elle tourne et l’adresse de DATABASE_URL.`;
  }
}

async function applyGrants(sql: Sql, file: string): Promise<void> {
  if (!existsSync(file)) return;
  await sql.unsafe(readFileSync(file, 'utf8'));
}
