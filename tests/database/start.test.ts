import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeVault } from '../../src/lib/server/platform/crypto';
import { aTeam } from '../support/cases';
import { testDatabase } from '../support/database';
import {
  freePort,
  makeDataFolder,
  removeDataFolder,
  startAndEnd,
  startProduct,
  type StartOptions
} from '../e2e/support/start-product';

const db = testDatabase();
const folders: string[] = [];
afterAll(() => folders.forEach(removeDataFolder));

function newFolder(): string {
  const folder = makeDataFolder();
  folders.push(folder);
  return folder;
}

/** The one sentence that a start which must fail ends with. */
async function sentenceOf(options: StartOptions): Promise<string> {
  const { code, output } = await startAndEnd({ dataDir: newFolder(), ...options });
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('Construction'));
  expect({ code, lines: lines.length }, output).toEqual({ code: 1, lines: 1 });
  return lines[0] ?? '';
}

// each start is a process that may have to build the product first
describe('npm start', { timeout: 240_000 }, () => {
  it('says that a setting is wrong', async () => {
    expect(await sentenceOf({ environment: { SMTP_URL: 'nowhere' } })).toContain('SMTP_URL est une adresse');
  });

  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as AddressInfo;
    expect(await sentenceOf({ port })).toContain(`Le port ${port} est déjà pris`);
    other.close();
  });

  it('says that the data folder cannot be written to', async () => {
    const file = path.join(newFolder(), 'a-file');
    writeFileSync(file, '');
    expect(await sentenceOf({ dataDir: path.join(file, 'data') })).toContain(
      'n’est pas accessible en écriture'
    );
  });

  it('says that the database is unreachable', async () => {
    const DATABASE_URL = `postgres://someone:secret@127.0.0.1:${await freePort()}/oxygene`;
    expect(await sentenceOf({ environment: { DATABASE_URL } })).toContain('est injoignable');
  });

  it('says that the schema is newer than the code', async () => {
    await db().superuserSql`
      insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${Date.UTC(2999, 0, 1)})`;
    const sentence = await sentenceOf({ environment: { DATABASE_URL: db().ownerUrl } });
    await db().superuserSql`delete from drizzle.__drizzle_migrations where hash = 'later'`;
    expect(sentence).toContain('plus récent que ce programme');
  });

  it('serves on an external database, without a demonstration, and ends with 0 on SIGTERM', async () => {
    const product = await startProduct({
      dataDir: newFolder(),
      environment: { DATABASE_URL: db().ownerUrl }
    });
    expect((await fetch(product.url)).status).toBe(200);
    expect(product.output()).not.toContain('Démonstration');
    const startedAt = Date.now();
    expect(await product.stop()).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });

  it('says that the keys are not those of the data, and leaves both as they are', async () => {
    const staff = await aTeam(db());
    const lost = makeVault([{ id: 'lost', bytes: randomBytes(32) }]);
    const id = staff.supervisor.staffId;
    const sealed = lost.seal('SECRET', `staff.totp_secret:${id}`);
    await db().superuserSql`update staff set totp_secret_sealed = ${sealed} where id = ${id}`;
    const sentence = await sentenceOf({ environment: { DATABASE_URL: db().ownerUrl } });
    const [kept] = await db().superuserSql`select totp_secret_sealed as now from staff where id = ${id}`;
    await db().superuserSql`update staff set totp_secret_sealed = 'x' where id = ${id}`;
    expect(sentence).toContain('avec la clé « lost »');
    expect(kept).toEqual({ now: sealed });
  });

  it('starts a second server beside the first on the same embedded database', async () => {
    const dataDir = newFolder();
    const first = await startProduct({ dataDir });
    const second = await startProduct({ dataDir });
    expect(await first.stop()).toBe(0);
    expect((await fetch(second.url)).status).toBe(200);
    expect(await second.stop()).toBe(0);
  });
});
