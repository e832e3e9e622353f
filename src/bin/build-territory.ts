import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

// Reads the official geography (Etalab découpage administratif, Licence Ouverte) with the APL zone of each
// commune (arrêté du 17 mars 1978 modifié), and writes one small file for each département.
const TARGET = join(import.meta.dirname, '../../static/territory');
const [communesPath, epcisPath, asOf] = process.argv.slice(2);
if (!communesPath || !epcisPath || !asOf) {
  console.error('usage: npm run territory:build -- communes.csv epcis.csv YYYY-MM-DD');
  process.exit(2);
}

interface CommuneRow {
  readonly insee: string;
  readonly name: string;
  readonly postcodes: string;
  readonly dep: string;
  readonly region: string;
  readonly epci: string;
  readonly zone_apl: string;
}

const rowsOf = <T>(path: string): T[] => parse(readFileSync(path), { columns: true, bom: true }) as T[];
const communes = rowsOf<CommuneRow>(communesPath).filter(({ postcodes }) => postcodes !== '');
const epciNames = new Map(
  rowsOf<{ siren: string; name: string }>(epcisPath).map(({ siren, name }) => [siren, name])
);
const elsewhere = new Map<string, Set<string>>();
const prefixOf = (postcode: string) => postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2);
// zone 1 bis (Paris and its suburbs) has the amounts of zone 1
const zoneOf = (zone: string) => Number.parseInt(zone, 10) || 0;

mkdirSync(TARGET, { recursive: true });
for (const departement of new Set(communes.map(({ dep }) => dep))) {
  const own = communes.filter(({ dep }) => dep === departement);
  const sirens = [...new Set(own.map(({ epci }) => epci).filter((siren) => siren !== ''))];
  writeFileSync(
    join(TARGET, `${departement}.json`),
    JSON.stringify({
      departement,
      region: own[0]?.region ?? '',
      asOf,
      epcis: sirens.map((siren) => [siren, epciNames.get(siren) ?? '']),
      communes: own.map((row) => [
        row.insee,
        row.name,
        row.postcodes,
        sirens.indexOf(row.epci),
        zoneOf(row.zone_apl)
      ])
    })
  );
  for (const postcode of own.flatMap(({ postcodes }) => postcodes.split(' '))) {
    const known = elsewhere.get(postcode) ?? new Set<string>();
    elsewhere.set(postcode, known.add(departement));
  }
}

const unusual = [...elsewhere]
  .filter(([postcode, departements]) => departements.size > 1 || !departements.has(prefixOf(postcode)))
  .map(([postcode, departements]) => [postcode, [...departements]]);
writeFileSync(join(TARGET, 'index.json'), JSON.stringify({ elsewhere: Object.fromEntries(unusual) }));
