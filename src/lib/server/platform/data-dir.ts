import { accessSync, chmodSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartupFailure, errorCode } from './startup-failure';

/** Makes the data folder when it is missing, and refuses one that cannot be written to. */
export function makeDataDir(dataDir: string): void {
  try {
    if (!existsSync(dataDir)) {
      makeFolder(path.resolve(dataDir));
      // root's folder lets the user postgres through to its own; nobody reads what is inside
      chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    writeProbe(dataDir);
  } catch (error) {
    throw new StartupFailure(
      `Le dossier de données ${dataDir} n’est pas accessible en écriture (${errorCode(error)}) : changez ses droits ou donnez un autre dossier dans DATA_DIR.`
    );
  }
}

/** Rights are not all: a full disk takes no file either, and root passes where the kernel refuses later. */
function writeProbe(dataDir: string): void {
  const probe = path.join(dataDir, `.writable-${process.pid}`);
  try {
    writeFileSync(probe, 'x');
  } finally {
    rmSync(probe, { force: true });
  }
}

/** One folder after the other: asked for all at once below /proc, Node tries for ever. */
function makeFolder(folder: string): void {
  const parent = path.dirname(folder);
  if (!existsSync(parent)) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // another program, started at the same time, made it first
    if (!existsSync(folder)) throw error;
  }
}
