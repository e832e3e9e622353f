import { knownAge, outcomeLines } from '$lib/aids/ui/law-words';
import type { Check, Right } from '$lib/aids';
import { capital, m } from '$lib/i18n';
import { countClaimOutcomes, listWatchedRights, type AidOutcomes, type WatchedRight } from '$lib/server/aids';
import { guardStaff } from '$lib/server/http';
import { folded, paged } from '../paging';
import { placeWords, scopeWords, type PlaceWords } from '../place-words';
import { departementTyped, nearness, territoryOf } from '../territory-of';
import type { PageServerLoad } from './$types';

const CHECKED: Readonly<Record<Check, () => string>> = {
  yes: m.veille_checked_yes,
  partly: m.veille_checked_partly,
  no: m.veille_checked_no
};

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
  const wordsOf = await placeWords(
    event.fetch,
    rows.map(({ right }) => right.scope)
  );
  const lines = rows.map((row, place) => ({ ...lineOf(row, wordsOf), outcomes: toldOf(told[place]) }));
  return { query, kind, departement, where, lines };
};

/** What became of its claims; nothing under ten answers, which says nothing of hundreds of aids. */
const toldOf = (told: AidOutcomes | undefined) => (told?.groups ? outcomeLines(told.groups) : []);

const textOf = ({ id, name, what, who, source, law }: Right) =>
  folded([id, name, what, who, source, law ?? ''].join(' '));

function lineOf({ right, daysSinceKnown }: WatchedRight, wordsOf: PlaceWords) {
  const { id, name, law, source, url, checked } = right;
  return {
    id,
    name,
    where: capital(scopeWords(right.scope, wordsOf)),
    source: law ? `${source} · ${law}` : source,
    url,
    age: knownAge(daysSinceKnown),
    checked: CHECKED[checked]()
  };
}
