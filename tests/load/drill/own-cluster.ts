import { spawn, spawnSync, execFileSync, type ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { freePort } from '../../e2e/support/start-product';
import { postgresUser, reachableBinaries } from '../../../src/lib/server/platform/postgres-binaries';

const PASSWORD = 'drill';
const OWNER = 'oxygene_owner';
const READY_WITHIN_MS = 60_000;
const user = postgresUser();

/** A folder that the user PostgreSQL runs as owns. */
export function makeClusterHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'oxygene-cluster-'));
  chmodSync(home, 0o711);
  give(home);
  return home;
}

/** The embedded PostgreSQL's own programs: `initdb`, `pg_ctl`, `postgres`. */
export const embeddedBinaries = (): string =>
  path.join(
    reachableBinaries(user, () => undefined),
    'bin'
  );

function give(file: string): void {
  if (user) chownSync(file, user.uid, user.gid);
}

/** A PostgreSQL as somebody would run beside the product, for a drill: its settings, its death and its copies are ours. */
export class OwnCluster {
  private child: ChildProcess | null = null;

  private constructor(
    readonly binaries: string,
    readonly folder: string,
    readonly port: number
  ) {}

  /** Makes an empty one with these programs. */
  static async create(binaries: string, folder: string, port?: number): Promise<OwnCluster> {
    const passwordFile = `${folder}.password`;
    writeFileSync(passwordFile, PASSWORD);
    give(passwordFile);
    const options = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'];
    const { status, stderr } = spawnSync(
      path.join(binaries, 'initdb'),
      [`--pgdata=${folder}`, '--username=postgres', `--pwfile=${passwordFile}`, ...options],
      { ...user, cwd: '/', encoding: 'utf8' }
    );
    if (status !== 0) throw new Error(`initdb: ${stderr}`);
    return new OwnCluster(binaries, folder, port ?? (await freePort()));
  }

  /** A copy of a cluster, to be started on a port of its own. */
  static async of(binaries: string, folder: string, port?: number): Promise<OwnCluster> {
    return new OwnCluster(binaries, folder, port ?? (await freePort()));
  }

  /** The address of the superuser. */
  url(database = 'postgres'): string {
    return `postgres://postgres:${PASSWORD}@127.0.0.1:${this.port}/${database}`;
  }

  /** The address of the owner of the schema: what DATABASE_URL holds. */
  get ownerUrl(): string {
    return `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${this.port}/oxygene`;
  }

  /** Where a standby finds this one. */
  get connInfo(): string {
    return `host=127.0.0.1 port=${this.port} user=postgres password=${PASSWORD}`;
  }

  /** Adds lines to its settings; they hold from the next start. */
  configure(...lines: readonly string[]): void {
    appendFileSync(path.join(this.folder, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  }

  /** Starts it, and waits until it takes questions. */
  async start(): Promise<void> {
    const settings = [`port=${this.port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const child = spawn(
      path.join(this.binaries, 'postgres'),
      ['-D', this.folder, ...settings.flatMap((setting) => ['-c', setting])],
      { ...user, cwd: '/', stdio: 'ignore' }
    );
    this.child = child;
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    for (;;) {
      if (await this.ask((sql) => sql`select 1`).then(Boolean, () => false)) return;
      if (child.exitCode !== null || Date.now() > giveUpAt)
        throw new Error(`PostgreSQL does not start in ${this.folder}`);
      await sleep(50);
    }
  }

  /** `SIGINT` writes everything and ends; `SIGQUIT` ends at once, as a crash does. */
  async stop(signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
    this.child = null;
  }

  /** The role and the database of docs/operations.md. */
  async makeDatabase(): Promise<void> {
    await this.ask(async (sql) => {
      await sql.unsafe(`create role ${OWNER} login createrole password '${PASSWORD}'`);
      await sql.unsafe(`create database oxygene owner ${OWNER} encoding 'UTF8'`);
    });
  }

  /** Asks as the superuser, on a connection of its own. */
  async ask<T>(work: (sql: Sql) => Promise<T>, database?: string): Promise<T> {
    const sql = postgres(this.url(database), { max: 1, onnotice: () => undefined, connect_timeout: 5 });
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  /**
   * Copies it while it works, as `pg_basebackup` would (which the embedded PostgreSQL does not bring): the copy begins
   * from a checkpoint, and its label says how far the log is needed.
   */
  async copyTo(folder: string): Promise<void> {
    await this.ask(async (sql) => {
      await sql`select pg_backup_start('drill', true)`;
      // files come and go while they are copied: the log makes up for it
      spawnSync('cp', ['-a', this.folder, folder], { stdio: 'ignore' });
      const [label] = await sql<{ labelfile: string }[]>`select labelfile from pg_backup_stop()`;
      for (const own of ['postmaster.pid', 'postmaster.opts', 'standby.signal', 'recovery.signal'])
        rmSync(path.join(folder, own), { force: true });
      execFileSync('rm', ['-rf', path.join(folder, 'pg_wal'), path.join(folder, 'pg_replslot')]);
      for (const empty of ['pg_wal', 'pg_replslot']) makeFolder(path.join(folder, empty));
      writeOwned(path.join(folder, 'backup_label'), label!.labelfile);
    });
  }
}

/** A folder of the user PostgreSQL runs as. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  give(folder);
}

/** A file of the user PostgreSQL runs as. */
export function writeOwned(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  give(file);
}
