import type { Condition, Right, Scope } from '$lib/aids';
import { conditionText, type SituationWords } from '$lib/aids/ui/condition-words';
import { rowWords, valueWords } from '$lib/aids/ui/law-words';
import { fullDate, m } from '$lib/i18n';
import { localDate } from '$lib/kernel';
import type { ParameterEntry, Revision } from '$lib/server/aids';
import type { PlaceWords } from '../../place-words';
import { codeWords } from '../../right-words';
import { inEuros } from './household-words';

/** One thing that changes. */
export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

type Facts = ReadonlyMap<string, string>;

const RIGHT_FIELD: Readonly<Record<string, () => string>> = {
  name: m.veille_field_name,
  who: m.veille_field_who,
  what: m.veille_field_what,
  amount: m.veille_field_amount,
  'pays.most': m.veille_field_pays_most,
  'pays.per': m.veille_field_pays_per,
  'ask.place': m.veille_field_ask_place,
  'ask.body': m.veille_field_ask_body,
  'ask.phone': m.veille_field_ask_phone,
  'ask.address': m.veille_field_ask_address,
  papers: m.veille_field_papers,
  law: m.veille_field_law,
  source: m.veille_field_source,
  url: m.veille_field_url,
  applyUrl: m.veille_field_apply_url,
  knownOn: m.veille_field_known_on,
  checked: m.veille_field_checked,
  kind: m.veille_field_kind,
  theme: m.veille_field_theme,
  loan: m.veille_field_loan,
  urgent: m.veille_field_urgent,
  audience: m.veille_field_audience,
  arrears: m.veille_field_arrears,
  engine: m.veille_field_engine,
  replaces: m.veille_field_replaces,
  when: m.veille_field_when,
  'scope.departements': m.veille_change_departements,
  'scope.communes': m.veille_change_communes,
  'scope.epcis': m.veille_change_epcis,
  'scope.regions': m.veille_change_regions,
  'scope.postcodes': m.veille_field_scope_postcodes,
  'scope.exceptEpcis': m.veille_change_except
};

function valuesOf({ values, rows, unit }: ParameterEntry): readonly (readonly [string, string])[] {
  return values.flatMap((value) => {
    const numbers = 'scale' in value ? value.scale : [value.value];
    const from = m.veille_from_day({ day: fullDate(localDate(value.from)) });
    return numbers.map((number, row): readonly [string, string] => {
      const name = rows?.[row];
      return [name === undefined ? from : `${from}, ${rowWords(name)}`, valueWords(number, unit)];
    });
  });
}

function parameterFacts(entry: ParameterEntry): Facts {
  return new Map([
    ...valuesOf(entry),
    [m.veille_propose_law(), entry.law],
    [m.veille_propose_url(), entry.url],
    [m.veille_propose_checked(), fullDate(localDate(entry.checked))]
  ]);
}

function written(field: string, value: unknown, situations: SituationWords): string {
  if (field === 'when') return conditionText(value as Condition, situations);
  if (typeof value === 'string') return codeWords(field, value) ?? value;
  if (value === true) return m.veille_change_yes();
  if (typeof value === 'number') return inEuros(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return JSON.stringify(value);
}

/** The names of the places of one list of a scope. */
function placesWritten(places: keyof Scope, codes: unknown, wordsOf: PlaceWords): string {
  return (codes as readonly string[]).map((code) => wordsOf(places, code)).join(', ');
}

function rightFacts(right: Right | null, wordsOf: PlaceWords, situations: SituationWords): Facts {
  const flat = Object.entries(right ?? {}).flatMap(([name, value]): [string, unknown][] =>
    name === 'ask' || name === 'scope' || name === 'pays'
      ? Object.entries(value as object).map(([part, own]) => [`${name}.${part}`, own])
      : [[name, value]]
  );
  const everywhere: readonly (readonly [string, string])[] =
    right && !right.scope ? [[m.veille_field_where(), m.veille_field_everywhere()]] : [];
  // Postgres keeps its own order: the one of the form is read
  const order = Object.keys(RIGHT_FIELD);
  flat.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return new Map([
    ...everywhere,
    ...flat.flatMap(([name, value]) => {
      const words = RIGHT_FIELD[name];
      if (!words) return [];
      const [part, places] = name.split('.');
      const isPlaces = part === 'scope';
      const text = isPlaces
        ? placesWritten(places as keyof Scope, value, wordsOf)
        : written(name, value, situations);
      return [[words(), text] as const];
    })
  ]);
}

/** What a change changes, field by field; places by their names, situations by their questions. */
export function differencesOf(
  { revised }: Revision,
  wordsOf: PlaceWords,
  situations: SituationWords
): readonly Difference[] {
  const [before, after] =
    revised.subject === 'parameter'
      ? [parameterFacts(revised.before), parameterFacts(revised.after)]
      : [rightFacts(revised.before, wordsOf, situations), rightFacts(revised.after, wordsOf, situations)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  const none = m.veille_change_nothing();
  return names
    .map((what) => ({ what, before: before.get(what) ?? none, after: after.get(what) ?? none }))
    .filter((one) => one.before !== one.after);
}
