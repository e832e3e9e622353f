import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TerritoryFile } from '../territory';
import { openLocalAids, rightsFor } from './index';
import type { LocalAidsFile } from './local-aids';
import type { Right } from './right';

const STATIC = join(import.meta.dirname, '../../../../static');
const json = <T>(name: string) => JSON.parse(readFileSync(join(STATIC, name), 'utf8')) as T;
const CODES = readdirSync(join(STATIC, 'territory'))
  .filter((name) => name !== 'index.json')
  .map((name) => name.replace('.json', ''));
const TERRITORIES = CODES.map((code) => json<TerritoryFile>(`territory/${code}.json`));
const AIDS = new Map(CODES.map((code) => [code, openLocalAids(json<LocalAidsFile>(`aids/${code}.json`))]));
// a commune aid is written in the file of its own département with its communes: together they are all there is
const EVERYTHING = new Map<string, Right[]>();
for (const right of [...AIDS.values()].flat())
  EVERYTHING.set(right.id, [...(EVERYTHING.get(right.id) ?? []), right]);

interface Home {
  readonly insee: string;
  readonly epciSiren: string | null;
  readonly departement: string;
  readonly region: string;
  readonly postcode: string;
}

type Row = TerritoryFile['communes'][number];
const ROWS = TERRITORIES.flatMap((file) => file.communes.map((row): [TerritoryFile, Row] => [file, row]));
const NAMED = new Set([...EVERYTHING.values()].flat().flatMap(({ scope }) => scope?.communes ?? []));

/** Any commune of France with one of its postcodes; as often one that an aid names. */
const homes: fc.Arbitrary<Home> = fc
  .tuple(
    fc.oneof(fc.constantFrom(...ROWS), fc.constantFrom(...ROWS.filter(([, [insee]]) => NAMED.has(insee)))),
    fc.nat()
  )
  .map(([[{ departement, region, epcis }, [insee, , postcodes, epci]], one]) => {
    const codes = postcodes.split(' ');
    const epciSiren = epcis[epci]?.[0] ?? null;
    return { insee, epciSiren, departement, region, postcode: codes[one % codes.length]! };
  });

const CITIES: Readonly<Record<string, string>> = { '751': '75056', '132': '13055', '693': '69123' };

/** Said again from the scope alone: whether an aid exists at an address. */
function existsAt({ scope = {} }: Right, home: Home): boolean {
  const {
    communes = [],
    epcis = [],
    departements = [],
    regions = [],
    postcodes = [],
    exceptEpcis = []
  } = scope;
  const city = CITIES[home.insee.slice(0, 3)];
  if (home.epciSiren !== null && exceptEpcis.includes(home.epciSiren)) return false;
  return (
    communes.includes(home.insee) ||
    (city !== undefined && communes.includes(city)) ||
    (home.epciSiren !== null && epcis.includes(home.epciSiren)) ||
    departements.includes(home.departement) ||
    regions.includes(home.region) ||
    postcodes.includes(home.postcode)
  );
}

describe('a local aid, for somebody who answered nothing but where she lives', () => {
  const spoken = (home: Home) => {
    const { shown, missed, setAside } = rightsFor({ adults: [] }, home, { month: 2026 * 12 + 10 }, [
      ...AIDS.get(home.departement)!
    ]);
    return new Set([...[...shown, ...missed].map(({ right }) => right.id), ...setAside.map(({ id }) => id)]);
  };

  it('is never spoken of elsewhere, and always where it exists', () => {
    fc.assert(
      fc.property(homes, (home) => {
        const ids = spoken(home);
        for (const [id, forms] of EVERYTHING) {
          if (forms[0]!.loan === 'loan' || forms[0]!.audience) continue;
          expect(`${id} ${ids.has(id)}`).toBe(`${id} ${forms.some((form) => existsAt(form, home))}`);
        }
      }),
      { numRuns: 200 }
    );
  });
});
