import { parseId } from '../lib/kernel';
import { screenPart } from '../lib/server/aids';
import { openDatabase, useDatabase } from '../lib/server/db';
import { makeVault } from '../lib/server/platform/crypto';
import { useVault } from '../lib/server/platform/runtime';
import { openHouse } from './start/open-house';
import { PROJECT_DIR } from './start/project';
import { runProgram } from './start/say';

/** Screens one part of a pass over the stored profiles: `rescreen-aids.ts <pass> <part>`. The server starts it. */
await runProgram(async () => {
  process.chdir(PROJECT_DIR);
  const id = parseId<'rescreening'>(process.argv[2] ?? '');
  const part = Number(process.argv[3]);
  if (!id || !Number.isInteger(part)) throw new Error('usage: rescreen-aids.ts <pass> <part>');
  const house = await openHouse();
  const { appUrl, prepare, dataKeys } = house.runtime;
  const database = openDatabase({ url: appUrl, prepare, poolSize: 2 });
  useDatabase(database);
  useVault(makeVault(dataKeys));
  try {
    await screenPart(id, part);
  } finally {
    await database.close();
    await house.close();
  }
});
