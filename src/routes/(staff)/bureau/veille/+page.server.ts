import { AID_NAME } from '$lib/aids/ui/aid-words';
import { GROUP_NAME, checkedAge, outcomeLines, rowWords, valueWords } from '$lib/aids/ui/law-words';
import { isAidKey, type AidKey } from '$lib/aids';
import { fullDate, m, plural } from '$lib/i18n';
import {
  countClaimOutcomes,
  listWatchedParameters,
  type DatedValue,
  type WatchedParameter
} from '$lib/server/aids';
import { guardStaff } from '$lib/server/http';
import type { PageServerLoad } from './$types';
import { folded, paged } from './paging';

/** The aids whose claims stand beside the parameters of a group. */
const AIDS_OF: Readonly<Record<string, readonly AidKey[]>> = {
  rsa: ['rsa'],
  'activity-bonus': ['prime_activite'],
  housing: ['aide_logement', 'reduction_loyer_solidarite'],
  family: ['af', 'cf', 'asf', 'paje_base', 'prime_naissance', 'ars'],
  disability: ['aeeh', 'aah', 'mva', 'asi'],
  'old-age': ['aspa'],
  unemployment: ['ass'],
  'health-cover': ['css'],
  energy: ['cheque_energie'],
  school: ['bourse_college', 'bourse_lycee']
};
/** A scale shows its first rows in the list, all of them on its own page. */
const ROWS_SHOWN = 2;

/** Every parameter with its source and age, the oldest first, and what became of the claims of the aids shown. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'law_watch.read');
  const query = event.url.searchParams.get('q') ?? '';
  const group = event.url.searchParams.get('aide') ?? '';
  const [all, outcomes] = await Promise.all([listWatchedParameters(actor), countClaimOutcomes(actor)]);
  const wanted = folded(query.trim());
  const found = all.filter(
    (one) => (group === '' || one.group === group) && (wanted === '' || textOf(one).includes(wanted))
  );
  const { rows, ...where } = paged(found, event.url);
  const shownAids: readonly string[] | undefined = AIDS_OF[group];
  return {
    query,
    group,
    groups: Object.entries(GROUP_NAME).map(([value, words]) => ({ value, label: words() })),
    where,
    lines: rows.map(lineOf),
    isOneGroup: group !== '',
    outcomes: outcomes
      .filter(({ aid }) => group === '' || shownAids?.includes(aid))
      .map(({ aid, groups }) => ({
        aid,
        name: isAidKey(aid) ? AID_NAME[aid]() : aid,
        lines: outcomeLines(groups)
      }))
  };
};

const textOf = ({ name, entry: { label, law } }: WatchedParameter) => folded(`${label} ${law} ${name}`);

function lineOf(one: WatchedParameter) {
  const { name, group, entry, current, coming, daysSinceChecked } = one;
  return {
    name,
    label: entry.label,
    group: GROUP_NAME[group]?.() ?? '',
    current: current && valueLines(one, current),
    since: current ? m.veille_since({ day: fullDate(current.from) }) : m.veille_none_yet(),
    coming: coming.map((value) => ({
      from: m.veille_from_day({ day: fullDate(value.from) }),
      lines: valueLines(one, value)
    })),
    law: entry.law,
    url: entry.url,
    age: checkedAge(daysSinceChecked)
  };
}

function valueLines({ entry: { unit, rows } }: WatchedParameter, { numbers }: DatedValue): readonly string[] {
  if (!rows) return [valueWords(numbers[0] as number, unit)];
  const shown = numbers
    .slice(0, ROWS_SHOWN)
    .map((value, row) => `${rowWords(rows[row] as string)} : ${valueWords(value, unit)}`);
  const left = numbers.length - shown.length;
  const more = plural(left, m.veille_more_rows_one, m.veille_more_rows_other);
  return left > 0 ? [...shown, more({ count: String(left) })] : shown;
}
