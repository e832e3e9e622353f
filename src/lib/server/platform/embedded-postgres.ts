import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { makeDataDir } from './data-dir';
import { withFileLock } from './file-lock';
import {
  OR_EXTERNAL,
  SHARED_FOLDER,
  canEnter,
  openFolder,
  postgresUser,
  reachableBinaries,
  type PostgresUser
} from './postgres-binaries';
import {
  createCluster,
  findPostmaster,
  startPostmaster,
  stopPostmaster,
  type Cluster,
  type Postmaster
} from './postgres-cluster';
import { isSameProcessRunning, ownIdentity } from './process-identity';
import { StartupFailure, errorText } from './startup-failure';

/** A running embedded database, held by this process until `release`. */
export interface EmbeddedPostgres {
  /** Address for the owner of the schema: may migrate and create roles, is no superuser. */
  readonly ownerUrl: string;
  /** Address for the superuser: for tests that create databases. */
  readonly superuserUrl: string;
  /** The cluster had no data before this start. */
  readonly isNew: boolean;
  /** Lets go of the database; the last process that lets go stops it. Harmless when repeated. */
  release(options?: { withinMs?: number }): Promise<void>;
}

/** What may be chosen about the embedded database. */
export interface EmbeddedPostgresOptions {
  /** Folder of the data, the password and the log. Made when missing. */
  readonly dataDir: string;
  /** Told, in one line, of anything out of the ordinary. */
  readonly say?: (line: string) => void;
  /** Restart PostgreSQL on the same port when it dies: for servers, not for programs that end soon. */
  readonly keepAlive?: boolean;
  /** For test runs: faster, and a power cut may lose the data. */
  readonly disposable?: boolean;
  /** Where binaries and data go when the user `postgres` cannot enter the usual folders. */
  readonly sharedFolder?: string;
}

const OWNER = 'oxygene_owner';
const DATABASE = 'oxygene';
const WATCH_EVERY_MS = 250;

