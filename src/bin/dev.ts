import { createServer } from 'vite';
import { openDatabase, useDatabase } from '../lib/server/db';
import { makeVault } from '../lib/server/platform/crypto';
import { useVault } from '../lib/server/platform/runtime';
import { close, drain } from '../lib/server/platform/shutdown';
import { prepareDemonstration } from './start/demonstration';
import { openHouse } from './start/open-house';
import { PROJECT_DIR } from './start/project';
import { runProgram, say } from './start/say';
import { welcome } from './start/welcome';

await runProgram(async () => {
  process.chdir(PROJECT_DIR);
  const house = await openHouse({ keepAlive: true });
  const { settings, appUrl, prepare, dataKeys } = house.runtime;
  const database = openDatabase({ url: appUrl, prepare });
  useDatabase(database);
  useVault(makeVault(dataKeys));
  const demonstration = settings.isDemonstration
    ? await prepareDemonstration(settings, house.ownerUrl)
    : null;
  await database.close();

  const vite = await createServer({ root: PROJECT_DIR, server: { port: settings.port, strictPort: true } });
  await vite.listen();
  say(welcome(settings, demonstration));
  const stop = async () => {
    await drain(500);
    await vite.close();
    await close(500);
    await house.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void stop());
});
