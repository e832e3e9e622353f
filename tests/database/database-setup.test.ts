import { describe, expect, inject, it } from 'vitest';
import path from 'node:path';
import postgres from 'postgres';
import { withLogin } from '../../src/lib/server/platform/database-address';
import { prepareDatabase } from '../../src/lib/server/platform/database-setup';
import { StartupFailure } from '../../src/lib/server/platform/startup-failure';
import { testDatabase } from '../support/database';

const projectDir = path.resolve(import.meta.dirname, '../..');
const db = testDatabase();

/** The sentence a set-up stops with. */
async function sentenceOf(setUp: Promise<unknown>): Promise<string> {
  const failure = await setUp.then(
    () => null,
    (error: unknown) => error
  );
  expect(failure).toBeInstanceOf(StartupFailure);
  return (failure as StartupFailure).message;
}

describe('prepareDatabase', () => {
  it('gives the same login to every process that asks', async () => {
    const [one, two] = await Promise.all([
      prepareDatabase({ ownerUrl: db().ownerUrl, projectDir }),
      prepareDatabase({ ownerUrl: db().ownerUrl, projectDir })
    ]);
    expect(one).toEqual(two);
    expect(withLogin(db().ownerUrl, one)).toBe(db().appUrl);
  });

  it('gives the application a role that owns nothing and bypasses nothing', async () => {
    const [role] = await db().ownerSql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = 'oxygene_app'`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: true,
      owned: 0
    });
  });

  it('keeps the password of the application out of its own sight', async () => {
    await expect(db().appSql`select * from ops.app_login`).rejects.toThrow(/permission denied/);
  });

  it('lets neither the application change the schema nor read the list of migrations', async () => {
    await expect(db().appSql`create table public.mine (id int)`).rejects.toThrow(/permission denied/);
    await expect(db().appSql`select * from drizzle.__drizzle_migrations`).rejects.toThrow(
      /permission denied/
    );
  });

  it('gives a second database of the same server a login of its own', async () => {
    const name = `second_${Date.now()}`;
    const owner = new URL(db().ownerUrl).username;
    await db().superuserSql.unsafe(`create database ${name} owner ${owner}`);
    const ownerUrl = db().ownerUrl.replace(/[^/]+$/, name);
    const login = await prepareDatabase({ ownerUrl, projectDir });
    expect(login.role).toMatch(/^oxygene_app_[0-9a-f]{8}$/);
    const sql = postgres(withLogin(ownerUrl, login), { max: 1 });
    expect(await sql`select count(*)::int as cases from case_files`).toEqual([{ cases: 0 }]);
    await sql.end();
    expect(await db().appSql`select 1 as still`).toEqual([{ still: 1 }]);
    await db().superuserSql.unsafe(`drop database ${name} with (force)`);
    await db().superuserSql.unsafe(`drop role ${login.role}`);
  });

  it('refuses a schema that is newer than the code', async () => {
    const later = Date.UTC(2999, 0, 1);
    await db()
      .superuserSql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${later})`;
    const sentence = await sentenceOf(prepareDatabase({ ownerUrl: db().ownerUrl, projectDir }));
    await db().superuserSql`delete from drizzle.__drizzle_migrations where hash = 'later'`;
    expect(sentence).toContain('plus récent que ce programme');
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await db().superuserSql`update drizzle.__drizzle_migrations set hash = 'x' || hash where id = 1`;
    const sentence = await sentenceOf(prepareDatabase({ ownerUrl: db().ownerUrl, projectDir }));
    await db().superuserSql`update drizzle.__drizzle_migrations set hash = substr(hash, 2) where id = 1`;
    expect(sentence).toContain('a été modifiée depuis');
  });

  it('says that the database is unreachable, and where', async () => {
    const ownerUrl = 'postgres://someone:secret@127.0.0.1:1/oxygene';
    const sentence = await sentenceOf(prepareDatabase({ ownerUrl, projectDir }));
    expect(sentence).toContain('127.0.0.1:1 est injoignable');
    expect(sentence).not.toContain('secret');
  });

  it('says that the password is wrong', async () => {
    const ownerUrl = db().ownerUrl.replace(/:[^:@/]+@/, ':wrong@');
    expect(await sentenceOf(prepareDatabase({ ownerUrl, projectDir }))).toContain('refuse le compte');
  });

  it('says that the database does not exist', async () => {
    const ownerUrl = db().ownerUrl.replace(/[^/]+$/, 'nowhere');
    expect(await sentenceOf(prepareDatabase({ ownerUrl, projectDir }))).toContain('« nowhere » n’existe pas');
  });

  it('says that the account may not create roles', async () => {
    const { superuserUrl } = inject('testCluster');
    const root = postgres(superuserUrl, { max: 1 });
    await root.unsafe("create role modest login password 'modest'");
    await root.unsafe('create database modest owner modest');
    const ownerUrl = superuserUrl.replace(/\/\/.*@/, '//modest:modest@').replace(/[^/]+$/, 'modest');
    const sentence = await sentenceOf(prepareDatabase({ ownerUrl, projectDir }));
    await root.unsafe('drop database modest with (force)');
    await root.unsafe('drop role modest');
    await root.end();
    expect(sentence).toContain('CREATEROLE');
  });
});
