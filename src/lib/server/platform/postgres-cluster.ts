import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresUser } from './postgres-binaries';
import { identityOf, runsProgram } from './process-identity';
import { StartupFailure } from './startup-failure';

/** One PostgreSQL cluster on disk and what is needed to run it. */
export interface Cluster {
  /** Folder with `bin/postgres` and `bin/initdb`. */
  readonly binaries: string;
  /** The cluster's own folder. */
  readonly folder: string;
  /** Where the server's log goes. */
  readonly logFile: string;
  readonly user: PostgresUser;
  /** Password of every role of the cluster (scram). */
  readonly password: string;
  /** Throw-away cluster of a test run: it may lose data in a power cut. */
  readonly disposable: boolean;
}

/** A postmaster found in, or started on, a cluster's folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const START_LIMIT_MS = 60_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** Creates the cluster if its folder is empty. An interrupted creation leaves nothing behind. */
export function createCluster(cluster: Cluster): void {
  if (existsSync(path.join(cluster.folder, 'PG_VERSION'))) return;
  const partial = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  try {
    if (cluster.user) {
      for (const owned of [partial, passwordFile]) chownSync(owned, cluster.user.uid, cluster.user.gid);
    }
    const { status, stderr, error } = spawnSync(
      path.join(cluster.binaries, 'bin', 'initdb'),
      [
        `--pgdata=${partial}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        // the same order and case rules on every machine; French order is asked for where a list needs it
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(cluster.disposable ? ['--no-sync'] : [])
      ],
      { ...cluster.user, cwd: '/', encoding: 'utf8', env: serverEnvironment() }
    );
    if (status !== 0) {
      const why = error?.message ?? lastLine(stderr);
      throw new StartupFailure(`La base de données n’a pas pu être créée dans ${cluster.folder} : ${why}`);
    }
    rmSync(cluster.folder, { recursive: true, force: true });
    renameSync(partial, cluster.folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(partial, { recursive: true, force: true });
  }
}

/** The postmaster that runs on the cluster, once it accepts connections; null when none runs. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const giveUpAt = Date.now() + START_LIMIT_MS;
  for (;;) {
    const lock = readLockFile(cluster);
    if (!lock || !runsProgram(lock.pid, 'postgres') || identityOf(lock.pid) === null) return null;
    if (lock.isReady) return { pid: lock.pid, port: lock.port };
    // starting, recovering or stopping: it will be ready or gone
    if (Date.now() > giveUpAt) throw neverReady(cluster);
    await sleep(20);
  }
}

/**
 * Starts the postmaster and waits until it accepts connections. It lives in its own session: a Ctrl+C in the terminal
 * reaches the program, which drains first, and not PostgreSQL behind its back.
 */
export async function startPostmaster(cluster: Cluster, wishedPort: number | null): Promise<Postmaster> {
  const giveUpAt = Date.now() + START_LIMIT_MS;
  let port = wishedPort ?? (await freePort());
  trimLog(cluster.logFile);
  for (;;) {
    removeLockOfAnotherProgram(cluster);
    const attempt = await tryToStart(cluster, port);
    if (typeof attempt !== 'string') return attempt;
    // after a kill -9 the last children of the former postmaster still hold its memory for an instant
    const isBusy = /postmaster\.pid" already exists|pre-existing shared memory/.test(attempt);
    const isPortTaken = /could not bind|could not create any TCP/.test(attempt);
    if (!(isBusy || isPortTaken) || Date.now() > giveUpAt) {
      throw new StartupFailure(
        `PostgreSQL n’a pas démarré : ${lastFatal(attempt)} (journal : ${cluster.logFile})`
      );
    }
    const other = isBusy ? await findPostmaster(cluster) : null;
    if (other) return other;
    if (isPortTaken) port = await freePort();
    await sleep(150);
  }
}

/** Fast shutdown: sessions are ended and everything is written. False when it still runs after `withinMs`. */
export async function stopPostmaster(pid: number, withinMs: number): Promise<boolean> {
  const identity = identityOf(pid);
  if (identity === null) return true;
  process.kill(pid, 'SIGINT');
  const giveUpAt = Date.now() + withinMs;
  while (identityOf(pid) === identity) {
    if (Date.now() > giveUpAt) return false;
    await sleep(15);
  }
  return true;
}

async function tryToStart(cluster: Cluster, port: number): Promise<Postmaster | string> {
  const log = openSync(cluster.logFile, 'a', 0o600);
  const logStart = statSync(cluster.logFile).size;
  const child = spawn(
    path.join(cluster.binaries, 'bin', 'postgres'),
    ['-D', cluster.folder, '-p', String(port), ...settings(cluster).flatMap((setting) => ['-c', setting])],
    { ...cluster.user, cwd: '/', detached: true, stdio: ['ignore', log, log], env: serverEnvironment() }
  );
  closeSync(log);
  let ended: string | null = null;
  child.on('error', (error) => (ended = `FATAL: ${error.message}`));
  child.on('exit', (code, signal) => (ended ??= `exit ${code ?? signal}`));
  child.unref();

  const giveUpAt = Date.now() + START_LIMIT_MS;
  while (ended === null) {
    const lock = readLockFile(cluster);
    if (lock?.pid === child.pid && lock?.isReady) return { pid: lock.pid, port };
    if (Date.now() > giveUpAt) throw neverReady(cluster);
    await sleep(15);
  }
  const logged = readFileSync(cluster.logFile).subarray(logStart).toString('utf8');
  return logged.trim() || ended;
}

function settings(cluster: Cluster): string[] {
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=128MB',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    // no statement and no detail in the log: they can hold names and amounts
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(cluster.disposable ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : [])
  ];
}

function readLockFile(cluster: Cluster): { pid: number; port: number; isReady: boolean } | null {
  try {
    const lines = readFileSync(path.join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    const port = Number.parseInt(lines[3] ?? '', 10);
    return pid > 0 ? { pid, port, isReady: lines[7]?.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

/**
 * After a power cut, or in a new container, the number in the lock file may belong to another program; PostgreSQL would
 * then refuse for ever. Starts being serialised by our own lock, the file can go. The shared memory check stays.
 */
function removeLockOfAnotherProgram(cluster: Cluster): void {
  const lock = readLockFile(cluster);
  if (lock && identityOf(lock.pid) !== null && !runsProgram(lock.pid, 'postgres')) {
    rmSync(path.join(cluster.folder, 'postmaster.pid'), { force: true });
  }
}

function neverReady(cluster: Cluster): StartupFailure {
  return new StartupFailure(
    `PostgreSQL n’est pas prêt après ${START_LIMIT_MS / 1000} secondes : voyez le journal ${cluster.logFile}, puis relancez.`
  );
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

function trimLog(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) truncateSync(logFile);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

function lastFatal(log: string): string {
  const lines = log.trim().split('\n');
  const line = lines.findLast((one) => /FATAL|PANIC/.test(one)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?(FATAL|PANIC): +/, '');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
