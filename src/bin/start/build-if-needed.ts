import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { withFileLock } from '../../lib/server/platform/file-lock';
import { isSameProcessRunning, ownIdentity } from '../../lib/server/platform/process-identity';
import { StartupFailure, errorCode } from '../../lib/server/platform/startup-failure';
import { sourceHash } from './source-hash.js';

/**
 * The folder of a build of the present sources, whose name is `hash`; builds first when there is none, and `say` is told.
 *
 * Each build has a folder of its own, named by the content of its sources, and `build` is a link to the latest. A server
 * runs from the folder and not from the link, so that a new build never takes its files away. Old folders go once no
 * server runs from them.
 */
export async function buildIfNeeded(
  projectDir: string,
  say: (line: string) => void,
  hash = sourceHash(projectDir)
): Promise<string> {
  const builds = path.join(projectDir, '.builds');
  const folder = path.join(builds, hash);
  makeWritable(builds);
  return withFileLock(
    path.join(builds, 'lock'),
    async () => {
      if (!existsSync(path.join(folder, '.sources'))) {
        say('Construction de l’application (une fois par version)…');
        await build(projectDir, folder);
      }
      pointTo(projectDir, folder);
      removeUnused(builds, folder);
      markUse(folder);
      return folder;
    },
    { waitMs: 300_000 }
  );
}

function makeWritable(builds: string): void {
  try {
    mkdirSync(builds, { recursive: true });
    accessSync(builds, constants.W_OK);
  } catch (error) {
    throw new StartupFailure(
      `Le dossier ${builds} n’est pas accessible en écriture (${errorCode(error)}) : changez ses droits, l’application s’y construit.`
    );
  }
}

async function build(projectDir: string, folder: string): Promise<void> {
  const fresh = `${folder}.new`;
  const kit = `${folder}.kit`;
  for (const leftover of [fresh, kit, folder]) rmSync(leftover, { recursive: true, force: true });
  const vite = viteProgram(projectDir);
  const generated = ['compile-words', 'build-aids'].map((name) => `src/bin/${name}.ts`);
  await Promise.all(generated.map((program) => run(projectDir, ['--import', 'tsx', program])));
  await run(projectDir, [vite, 'build', '--logLevel', 'warn'], {
    OXYGENE_BUILD_DIR: fresh,
    OXYGENE_KIT_DIR: path.relative(projectDir, kit),
    NODE_ENV: 'production'
  });
  await run(projectDir, [
    vite,
    ...['build', '--logLevel', 'warn', '--config', 'src/bin/start/launch-bundle.ts'],
    ...['--outDir', path.join(fresh, 'start')]
  ]);
  rmSync(kit, { recursive: true, force: true });
  writeFileSync(path.join(fresh, '.sources'), `${path.basename(folder)}\n`);
  renameSync(fresh, folder);
}

function viteProgram(projectDir: string): string {
  try {
    const manifest = createRequire(path.join(projectDir, 'package.json')).resolve('vite/package.json');
    return path.join(path.dirname(manifest), 'bin/vite.js');
  } catch {
    throw new StartupFailure(
      'L’application n’est pas construite et l’outil de construction manque : lancez « npm ci » puis « npm start ».'
    );
  }
}

function run(projectDir: string, args: string[], extra: NodeJS.ProcessEnv = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, args, {
      cwd: projectDir,
      env: { ...process.env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(
        new StartupFailure(`${output.trim()}\nLa construction de l’application a échoué : voyez ci-dessus.`)
      );
    });
  });
}

function pointTo(projectDir: string, folder: string): void {
  const link = path.join(projectDir, 'build');
  if (existsSync(link) && realpathSync(link) === realpathSync(folder)) return;
  // a real folder is what `vite build` alone leaves
  if (existsSync(link) && !lstatSync(link).isSymbolicLink()) rmSync(link, { recursive: true });
  const fresh = `${link}.${process.pid}`;
  symlinkSync(path.relative(projectDir, folder), fresh);
  renameSync(fresh, link);
}

function markUse(folder: string): void {
  mkdirSync(path.join(folder, '.users'), { recursive: true });
  writeFileSync(path.join(folder, '.users', String(process.pid)), ownIdentity());
}

function removeUnused(builds: string, current: string): void {
  for (const name of readdirSync(builds)) {
    const folder = path.join(builds, name);
    if (name.startsWith('lock') || folder === current || isUsed(folder)) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

function isUsed(folder: string): boolean {
  const users = path.join(folder, '.users');
  if (!existsSync(users)) return false;
  return readdirSync(users).some((name) =>
    isSameProcessRunning(readFileSync(path.join(users, name), 'utf8'))
  );
}
