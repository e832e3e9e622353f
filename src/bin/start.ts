import { openDatabase, useDatabase } from '../lib/server/db';
import { makeVault } from '../lib/server/platform/crypto';
import { readSettings } from '../lib/server/platform/env';
import { log } from '../lib/server/platform/logger';
import { useVault } from '../lib/server/platform/runtime';
import { close } from '../lib/server/platform/shutdown';
import { buildIfNeeded } from './start/build-if-needed';
import { prepareDemonstration, type DemonstrationAccess } from './start/demonstration';
import { refuseTakenPort, serve, type RunningServer } from './start/http-server';
import { openHouse, type House } from './start/open-house';
import { PROJECT_DIR } from './start/project';
import { runProgram, say } from './start/say';
import { welcome } from './start/welcome';

/** Requests, then pools, then PostgreSQL: together under the five seconds a stop may take. */
const REQUESTS_MS = 2_500;
const POOLS_MS = 800;
const POSTGRES_MS = 1_200;

await runProgram(async () => {
  process.chdir(PROJECT_DIR);
  const settings = readSettings();
  await refuseTakenPort(settings);
  const buildDir = await buildIfNeeded(PROJECT_DIR, say);
  const house = await openHouse({ keepAlive: true });
  try {
    const demonstration = settings.isDemonstration ? await demonstrate(house) : null;
    const server = await serve(settings, buildDir);
    stopOnSignal(house, server);
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
    return await prepareDemonstration(runtime.settings, ownerUrl);
  } finally {
    await database.close();
  }
}

function stopOnSignal(house: House, server: RunningServer): void {
  let isStopping = false;
  const stop = async (exitCode: number) => {
    // npm and the terminal may both pass the same signal on
    if (isStopping) return;
    isStopping = true;
    say('Arrêt : les demandes en cours se terminent…');
    await server.stop(REQUESTS_MS);
    await close(POOLS_MS);
    await house.close({ withinMs: POSTGRES_MS });
    process.exit(exitCode);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  // a terminal that goes away must not take the drain with it
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('unhandledRejection', (error) => log().error('unhandled_rejection', { error }));
  process.on('uncaughtException', (error) => {
    log().error('uncaught_exception', { error });
    void stop(1);
  });
}
