import {
  MOST_FIRST_SCREENS,
  draftOf,
  estimated,
  fieldsOf,
  screensBehind,
  type Field,
  type Interview,
  type RawAnswer,
  type ScreenId,
  type Stop
} from '$lib/aids';
import { euros, m, plural } from '$lib/i18n';
import {
  CHOICE_WORDS,
  FIELD_HELP,
  FIELD_LABEL,
  SCREEN_HELP,
  SCREEN_TITLE,
  SCREEN_WHY,
  faultWords
} from './question-words';

/** One box or list of choices, in words. */
export interface FieldView {
  readonly name: string;
  readonly kind: 'one_choice' | 'several_choices' | 'money' | 'text';
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly error: string | null;
  readonly options: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
  readonly numeric?: true;
}

/** A question, in words. */
export interface QuestionView {
  readonly screen: ScreenId;
  readonly title: string;
  readonly pageTitle: string;
  readonly why: string;
  readonly help?: string;
  readonly progress: string;
  /** "Déjà au moins 288 € par mois". */
  readonly interim: string;
  /** Fields by adult; one group without a name when there is one adult, or the household is asked. */
  readonly groups: readonly { readonly label: string | null; readonly fields: readonly FieldView[] }[];
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** An unusual value may be confirmed. */
  readonly confirms: boolean;
  /** Enough is known to show a first result. */
  readonly mayFinish: boolean;
}

type Asking = Extract<Stop, { kind: 'question' }>;
const ENOUGH_SCREENS = 5;

function labelOf(field: Field, title: string): string {
  const label = FIELD_LABEL[field.name] ?? FIELD_LABEL[field.about];
  return label ? label() : title;
}

function choiceLabel(field: Field, code: string, ages: readonly (number | undefined)[]): string {
  const words = CHOICE_WORDS[field.name] ?? CHOICE_WORDS[field.about] ?? {};
  const own = words[code];
  if (own) return own();
  const age = ages[Number(code.replace('child_', ''))] ?? 0;
  return m.aids_child_with_age({ age: ageWords(age) });
}

function ageWords(age: number): string {
  if (age < 1) return m.aids_months_baby();
  return plural(age, m.aids_years_one(), m.aids_years_other({ years: String(age) }));
}

const KINDS = {
  one_choice: 'one_choice',
  several_choices: 'several_choices',
  money: 'money',
  whole_number: 'text',
  ages: 'text',
  postcode: 'text'
} as const;

function fieldView(
  field: Field,
  typed: RawAnswer,
  stop: Asking,
  ages: readonly (number | undefined)[]
): FieldView {
  const fault = stop.faults.find((one) => one.field === field.name);
  const value = typed[field.name] ?? '';
  const help = FIELD_HELP[field.about];
  return {
    name: field.name,
    kind: KINDS[field.kind],
    label: labelOf(field, SCREEN_TITLE[stop.screen]()),
    ...(help && { help: help() }),
    value,
    error: fault ? faultWords(fault) : null,
    options: (field.choices ?? []).map((code) => ({
      value: code,
      label: choiceLabel(field, code, ages),
      chosen: value.split(',').includes(code)
    })),
    ...((field.kind === 'whole_number' || field.kind === 'postcode') && { numeric: true as const })
  };
}

const plainChoice = (
  name: string,
  label: string,
  value: string,
  options: readonly { readonly value: string; readonly label: string }[]
): FieldView => ({
  name,
  kind: 'one_choice',
  label,
  value,
  error: null,
  options: options.map((option) => ({ ...option, chosen: option.value === value }))
});

/** Communes to choose from, or the zone by hand when there is no network to look a postcode up. */
function placeFields({ communes, faults, typed }: Asking): readonly FieldView[] {
  if (communes.length > 0) {
    const options = communes.map(({ insee, name, postcodes }) => ({
      value: insee,
      label: `${name} (${postcodes[0] ?? ''})`
    }));
    return [plainChoice('insee', m.aids_field_commune(), typed['insee'] ?? '', options)];
  }
  if (!faults.some(({ code }) => code === 'postcode_out_of_reach')) return [];
  const options = [m.aids_zone_1, m.aids_zone_2, m.aids_zone_3].map((words, place) => ({
    value: String(place + 1),
    label: words()
  }));
  return [plainChoice('zone_by_hand', m.aids_field_zone(), typed['zone_by_hand'] ?? '', options)];
}

function groupsOf(fields: readonly Field[], view: (field: Field) => FieldView): QuestionView['groups'] {
  const couple = fields.some(({ person }) => person === 1);
  if (!couple) return [{ label: null, fields: fields.map(view) }];
  return ([0, 1] as const).map((person) => ({
    label: person === 0 ? m.aids_person_0() : m.aids_person_1(),
    fields: fields.filter((field) => field.person === person).map(view)
  }));
}

/** A question of the simulator in words, with what was typed and what is to correct. */
export function questionView({ kept }: Interview, stop: Asking, month: number): QuestionView {
  const draft = draftOf(kept);
  const ages = (draft.children ?? []).map(({ age }) => age);
  const fields = fieldsOf(stop.screen, draft, { sources: kept.sources });
  const groups = groupsOf(fields, (field) => fieldView(field, stop.typed, stop, ages));
  const place = String(placeOf(kept, stop.screen));
  const help = SCREEN_HELP[stop.screen];
  return {
    screen: stop.screen,
    title: SCREEN_TITLE[stop.screen](),
    pageTitle: m.aids_page_question_title({ place }),
    why: SCREEN_WHY[stop.screen](),
    ...(help && { help: help() }),
    progress: kept.goesOn
      ? m.aids_page_progress_more({ place })
      : m.aids_page_progress({ place, total: String(MOST_FIRST_SCREENS) }),
    interim: interimWords(kept, month),
    groups:
      stop.screen === 'place'
        ? [{ label: null, fields: [...(groups[0]?.fields ?? []), ...placeFields(stop)] }]
        : groups,
    errors: stop.faults.map((fault) => ({ field: errorTarget(fault, stop), message: faultWords(fault) })),
    confirms: stop.faults.some(({ confirm }) => confirm === true),
    mayFinish: kept.passed.length >= ENOUGH_SCREENS
  };
}

/** A link of the summary leads to the choices when they are what is to answer. */
function errorTarget({ field, code }: Asking['faults'][number], stop: Asking): string {
  if (stop.communes.length > 0 && (code === 'commune_missing' || code === 'postcode_unknown')) return 'insee';
  return code === 'postcode_out_of_reach' ? 'zone_by_hand' : field;
}

function placeOf(kept: Interview['kept'], screen: ScreenId): number {
  const asked = kept.passed.filter(({ reused }) => reused !== true);
  const place = asked.findIndex((one) => one.screen === screen);
  return (place < 0 ? screensBehind(kept) : place) + 1;
}

function interimWords(kept: Interview['kept'], month: number): string {
  if (kept.passed.length < 2) return '';
  const low = Math.floor(estimated(kept, month).monthly.low);
  return low > 0
    ? m.aids_page_interim({ amount: euros(low * 100, { cents: 'never' }) })
    : m.aids_page_interim_none();
}
