/**
 * Imports a file into a database and says how far it is, so that a test can kill it: `ADDRESS FILE`, one number of
 * rows a line on the standard output.
 */
import { systemActor } from '../../src/lib/access';
import { importPortfolio } from '../../src/lib/server/cases';
import { openDatabase, useDatabase } from '../../src/lib/server/db';

const [url = '', file = ''] = process.argv.slice(2);
const database = openDatabase({ url, poolSize: 2 });
useDatabase(database);
const result = await importPortfolio(systemActor('import'), {
  path: file,
  onProgress: ({ rows }) => process.stdout.write(`${rows}\n`)
});
if (result.ok) result.value.close();
await database.close();
