import { knownAge, outcomeLines } from '$lib/aids/ui/law-words';
import type { Check, Right, Scope } from '$lib/aids';
import { list, m, plural } from '$lib/i18n';
import { countClaimOutcomes, listWatchedRights, type AidOutcomes, type WatchedRight } from '$lib/server/aids';
import { guardStaff } from '$lib/server/http';
import { folded, paged } from '../paging';
import { departementTyped, nearness, territoryOf } from '../territory-of';
import type { PageServerLoad } from './$types';

const CHECKED: Readonly<Record<Check, () => string>> = {
  yes: m.veille_checked_yes,
  partly: m.veille_checked_partly,
  no: m.veille_checked_no
};
/** More codes than this say less than their number. */
const MOST_CODES = 4;

/** National rights and local aids with their source and age; what nobody dated comes first. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'law_watch.read');
  const { searchParams } = event.url;
  const query = searchParams.get('q') ?? '';
  const kind = searchParams.get('ou') ?? '';
  const departement = departementTyped(searchParams.get('departement') ?? '');
  const wanted = folded(query.trim());
  const all = await listWatchedRights(actor);
  const isNear = departement === '' ? null : nearness(await territoryOf(event.fetch, departement));
  const found = all.filter(
    (one) =>
      (kind === '' || one.isLocal === (kind === 'local')) &&
      (isNear === null || isNear(one.right.scope)) &&
      (wanted === '' || textOf(one.right).includes(wanted))
  );
  const { rows, ...where } = paged(found, event.url);
  const told = await countClaimOutcomes(
    actor,
    rows.map(({ right }) => right.id)
  );
  const lines = rows.map((row, place) => ({ ...lineOf(row), outcomes: toldOf(told[place]) }));
  return { query, kind, departement, where, lines };
};

/** What became of its claims; nothing under ten answers, which says nothing of hundreds of aids. */
const toldOf = (told: AidOutcomes | undefined) => (told?.groups ? outcomeLines(told.groups) : []);

const textOf = ({ id, name, what, who, source, law }: Right) =>
  folded([id, name, what, who, source, law ?? ''].join(' '));

function lineOf({ right, daysSinceKnown }: WatchedRight) {
  const { id, name, law, source, url, checked } = right;
  return {
    id,
    name,
    where: whereWords(right.scope),
    source: law ? `${source} · ${law}` : source,
    url,
    age: knownAge(daysSinceKnown),
    checked: CHECKED[checked]()
  };
}

function whereWords(scope: Scope | undefined): string {
  if (!scope) return m.veille_where_all();
  const { departements, regions, epcis, communes, postcodes } = scope;
  const some = (codes: readonly string[]) =>
    codes.length <= MOST_CODES ? codes.join(', ') : `${codes.slice(0, MOST_CODES).join(', ')}…`;
  return list([
    ...(regions ? [m.veille_where_regions({ codes: some(regions) })] : []),
    ...(departements
      ? [
          plural(
            departements.length,
            m.veille_where_departement,
            m.veille_where_departements
          )({ codes: some(departements) })
        ]
      : []),
    ...(epcis
      ? [plural(epcis.length, m.veille_where_epci(), m.veille_where_epcis({ count: String(epcis.length) }))]
      : []),
    ...(communes ? [m.veille_where_communes({ count: String(communes.length) })] : []),
    ...(postcodes ? [m.veille_where_postcodes({ codes: some(postcodes) })] : [])
  ]);
}
