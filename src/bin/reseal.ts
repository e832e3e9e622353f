import { m } from '../lib/i18n';
import { openDatabase, useDatabase } from '../lib/server/db';
import { makeVault } from '../lib/server/platform/crypto';
import { useVault, vault } from '../lib/server/platform/runtime';
import { sealAgain } from '../lib/server/privacy';
import { openHouse } from './start/open-house';
import { runProgram, say } from './start/say';

/** Seals with the first key all that an older one sealed: `npm run keys:reseal`. */
await runProgram(async () => {
  const house = await openHouse();
  const { appUrl, prepare, dataKeys } = house.runtime;
  const database = openDatabase({ url: appUrl, prepare, poolSize: 2 });
  useDatabase(database);
  useVault(makeVault(dataKeys));
  try {
    const count = await sealAgain();
    say(m.access_program_resealed({ key: vault().currentKeyId, count: String(count) }));
  } finally {
    await database.close();
    await house.close();
  }
});
