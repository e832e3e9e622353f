import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcessRunning, ownIdentity } from './process-identity';
import { StartupFailure, errorCode } from './startup-failure';

/**
 * Does `work` while no other process of this machine does work under the same lock file. A lock left by a process
 * that was killed is taken over. Fails with a sentence after `waitMs`.
 */
export async function withFileLock<T>(
  lockFile: string,
  work: () => Promise<T>,
  { waitMs = 60_000 }: { waitMs?: number } = {}
): Promise<T> {
  const giveUpAt = Date.now() + waitMs;
  while (!take(lockFile)) {
    if (Date.now() > giveUpAt) {
      throw new StartupFailure(
        `Un autre démarrage d’Oxygène occupe ce dossier depuis trop longtemps (${lockFile}) : attendez sa fin, puis recommencez.`
      );
    }
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take(lockFile: string): boolean {
  const ticket = `${lockFile}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(ticket, ownIdentity(), { mode: 0o600 });
  try {
    // a link appears whole or not at all, so that nobody reads a lock without its owner's name
    linkSync(ticket, lockFile);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    removeIfAbandoned(lockFile);
    return false;
  } finally {
    rmSync(ticket, { force: true });
  }
}

function removeIfAbandoned(lockFile: string): void {
  const aside = `${lockFile}.${process.pid}.abandoned`;
  try {
    if (isSameProcessRunning(readFileSync(lockFile, 'utf8'))) return;
    renameSync(lockFile, aside);
    // between the look and the move somebody else may have taken the lock: give it back
    if (isSameProcessRunning(readFileSync(aside, 'utf8'))) linkSync(aside, lockFile);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error))) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