/**
 * Starts the embedded PostgreSQL on `dataDir`, or joins the one another process started there (a server, an import).
 * Every process that uses it holds a lease; the last to leave stops it, so their order does not matter.
 *
 * @throws {StartupFailure} with a sentence that says what to do.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  makeDataDir(dataDir);
  const lockFile = path.join(dataDir, 'postgres.lock');
  const lease = path.join(dataDir, 'postgres.leases', `${process.pid}-${randomBytes(4).toString('hex')}`);

  const opened = await withFileLock(lockFile, async () => {
    const cluster = locateCluster(dataDir, options);
    const isNew = !existsSync(path.join(cluster.folder, 'PG_VERSION'));
    createCluster(cluster);
    const postmaster = (await findPostmaster(cluster)) ?? (await startPostmaster(cluster, lastPort(dataDir)));
    rememberPort(dataDir, postmaster.port);
    mkdirSync(path.dirname(lease), { recursive: true, mode: 0o700 });
    writeFileSync(lease, ownIdentity(), { mode: 0o600 });
    await createOwnerAndDatabase(cluster, postmaster.port);
    return { cluster, postmaster, isNew };
  });

  const { cluster, isNew } = opened;
  const port = opened.postmaster.port;
  const watch = options.keepAlive ? keepAlive(cluster, opened.postmaster, lockFile) : null;
  let released: Promise<void> | null = null;

  const letGo = async (withinMs: number) => {
    watch?.stop();
    await withFileLock(lockFile, async () => {
      rmSync(lease, { force: true });
      if (hasLivingLease(path.dirname(lease))) return;
      const postmaster = await findPostmaster(cluster);
      if (postmaster) await stopPostmaster(postmaster.pid, withinMs);
    });
  };

  return {
    ownerUrl: address(OWNER, cluster.password, port, DATABASE),
    superuserUrl: address('postgres', cluster.password, port, 'postgres'),
    isNew,
    release: ({ withinMs = 10_000 } = {}) => (released ??= letGo(withinMs))
  };
}

function locateCluster(dataDir: string, options: EmbeddedPostgresOptions): Cluster {
  const say = options.say ?? (() => {});
  const sharedFolder = options.sharedFolder ?? SHARED_FOLDER;
  const user = postgresUser();
  const folder = clusterFolder(dataDir, user, sharedFolder, say);
  const isNew = !existsSync(path.join(folder, 'PG_VERSION'));
  return {
    binaries: reachableBinaries(user, say, sharedFolder),
    folder,
    logFile: path.join(dataDir, 'postgres.log'),
    user,
    password: readPassword(path.join(dataDir, 'postgres-password'), isNew),
    disposable: options.disposable ?? false
  };
}

function clusterFolder(
  dataDir: string,
  user: PostgresUser,
  sharedFolder: string,
  say: (line: string) => void
): string {
  const usual = path.join(dataDir, 'postgres');
  const pointer = path.join(dataDir, 'postgres-elsewhere');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  if (canEnter(user, dataDir)) return usual;
  if (existsSync(path.join(usual, 'PG_VERSION'))) {
    throw new StartupFailure(
      `L’utilisateur postgres n’a plus accès à la base de ${usual} : rendez chacun des dossiers parents traversable (chmod o+x), ${OR_EXTERNAL}.`
    );
  }
  const home = path.join(sharedFolder, randomBytes(6).toString('hex'));
  try {
    openFolder(sharedFolder);
    openFolder(home);
  } catch (error) {
    throw new StartupFailure(
      `L’utilisateur postgres n’a accès ni à ${dataDir} ni à ${sharedFolder} (${errorText(error)}) : donnez dans DATA_DIR un dossier traversable, ${OR_EXTERNAL}.`
    );
  }
  const elsewhere = path.join(home, 'postgres');
  writeFileSync(pointer, elsewhere, { mode: 0o600 });
  say(`La base est placée dans ${elsewhere} : l’utilisateur postgres n’a pas accès à ${dataDir}.`);
  return elsewhere;
}

function readPassword(file: string, isNew: boolean): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (!isNew) {
    throw new StartupFailure(
      `Le mot de passe de la base (${file}) a disparu : remettez ce fichier depuis une sauvegarde de DATA_DIR.`
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

const portFile = (dataDir: string) => path.join(dataDir, 'postgres.port');

function lastPort(dataDir: string): number | null {
  const file = portFile(dataDir);
  return (existsSync(file) && Number.parseInt(readFileSync(file, 'utf8'), 10)) || null;
}

function rememberPort(dataDir: string, port: number): void {
  writeFileSync(portFile(dataDir), String(port), { mode: 0o600 });
}

async function createOwnerAndDatabase(cluster: Cluster, port: number): Promise<void> {
  const sql = postgres(address('postgres', cluster.password, port, 'postgres'), {
    max: 1,
    onnotice: () => {},
    connect_timeout: 10
  });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found) return;
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`;
    // the alphabet of the password is base64url: it needs no quoting
    if (!role) await sql.unsafe(`create role ${OWNER} login createrole password '${cluster.password}'`);
    await sql.unsafe(`create database ${DATABASE} owner ${OWNER}`);
  } catch (error) {
    throw new StartupFailure(
      `La base embarquée ne s’ouvre pas (${errorText(error)}) : voyez le journal ${cluster.logFile}.`
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function address(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

function hasLivingLease(folder: string): boolean {
  return readdirSync(folder).some((name) => {
    const file = path.join(folder, name);
    if (isSameProcessRunning(readFileSync(file, 'utf8'))) return true;
    rmSync(file, { force: true });
    return false;
  });
}

/** Looks every quarter of a second whether PostgreSQL lives, and starts it again on the same port when it does not. */
function keepAlive(cluster: Cluster, first: Postmaster, lockFile: string): { stop: () => void } {
  let isBusy = false;
  const revive = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await withFileLock(lockFile, async () => {
        if (!isStopped && !(await findPostmaster(cluster))) await startPostmaster(cluster, first.port);
      });
    } catch {
      // the next look tries again; meanwhile readiness answers 503
    } finally {
      isBusy = false;
    }
  };
  let isStopped = false;
  const timer = setInterval(() => {
    if (!isPostmasterThere(cluster)) void revive();
  }, WATCH_EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      isStopped = true;
      clearInterval(timer);
    }
  };
}

function isPostmasterThere(cluster: Cluster): boolean {
  try {
    const pid = Number.parseInt(readFileSync(path.join(cluster.folder, 'postmaster.pid'), 'utf8'), 10);
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
