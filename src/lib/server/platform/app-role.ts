import { createHash, randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { StartupFailure, errorCode, errorText } from './startup-failure';

/** The role that holds the application's rights; see grants.sql. */
export const APP_ROLE = 'oxygene_app';

/** How the application signs in to the database. */
export interface AppLogin {
  readonly role: string;
  readonly password: string;
}

/**
 * Makes sure that the application's role exists and signs in with the password kept in `ops.app_login`, a table that
 * only the owner reads, so that any number of processes find it. To be called under the set-up's lock.
 *
 * Roles belong to the whole server: when another database of the same server made `oxygene_app` first, this one gets a
 * login of its own that inherits its rights, and neither breaks the other's password.
 */
export async function ensureAppLogin(sql: Sql): Promise<AppLogin> {
  await sql`create schema if not exists ops`;
  await sql`create table if not exists ops.app_login (role text primary key, password text not null)`;
  await sql`revoke all on schema ops from public`;
  await sql`revoke all on all tables in schema ops from public`;

  const [kept] = await sql<AppLogin[]>`select role, password from ops.app_login`;
  const login = kept ?? (await chooseLogin(sql));
  await createRole(sql, login);
  if (!kept) await sql`insert into ops.app_login ${sql({ ...login })}`;
  await refusePowers(sql, login.role);
  return login;
}

async function chooseLogin(sql: Sql): Promise<AppLogin> {
  const password = randomBytes(24).toString('base64url');
  if (!(await roleExists(sql, APP_ROLE))) return { role: APP_ROLE, password };
  const [{ name } = { name: '' }] = await sql<{ name: string }[]>`select current_database() as name`;
  const suffix = createHash('sha256').update(name).update(randomBytes(8)).digest('hex').slice(0, 8);
  return { role: `${APP_ROLE}_${suffix}`, password };
}

/** A restored backup brings the password but not the role; the group comes first, since it carries the rights. */
async function createRole(sql: Sql, { role, password }: AppLogin): Promise<void> {
  if (role !== APP_ROLE && !(await roleExists(sql, APP_ROLE))) await create(sql, APP_ROLE, 'nologin');
  if (await roleExists(sql, role)) return;
  // the alphabet of the password is base64url: it needs no quoting
  const member = role === APP_ROLE ? '' : ` in role ${APP_ROLE}`;
  await create(sql, role, `login password '${password}'${member}`);
}

async function create(sql: Sql, role: string, options: string): Promise<void> {
  try {
    await sql.unsafe(`create role ${role} ${options}`);
  } catch (error) {
    // another database of this server was being set up at the same moment
    if (['42710', '23505'].includes(errorCode(error)) && role === APP_ROLE) return;
    throw new StartupFailure(
      `Le compte de DATABASE_URL ne peut pas créer le rôle « ${role} » (${errorText(error)}) : donnez-lui le droit CREATEROLE (ALTER ROLE … CREATEROLE).`
    );
  }
}

async function roleExists(sql: Sql, role: string): Promise<boolean> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  return found !== undefined;
}

/** Row-level security protects nobody from a superuser or from a role that bypasses it. */
async function refusePowers(sql: Sql, role: string): Promise<void> {
  const [powerful] = await sql`
    select 1 from pg_roles where rolname in (${role}, ${APP_ROLE}) and (rolsuper or rolbypassrls)`;
  if (!powerful) return;
  throw new StartupFailure(
    `Le rôle « ${role} » a trop de pouvoirs pour protéger les dossiers : retirez-lui SUPERUSER et BYPASSRLS.`
  );
}
