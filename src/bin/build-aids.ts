import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileParameters } from '../lib/server/aids/compile-parameters';
import { readParameterFile, type ParameterEntry } from '../lib/server/aids/parameter-schema';

const SOURCE = join(import.meta.dirname, '../lib/aids/parameters');
const TARGET = join(import.meta.dirname, '../lib/aids/generated');

const all: Record<string, ParameterEntry> = {};
const faults: string[] = [];
for (const name of readdirSync(SOURCE).filter((file) => file.endsWith('.yaml'))) {
  const { entries, faults: found } = readParameterFile(name, parse(readFileSync(join(SOURCE, name), 'utf8')));
  faults.push(...found);
  for (const [key, entry] of Object.entries(entries)) {
    if (all[key]) faults.push(`${name}: ${key}: defined twice`);
    all[key] = entry;
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

const { parameters, sources } = compileParameters(all);
mkdirSync(TARGET, { recursive: true });
writeFileSync(join(TARGET, 'parameters.ts'), parameters);
writeFileSync(join(TARGET, 'parameter-sources.ts'), sources);
