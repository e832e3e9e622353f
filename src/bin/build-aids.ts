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

refuse(faults);

const { parameters, sources } = compileParameters(all);
mkdirSync(TARGET, { recursive: true });
writeFileSync(join(TARGET, 'parameters.ts'), parameters);
writeFileSync(join(TARGET, 'parameter-sources.ts'), sources);

// the catalogue reads the keys of the engine, which are there only now
const { compileCatalogue } = await import('../lib/server/aids/compile-catalogue');
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
}

function refuse(found: readonly string[]): void {
  if (found.length === 0) return;
  console.error(found.join('\n'));
  process.exit(1);
}
