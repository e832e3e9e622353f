import { loadBodies } from '../../lib/server/aids/load-bodies';
import { openDatabase, useDatabase } from '../../lib/server/db';
import type { DemonstrationAccess } from '../../lib/server/db/seed';
import { makeVault } from '../../lib/server/platform/crypto';
import { readSettings } from '../../lib/server/platform/env';
import { useVault } from '../../lib/server/platform/runtime';
import { buildIfNeeded } from './build-if-needed';
import { prepareDemonstration } from './demonstration';
import { refuseTakenPort, serve } from './http-server';
import { openHouse, type House } from './open-house';
import { PROJECT_DIR } from './project';
import { runProgram, say } from './say';
import { stopOnSignal, type Opened } from './stop-on-signal';
import { welcome } from './welcome';

/**
 * Starts the product: settings checked, database opened and brought up to date, application built when it is not,
 * demonstration ready; then the address is printed, and the server answers until a signal. `sources` is the name of the
 * present sources. What stops a start is said in a sentence, with exit code 1.
 */
export const launch = (sources: string): Promise<void> => runProgram(() => start(sources));

async function start(sources: string): Promise<void> {
  const settings = readSettings();
  await refuseTakenPort(settings);
  const opened: Opened = {};
  stopOnSignal(opened);
  opened.house = openHouse({ keepAlive: true });
  const house = await opened.house;
  try {
    const buildDir = await buildIfNeeded(PROJECT_DIR, say, sources);
    const demonstration = settings.isDemonstration ? await demonstrate(house) : null;
    opened.server = await serve(settings, buildDir);
    say(welcome(settings, demonstration));
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** The seed runs the ordinary use cases, in this process, on a pool of its own. */
async function demonstrate({ runtime, ownerUrl }: House): Promise<DemonstrationAccess | null> {
  const database = openDatabase({ url: runtime.appUrl, prepare: runtime.prepare });
  useDatabase(database);
  useVault(makeVault(runtime.dataKeys));
  try {
    const [access] = await Promise.all([prepareDemonstration(runtime.settings, ownerUrl), loadBodies()]);
    return access;
  } finally {
    await database.close();
  }
}
