import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import {
  openEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions
} from '../../src/lib/server/platform/embedded-postgres';
import { postgresUser, reachableBinaries } from '../../src/lib/server/platform/postgres-binaries';
import { identityOf } from '../../src/lib/server/platform/process-identity';
import { makeDataFolder, removeDataFolder } from '../e2e/support/start-product';

const isRoot = process.getuid?.() === 0;
const opened: EmbeddedPostgres[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.release()));
  folders.splice(0).forEach(removeDataFolder);
});

function newFolder(): string {
  const folder = makeDataFolder();
  folders.push(folder);
  return folder;
}

/** A folder that only its owner may enter, as a checkout in a private home is. */
function privateFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'oxygene-private-'));
  folders.push(folder);
  return folder;
}

async function open(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const embedded = await openEmbeddedPostgres({ disposable: true, ...options });
  opened.push(embedded);
  return embedded;
}

/** Runs one statement on a connection of its own. */
async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function postmasterPid(folder: string): number {
  return Number.parseInt(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data, its port and its password from one start to the next', async () => {
    const dataDir = newFolder();
    const first = await open({ dataDir });
    await query(first.ownerUrl, 'create table kept as select 42 as value');
    await first.release();
    const second = await open({ dataDir });
    expect(await query(second.ownerUrl, 'select value from kept')).toEqual([{ value: 42 }]);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect([first.isNew, second.isNew]).toEqual([true, false]);
  });

  it('gives an owner who is no superuser, and a password nobody else reads', async () => {
    const dataDir = newFolder();
    const { ownerUrl } = await open({ dataDir });
    expect(await query(ownerUrl, "select current_setting('is_superuser') as super")).toEqual([
      { super: 'off' }
    ]);
    expect(statSync(path.join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
    await expect(query(ownerUrl.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  });

  it('is shared by two starts at the same moment, and stops with the last one', async () => {
    const dataDir = newFolder();
    const [one, two] = await Promise.all([open({ dataDir }), open({ dataDir })]);
    expect(one.ownerUrl).toBe(two.ownerUrl);
    const pid = postmasterPid(dataDir);
    await one.release();
    expect(await query(two.ownerUrl, 'select 1 as here')).toEqual([{ here: 1 }]);
    await two.release();
    expect(identityOf(pid)).toBeNull();
    expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('is not held back by a process that was killed while it used it', async () => {
    const dataDir = newFolder();
    const embedded = await open({ dataDir });
    const pid = postmasterPid(dataDir);
    writeFileSync(path.join(dataDir, 'postgres.leases', 'gone'), '999999:1');
    writeFileSync(path.join(dataDir, 'postgres.lock'), '999999:1');
    await embedded.release();
    expect(identityOf(pid)).toBeNull();
    expect(readdirSync(path.join(dataDir, 'postgres.leases'))).toEqual([]);
  });

  it('comes back by itself, on the same port and with what was acknowledged, after a kill -9', async () => {
    const dataDir = newFolder();
    const { ownerUrl } = await open({ dataDir, keepAlive: true, disposable: false });
    await query(ownerUrl, 'create table kept as select 1 as value');
    const before = postmasterPid(dataDir);
    process.kill(before, 'SIGKILL');
    await expect
      .poll(() => query(ownerUrl, 'select value from kept').catch(() => null), {
        timeout: 10_000,
        interval: 100
      })
      .toEqual([{ value: 1 }]);
    expect(postmasterPid(dataDir)).not.toBe(before);
  });

  it('starts although a kill -9 left its lock file, and although another program has its number now', async () => {
    const dataDir = newFolder();
    const first = await open({ dataDir });
    const lockFile = path.join(dataDir, 'postgres', 'postmaster.pid');
    const left = readFileSync(lockFile, 'utf8');
    await first.release();
    writeFileSync(lockFile, left.replace(/^\d+/, String(process.pid)));
    const second = await open({ dataDir });
    expect(await query(second.ownerUrl, 'select 1 as here')).toEqual([{ here: 1 }]);
  });

  it('says so when its password was lost', async () => {
    const dataDir = newFolder();
    await (await open({ dataDir })).release();
    rmSync(path.join(dataDir, 'postgres-password'));
    await expect(open({ dataDir })).rejects.toThrow(/mot de passe de la base .* a disparu/);
  });

  it('says so when its folder cannot be made', async () => {
    await expect(open({ dataDir: '/dev/null/data' })).rejects.toThrow(/n’est pas accessible en écriture/);
  });
});

describe.runIf(isRoot)('as root, in folders that the user postgres may not enter', () => {
  it('puts the data elsewhere, says so once, and finds it again', async () => {
    const dataDir = privateFolder();
    const sharedFolder = path.join(newFolder(), 'shared');
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const first = await open({ dataDir, sharedFolder, say });
    await query(first.ownerUrl, 'create table kept as select 7 as value');
    await first.release();
    const second = await open({ dataDir, sharedFolder, say });
    expect(await query(second.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
    // when the checkout itself is private, the copy of the binaries is told too
    const aboutData = said.filter((line) => line.startsWith('La base est placée'));
    expect(aboutData).toHaveLength(1);
    expect(aboutData[0]).toContain(sharedFolder);
  });

  it('copies the binaries once, and says so', () => {
    const reachable = reachableBinaries(postgresUser(), () => {});
    const folder = path.join(privateFolder(), 'native');
    cpSync(reachable, folder, { recursive: true, verbatimSymlinks: true });
    const sharedFolder = path.join(newFolder(), 'shared');
    const said: string[] = [];
    const find = () =>
      reachableBinaries(postgresUser(), (line) => void said.push(line), sharedFolder, {
        folder,
        version: 'test'
      });
    expect(find()).toBe(path.join(sharedFolder, 'postgresql-test'));
    expect(find()).toBe(path.join(sharedFolder, 'postgresql-test'));
    expect(said).toHaveLength(1);
  });
});
