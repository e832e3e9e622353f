import { ok, refused, type Result } from '$lib/kernel';

/** A commune as the phone's file of its département keeps it. */
export interface Commune {
  readonly insee: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  readonly epciSiren: string | null;
  readonly departement: string;
  readonly region: string;
  /** APL zone; null overseas where there is none. */
  readonly zone: 1 | 2 | 3 | null;
}

/** The file `static/territory/<departement>.json`. Rows: INSEE code, name, postcodes, place of the EPCI, zone. */
export interface TerritoryFile {
  readonly departement: string;
  readonly region: string;
  /** Day of the official geography the file was made from. */
  readonly asOf: string;
  readonly epcis: readonly (readonly [siren: string, name: string])[];
  readonly communes: readonly (readonly [
    insee: string,
    name: string,
    postcodes: string,
    epci: number,
    zone: 0 | 1 | 2 | 3
  ])[];
}

/** The file `static/territory/index.json`: postcodes whose communes are not of the département they begin with. */
export interface TerritoryIndex {
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
}

/** Why a postcode gives no commune; `near` are names that begin like what was typed. */
export type PostcodeRefusal =
  | { readonly code: 'postcode_not_five_digits'; readonly text: string }
  | { readonly code: 'postcode_unknown'; readonly postcode: string; readonly near: readonly Commune[] };

const FIVE_DIGITS = /^\d{5}$/;
const OVERSEAS = /^9[78]/;
const MOST_NEAR = 8;

/** The départements whose files hold a postcode. */
export function departementsOf(postcode: string, index: TerritoryIndex): readonly string[] {
  const first = postcode.slice(0, OVERSEAS.test(postcode) ? 3 : 2);
  return index.elsewhere[postcode] ?? [first];
}

function communeAt(file: TerritoryFile, place: number): Commune {
  const [insee, name, postcodes, epci, zone] = file.communes[place] as TerritoryFile['communes'][number];
  return {
    insee,
    name,
    postcodes: postcodes.split(' '),
    epciSiren: file.epcis[epci]?.[0] ?? null,
    departement: file.departement,
    region: file.region,
    zone: zone === 0 ? null : zone
  };
}

function communesWhere(
  files: readonly TerritoryFile[],
  fits: (row: TerritoryFile['communes'][number]) => boolean
) {
  return files.flatMap((file) =>
    file.communes.flatMap((row, place) => (fits(row) ? [communeAt(file, place)] : []))
  );
}

/** How many digits two postcodes share from the left. */
function sharedDigits(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

function nearest(files: readonly TerritoryFile[], postcode: string): readonly Commune[] {
  const closeness = (commune: Commune) =>
    Math.max(...commune.postcodes.map((own) => sharedDigits(own, postcode)));
  return communesWhere(files, () => true)
    .sort((a, b) => closeness(b) - closeness(a) || a.name.localeCompare(b.name, 'fr'))
    .slice(0, MOST_NEAR);
}

/** The communes of a postcode, from the files of its départements; an unknown one gives the nearest names. */
export function communesOf(
  postcode: string,
  files: readonly TerritoryFile[]
): Result<readonly Commune[], PostcodeRefusal> {
  const digits = postcode.replace(/\s/g, '');
  if (!FIVE_DIGITS.test(digits)) return refused({ code: 'postcode_not_five_digits', text: postcode });
  const found = communesWhere(files, ([, , postcodes]) => postcodes.split(' ').includes(digits));
  if (found.length > 0) return ok(found);
  return refused({ code: 'postcode_unknown', postcode: digits, near: nearest(files, digits) });
}
