import type { Revision } from '$lib/server/aids';
import { placeName } from '$lib/server/aids';
import type { Scope } from '$lib/aids';
import { list, m } from '$lib/i18n';
import { territoryOf } from './territory-of';

/** How a code of a list of a scope is called; the code itself where the official geography has none of it. */
export type PlaceWords = (places: keyof Scope, code: string) => string;

/** More names than this in one sentence say less than their number. */
const MOST_NAMES = 6;
const OVERSEAS = /^9[78]/;
const departementOf = (insee: string) => insee.slice(0, OVERSEAS.test(insee) ? 3 : 2);

/** A name with the code of its département, which people of the desk look for. */
const withCode = (name: string | null, code: string) => name && m.veille_place_with_code({ name, code });

/** The scopes of a change of a right, before and after. */
export function scopesOf({ revised }: Pick<Revision, 'revised'>): readonly (Scope | undefined)[] {
  return revised.subject === 'right' ? [revised.before?.scope, revised.after?.scope] : [];
}

/** The names of communes with their département, as many have the same name; only the files they stand in are read. */
async function communeNames(
  get: typeof fetch,
  scopes: readonly (Scope | undefined)[]
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(scopes.flatMap((scope) => scope?.communes ?? []));
  const departements = [...new Set([...wanted].map(departementOf))];
  const files = await Promise.all(departements.map((code) => territoryOf(get, code)));
  const named = files.flatMap((file) =>
    (file?.communes ?? []).flatMap(([insee, name]): [string, string][] =>
      wanted.has(insee)
        ? [
            [
              insee,
              m.veille_place_with_code({ name: name.replaceAll("'", '’'), code: file?.departement ?? '' })
            ]
          ]
        : []
    )
  );
  return new Map(named);
}

/** The names of all places that some scopes name. */
export async function placeWords(
  get: typeof fetch,
  scopes: readonly (Scope | undefined)[]
): Promise<PlaceWords> {
  const communes = await communeNames(get, scopes);
  return (places, code) => {
    const name = {
      communes: () => communes.get(code) ?? null,
      departements: () => withCode(placeName('departement', code), code),
      regions: () => placeName('region', code),
      epcis: () => placeName('epci', code),
      exceptEpcis: () => placeName('epci', code),
      postcodes: () => null
    }[places]();
    return name ?? code;
  };
}

/** Where a right exists, in one sentence. */
export function scopeWords(scope: Scope | undefined, wordsOf: PlaceWords): string {
  if (!scope) return m.veille_field_everywhere();
  const named = (places: keyof Scope) => (scope[places] ?? []).map((code) => wordsOf(places, code));
  const all = [
    ...named('regions').map((name) => m.veille_place_region({ name })),
    ...named('departements'),
    ...named('epcis'),
    ...named('communes'),
    ...named('postcodes')
  ];
  const except = named('exceptEpcis');
  const where = shortened(all);
  return except.length > 0 ? m.veille_place_except({ where, except: shortened(except) }) : where;
}

function shortened(names: readonly string[]): string {
  // one name more is as short as to say that there is one more
  if (names.length <= MOST_NAMES + 1) return list(names);
  const rest = m.veille_place_more({ count: String(names.length - MOST_NAMES) });
  return list([...names.slice(0, MOST_NAMES), rest]);
}
