import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DemonstrationAccess } from '../../lib/server/db/seed';

/** In the data folder: the address, and one account of each kind. */
export const DEMO_FILE = 'demo.json';

/** Beside it: the account of the second supervisor, who publishes what the first proposes. */
export const MORE_DEMO_FILE = 'demo-more.json';

/** Every account of the demonstration and its address, from the two files of a data folder; throws when one is missing. */
export function readDemonstration(dataDir: string): DemonstrationAccess & { readonly url: string } {
  const [first, more] = [DEMO_FILE, MORE_DEMO_FILE].map(
    (name) => JSON.parse(readFileSync(path.join(dataDir, name), 'utf8')) as object
  );
  return { ...first, ...more } as DemonstrationAccess & { readonly url: string };
}
