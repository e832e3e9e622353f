/** Sets the apostrophes and no-break spaces of every French message: `npx tsx src/bin/typeset-messages.ts`. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { typeset } from '../lib/i18n/typeset';

const FOLDER = 'src/lib/i18n/messages/fr';

for (const file of readdirSync(FOLDER)) {
  const path = `${FOLDER}/${file}`;
  const messages: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  const set = Object.entries(messages).map(([key, text]) => [
    key,
    typeof text === 'string' && !key.startsWith('$') ? typeset(text) : text
  ]);
  const before = JSON.stringify(messages);
  const after = JSON.stringify(Object.fromEntries(set), null, 2);
  if (JSON.stringify(JSON.parse(after)) === before) continue;
  writeFileSync(path, `${after}\n`);
  console.log(path);
}
