import { loadBodies } from '../lib/server/aids/load-bodies';
import { openDatabase, useDatabase } from '../lib/server/db';
import { openHouse } from './start/open-house';
import { PROJECT_DIR } from './start/project';
import { runProgram, say } from './start/say';

await runProgram(async () => {
  process.chdir(PROJECT_DIR);
  const house = await openHouse();
  const database = openDatabase({ url: house.runtime.appUrl, prepare: house.runtime.prepare });
  useDatabase(database);
  try {
    const { isNew, bodies, communes } = await loadBodies();
    say(`${bodies} organismes et ${communes} communes ${isNew ? 'chargés' : 'déjà à jour'}.`);
  } finally {
    await database.close();
    await house.close();
  }
});
