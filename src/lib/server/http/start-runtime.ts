import { keepAnswering, openDatabase, useDatabase } from '../db';
import { startLive, stopLive } from '../messaging';
import { makeVault } from '../platform/crypto';
import { readRuntime } from '../platform/env';
import { log, makeLog, useLog } from '../platform/logger';
import { useVault } from '../platform/runtime';
import { onClose, onDrain } from '../platform/shutdown';
import { startJobs } from './start-jobs';

/**
 * Sets up this process once, before the first request: log, keys, pool, live changes. Throws when the database
 * cannot be heard: a server that never tells of a new message must not start.
 */
export async function startRuntime(): Promise<void> {
  const runtime = readRuntime();
  useLog(makeLog(runtime.settings.logLevel));
  useVault(makeVault(runtime.dataKeys));
  const database = openDatabase({ url: runtime.appUrl, prepare: runtime.prepare });
  useDatabase(database);
  onDrain(keepAnswering(database, () => log().error('database.silent')));
  onClose(() => database.close());
  await startLive(runtime.appDirectUrl);
  onDrain(stopLive);
  await startJobs(runtime);
}
