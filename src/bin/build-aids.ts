import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { TerritoryFile } from '../lib/aids';
import { compileParameters } from '../lib/server/aids/compile-parameters';
import { readParameterFile, type ParameterEntry } from '../lib/server/aids/parameter-schema';

const SOURCE = join(import.meta.dirname, '../lib/aids/parameters');
const CATALOGUE = join(import.meta.dirname, '../lib/aids/catalogue/data');
const TARGET = join(import.meta.dirname, '../lib/aids/generated');
const TERRITORY = join(import.meta.dirname, '../../static/territory');
const LOCAL_TARGET = join(import.meta.dirname, '../../static/aids');

const DESK_TARGET = join(import.meta.dirname, '../lib/server/aids/generated');
const HOUSEHOLDS = join(import.meta.dirname, '../lib/server/aids/data/reference-households.jsonl');

const all: Record<string, ParameterEntry> = {};
const groups: Record<string, string> = {};
const faults: string[] = [];
for (const name of readdirSync(SOURCE).filter((file) => file.endsWith('.yaml'))) {
  const { entries, faults: found } = readParameterFile(name, parse(readFileSync(join(SOURCE, name), 'utf8')));
  faults.push(...found);
  for (const [key, entry] of Object.entries(entries)) {
    if (all[key]) faults.push(`${name}: ${key}: defined twice`);
    all[key] = entry;
    groups[key] = name.replace('.yaml', '');
  }
}

refuse(faults);

const { parameters, sources } = compileParameters(all);
mkdirSync(TARGET, { recursive: true });
writeFileSync(join(TARGET, 'parameters.ts'), parameters);
writeFileSync(join(TARGET, 'parameter-sources.ts'), sources);

// the catalogue reads the keys of the engine, which are there only now
const { compileCatalogue } = await import('../lib/server/aids/compile-catalogue');
const { placesModule } = await import('../lib/server/aids/compile-places');
const { readCatalogue } = await import('../lib/server/aids/read-catalogue');
const yaml = (name: string): unknown => parse(readFileSync(join(CATALOGUE, name), 'utf8'));
const national = readdirSync(join(CATALOGUE, 'national')).filter((file) => file.endsWith('.yaml'));
const catalogue = readCatalogue({
  national: Object.fromEntries(national.map((name) => [name, yaml(`national/${name}`)])),
  recorded: yaml('local/recorded.yaml'),
  families: yaml('local/families.yaml'),
  contacts: yaml('local/departements.yaml'),
  situations: yaml('situations.yaml'),
  cumulation: yaml('cumulation.yaml')
});
refuse(catalogue.faults);
if (catalogue.sources) {
  const territories = readdirSync(TERRITORY)
    .filter((name) => name !== 'index.json')
    .map((name) => JSON.parse(readFileSync(join(TERRITORY, name), 'utf8')) as TerritoryFile);
  const compiled = compileCatalogue(catalogue.sources, territories);
  refuse(compiled.faults);
  writeFileSync(join(TARGET, 'rights.ts'), compiled.module);
  mkdirSync(LOCAL_TARGET, { recursive: true });
  for (const file of compiled.files)
    writeFileSync(join(LOCAL_TARGET, `${file.departement}.json`), JSON.stringify(file));
  writeDeskModule(compiled.local);
  writeFileSync(join(DESK_TARGET, 'places.ts'), placesModule(catalogue.sources, territories));
}

/** What the law watch stands on: read at the desk only, so it stays out of what phones load. */
function writeDeskModule(local: object): void {
  const households = readFileSync(HOUSEHOLDS, 'utf8').trim().split('\n');
  mkdirSync(DESK_TARGET, { recursive: true });
  writeFileSync(
    join(DESK_TARGET, 'law-watch.ts'),
    `// Made by \`npm run aids:build\` from the parameters, the local aids and the reference households.
import type { Household, LocalAidsFile } from '$lib/aids';
import type { ParameterEntry } from '../parameter-schema';

/** Every parameter as it is written in YAML. */
export const PARAMETERS = ${JSON.stringify(all)} as Readonly<Record<string, ParameterEntry>>;
/** The file each parameter stands in: the aid it belongs to. */
export const GROUPS: Readonly<Record<string, string>> = ${JSON.stringify(groups)};
// the build checked the aids with their schema, and a test holds the households to those the engine is tested with; literals
// this large have types of their own, too wide to be assigned
/** All local aids, each once. */
export const LOCAL_AIDS = ${JSON.stringify(local)} as unknown as Omit<LocalAidsFile, 'departement'>;
/** Households a change is shown against. */
export const REFERENCE_HOUSEHOLDS = [${households.join(',')}] as unknown as readonly {
  readonly id: string;
  readonly input: Household;
}[];\n`
  );
}

function refuse(found: readonly string[]): void {
  if (found.length === 0) return;
  console.error(found.join('\n'));
  process.exit(1);
}
