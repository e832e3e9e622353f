import { loadBodies } from '../lib/server/aids/load-bodies';
import { openDatabase, useDatabase } from '../lib/server/db';
import { makeVault } from '../lib/server/platform/crypto';
import { readSettings } from '../lib/server/platform/env';
import { useVault } from '../lib/server/platform/runtime';
import { buildIfNeeded } from './start/build-if-needed';
import { prepareDemonstration, type DemonstrationAccess } from './start/demonstration';
import { refuseTakenPort, serve } from './start/http-server';
import { openHouse, type House } from './start/open-house';
import { PROJECT_DIR } from './start/project';
import { runProgram, say } from './start/say';
import { stopOnSignal, type Opened } from './start/stop-on-signal';
import { welcome } from './start/welcome';

await runProgram(async () => {
  process.chdir(PROJECT_DIR);
  const settings = readSettings();
  await refuseTakenPort(settings);
  const opened: Opened = {};
  stopOnSignal(opened);
  opened.house = openHouse({ keepAlive: true });
  const house = await opened.house;
  try {
    const buildDir = await buildIfNeeded(PROJECT_DIR, say);
    const demonstration = settings.isDemonstration ? await demonstrate(house) : null;
    opened.server = await serve(settings, buildDir);
    say(welcome(settings, demonstration));
  } catch (error) {
    await house.close();
    throw error;
  }
});

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
