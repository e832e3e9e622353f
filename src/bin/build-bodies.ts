import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse } from 'csv-parse/sync';

// Reads the collected bodies and town halls (origin and licence in each row) and the official geography, and writes
// the two files the loader brings into the tables: tab-separated, in the order of the columns, \N for none.
const TARGET = join(import.meta.dirname, '../lib/server/aids/data');
const [bodiesPath, townHallsPath, communesPath] = process.argv.slice(2);
if (!bodiesPath || !townHallsPath || !communesPath) {
  console.error('usage: npm run bodies:build -- bodies.jsonl mairies.jsonl communes.csv');
  process.exit(2);
}

interface Row {
  readonly id?: string;
  readonly type: string;
  readonly name: string;
  readonly address?: string;
  readonly postcode: string;
  readonly city?: string;
  readonly insee?: string;
  readonly phone?: string;
  readonly phone_national?: string;
  readonly url?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly mobile?: boolean;
  readonly serves?: readonly string[];
  readonly hours?: Readonly<Record<string, string>> | string;
  readonly source: string;
  readonly source_date: string;
  readonly licence: string;
}
interface Commune {
  readonly insee: string;
  readonly postcodes: string;
  readonly dep: string;
  readonly region: string;
  readonly lat: string;
  readonly lon: string;
  readonly parent: string;
}

const lines = <T>(path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const communes = (parse(readFileSync(communesPath), { columns: true, bom: true }) as Commune[]).filter(
  ({ postcodes }) => postcodes !== ''
);
const byCode = new Map(communes.map((commune) => [commune.insee, commune]));

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': ' ', '\n': ' ', '\r': ' ' };
const field = (value: string | number | boolean | null | undefined) =>
  value === null || value === undefined || value === ''
    ? '\\N'
    : String(value).replace(/[\\\t\n\r]/g, (found) => ESCAPED[found] as string);
const list = (values: readonly string[] | undefined) => (values?.length ? `{${values.join(',')}}` : null);
const degrees = (value: number | string | undefined) =>
  value === undefined || value === '' ? null : Number(value).toFixed(4);
const departementOf = (code: string) => code.slice(0, /^9[78]/.test(code) ? 3 : 2);

function idOf(row: Row, taken: Set<string>): string {
  const facts = [row.type, row.name, row.postcode, row.address].join('|');
  const made = `${row.type}-${createHash('sha256').update(facts).digest('hex').slice(0, 10)}`;
  const id = row.id === undefined || taken.has(row.id) ? made : row.id;
  taken.add(id);
  return id;
}

const MOST_KM = 25;
const KM_PER_DEGREE = 111.2;

/** The position of a body; that of its commune when the one collected lies too far from it to be right. */
function positionOf(row: Row, commune: Commune | undefined): readonly (number | string | undefined)[] {
  if (row.lat === undefined || row.lon === undefined) return [undefined, undefined];
  if (!commune || commune.lat === '') return [row.lat, row.lon];
  const [latitude, longitude] = [Number(commune.lat), Number(commune.lon)];
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const km = KM_PER_DEGREE * Math.hypot(row.lat - latitude, (row.lon - longitude) * shrink);
  return km > MOST_KM ? [commune.lat, commune.lon] : [row.lat, row.lon];
}

function hoursOf({ hours, source_date: date }: Row): string | null {
  return typeof hours === 'object' && Number(date.slice(0, 4)) >= 2022 ? JSON.stringify(hours) : null;
}

function bodyLine(row: Row, id: string): string {
  const commune = byCode.get(row.insee ?? '');
  return [
    id,
    row.type,
    row.name,
    row.address,
    row.postcode,
    row.city,
    row.insee,
    commune?.dep ?? departementOf(row.insee ?? row.postcode),
    commune?.region,
    row.phone,
    row.phone_national,
    row.url,
    ...positionOf(row, commune).map(degrees),
    row.mobile === true,
    list(row.serves),
    hoursOf(row),
    row.source,
    row.source_date,
    row.licence
  ]
    .map(field)
    .join('\t');
}

const townHalls = lines<Omit<Row, 'type' | 'source' | 'licence'>>(townHallsPath).map(
  // a town hall is found by its commune: it needs no position
  ({ url: _url, lat: _lat, lon: _lon, ...hall }): Row => ({
    ...hall,
    id: `mairie-${hall.insee}`,
    type: 'mairie',
    source: 'DILA annuaire service-public',
    licence: 'Licence Ouverte (DILA)'
  })
);
const taken = new Set<string>();
const isNew = (id: string) => !seen.has(id) && seen.add(id);
const seen = new Set<string>();
const bodyLines = [...lines<Row>(bodiesPath), ...townHalls]
  .map((row) => bodyLine(row, idOf(row, taken)))
  .filter((line) => isNew(line.slice(0, line.indexOf('\t'))))
  // rows of a kind and of a place together compress better
  .sort((a, b) => (a.split('\t')[1] ?? '').localeCompare(b.split('\t')[1] ?? ''));
const communeLines = communes.map((commune) =>
  [
    commune.insee,
    commune.parent,
    commune.dep,
    commune.region,
    list(commune.postcodes.split(' ')),
    degrees(commune.lat),
    degrees(commune.lon)
  ]
    .map(field)
    .join('\t')
);

mkdirSync(TARGET, { recursive: true });
for (const [name, content] of [
  ['bodies', bodyLines],
  ['communes', communeLines]
] as const) {
  const text = `${content.join('\n')}\n`;
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  });
  writeFileSync(join(TARGET, `${name}.tsv.br`), packed);
  console.error(`${name}: ${content.length} rows, ${Math.round(packed.length / 1024)} KB`);
}
