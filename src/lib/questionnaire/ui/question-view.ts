/** A question page as plain data with its words, made on the server so that the phone carries no message of it. */
import { hour, m } from '$lib/i18n';
import {
  CHOICES,
  DAYS,
  FIELD,
  LONGEST_TEXT,
  MOMENTS,
  QUESTIONS,
  rawFieldsOf,
  sharesSkips,
  SKIPS,
  SLOTS,
  slotHours,
  type AgeBand,
  type AnswerRefusal,
  type ChoiceQuestionId,
  type Day,
  type Entry,
  type FieldName,
  type Moment,
  type QuestionId,
  type RawFields,
  type Skip,
  type Slot
} from '$lib/questionnaire';
import { AGE_BAND, choiceWords, DAY, MOMENT, SKIP } from './choice-words';
import { QUESTION_HELP, QUESTION_TITLE, QUESTION_WHY } from './question-words';
import { refusalWords } from './refusal-words';

/** One line to press. */
export interface OptionView {
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}

/** A text box. */
export interface BoxView {
  readonly label: string;
  readonly help: string;
  readonly value: string;
}

/** The controls of a question. */
export type ControlView =
  | { readonly kind: 'choices'; readonly several: boolean; readonly options: readonly OptionView[] }
  | { readonly kind: 'left_over'; readonly options: readonly OptionView[]; readonly amount: BoxView }
  | { readonly kind: 'household'; readonly adults: BoxView; readonly childAges: BoxView }
  | {
      readonly kind: 'times';
      readonly caption: string;
      readonly moments: readonly { readonly label: string; readonly hours: string }[];
      /** `hours` only where they are not those of the column; null for a cell that does not exist. */
      readonly days: readonly {
        readonly label: string;
        readonly hours: string | null;
        readonly slots: readonly (OptionView | null)[];
      }[];
      readonly neverAtWork: OptionView;
    }
  | {
      readonly kind: 'free_text';
      readonly text: BoxView;
      readonly maximum: number;
      readonly warnings: readonly string[];
    };

/** What must be corrected, and where. `fieldId` is the id to link to. */
export interface ErrorView {
  readonly field: FieldName;
  readonly fieldId: string;
  readonly text: string;
}

/** Everything a question page shows. Plain JSON. */
export interface QuestionView {
  readonly id: QuestionId;
  readonly title: string;
  readonly why: string;
  readonly seenBy: string;
  readonly help: string | null;
  readonly control: ControlView;
  readonly skips: readonly OptionView[];
  /** The ways of not answering are radio buttons of the same group as the answers. */
  readonly skipsAreAnswers: boolean;
  /** That she passed this question before, and how, as a sentence. */
  readonly skippedBefore: string | null;
  /** What must be corrected, in the order of the fields; empty when nothing was refused. */
  readonly errors: readonly ErrorView[];
  /** That no answer, and no silence, ever counts against her. */
  readonly noPenalty: string;
  readonly quickExit: boolean;
}

/** What a page knows beside the question. */
export interface QuestionPage {
  /** What she replied before, if she did. */
  readonly entry?: Entry | undefined;
  /** What was just sent and refused: shown again as it was typed. */
  readonly sent?: { readonly fields: RawFields; readonly why: AnswerRefusal } | undefined;
  /** What she typed and did not send, or could not: shown again without a word. */
  readonly typed?: RawFields | undefined;
  /** First name of her referent, when she has one. */
  readonly referentName?: string | null | undefined;
}

/** The id of a field in the page: what an error summary links to. */
export function fieldIdOf(field: FieldName): string {
  return `q-${field}`;
}

/** Builds the page of a question. */
export function questionView(id: QuestionId, page: QuestionPage = {}): QuestionView {
  const { entry, sent, typed, referentName = null } = page;
  const fields = sent?.fields ?? typed ?? rawFieldsOf(entry);
  const skippedBefore = entry && entry.disposition !== 'answered' ? entry.disposition : null;
  const sharing = sharesSkips(id);
  return {
    id,
    title: QUESTION_TITLE[id](),
    why: QUESTION_WHY[id](),
    seenBy: seenByWords(id, referentName),
    help: QUESTION_HELP[id]?.() ?? null,
    control: controlOf(id, fields, referentName),
    skips: SKIPS.map((skip) => ({
      value: skip,
      label: SKIP[skip](),
      checked: sharing && isSkipped(fields, skip)
    })),
    skipsAreAnswers: sharing,
    // a radio button cannot be put back without script: where it would stand beside an answer it is only told
    skippedBefore: sharing || !skippedBefore || sent ? null : skippedWords(skippedBefore),
    errors: sent ? errorsOf(id, sent.why) : [],
    noPenalty: m.questionnaire_skip_no_penalty(),
    quickExit: QUESTIONS[id].quickExit
  };
}

function skippedWords(skip: Skip): string {
  return m.questionnaire_skip_before({ skip: SKIP[skip]() });
}

function isSkipped(fields: RawFields, skip: Skip): boolean {
  return [...(fields[FIELD.skip] ?? []), ...(fields[FIELD.answer] ?? [])].includes(skip);
}

function errorsOf(id: QuestionId, why: AnswerRefusal): ErrorView[] {
  const all = 'also' in why && why.also ? [why, why.also] : [why];
  return all.map((one) => ({
    field: one.field,
    fieldId: fieldIdOf(one.field),
    text: refusalWords(id, one)
  }));
}

function seenByWords(id: QuestionId, name: string | null): string {
  switch (QUESTIONS[id].seenBy) {
    case 'team':
      return name === null ? m.questionnaire_seen_by_team() : m.questionnaire_seen_by_team_named({ name });
    case 'referent':
      return name === null
        ? m.questionnaire_seen_by_referent()
        : m.questionnaire_seen_by_referent_named({ name });
    case 'nobody_without_consent':
      return m.questionnaire_seen_by_nobody();
  }
}

const firstOf = (fields: RawFields, name: FieldName): string => fields[name]?.[0] ?? '';

function controlOf(id: QuestionId, fields: RawFields, name: string | null): ControlView {
  switch (QUESTIONS[id].kind) {
    case 'one_choice':
    case 'several_choices':
      return {
        kind: 'choices',
        several: QUESTIONS[id].kind === 'several_choices',
        options: optionsOf(id as ChoiceQuestionId, fields)
      };
    case 'left_over':
      return { kind: 'left_over', options: optionsOf('left_over', fields), amount: amountBox(fields) };
    case 'household':
      return householdControl(fields);
    case 'times':
      return timesControl(fields);
    case 'free_text':
      return textControl(fields, name);
  }
}

function optionsOf(id: ChoiceQuestionId, fields: RawFields): readonly OptionView[] {
  const given = fields[FIELD.answer] ?? [];
  return CHOICES[id].map((code) => ({
    value: code,
    label: choiceWords(id, code),
    checked: given.includes(code)
  }));
}

function amountBox(fields: RawFields): BoxView {
  return {
    label: m.questionnaire_field_amount(),
    help: m.questionnaire_field_amount_help(),
    value: firstOf(fields, FIELD.amount)
  };
}

function householdControl(fields: RawFields): ControlView {
  return {
    kind: 'household',
    adults: {
      label: m.questionnaire_field_adults(),
      help: m.questionnaire_field_adults_help(),
      value: firstOf(fields, FIELD.adults)
    },
    childAges: {
      label: m.questionnaire_field_child_ages(),
      help: m.questionnaire_field_child_ages_help(),
      value: withBandWords(firstOf(fields, FIELD.childAges))
    }
  };
}

/** Stored bands ("6-10") are shown as words the form reads back; what she typed stays as it is. */
function withBandWords(text: string): string {
  const bands: Readonly<Partial<Record<string, () => string>>> = AGE_BAND satisfies Record<AgeBand, unknown>;
  return text
    .split(', ')
    .map((piece) => bands[piece]?.() ?? piece)
    .join(', ');
}

function timesControl(fields: RawFields): ControlView {
  const given: readonly string[] = fields[FIELD.answer] ?? [];
  return {
    kind: 'times',
    caption: m.questionnaire_field_times(),
    moments: MOMENTS.map((moment) => ({ label: MOMENT[moment](), hours: hoursOf(`mon_${moment}`) })),
    days: DAYS.map((day) => ({
      label: DAY[day](),
      hours: hoursOf(`${day}_morning`) === hoursOf('mon_morning') ? null : hoursOf(`${day}_morning`),
      slots: MOMENTS.map((moment) => slotView(day, moment, given))
    })),
    neverAtWork: {
      value: 'yes',
      label: m.questionnaire_field_never_at_work(),
      checked: firstOf(fields, FIELD.neverAtWork) !== ''
    }
  };
}

function slotView(day: Day, moment: Moment, given: readonly string[]): OptionView | null {
  const value: Slot = `${day}_${moment}`;
  if (!SLOTS.includes(value)) return null;
  const label = `${DAY[day]()}, ${MOMENT[moment]().toLocaleLowerCase('fr')}, ${hoursOf(value)}`;
  return { value, label, checked: given.includes(value) };
}

function hoursOf(slot: Slot): string {
  const { fromHour, toHour } = slotHours(slot);
  return m.questionnaire_moment_hours({ from: hour(fromHour), to: hour(toHour) });
}

function textControl(fields: RawFields, name: string | null): ControlView {
  return {
    kind: 'free_text',
    text: {
      label: m.questionnaire_field_text(),
      help: m.questionnaire_field_text_help({ maximum: String(LONGEST_TEXT) }),
      value: firstOf(fields, FIELD.answer)
    },
    maximum: LONGEST_TEXT,
    warnings: [
      name === null ? m.questionnaire_field_text_who() : m.questionnaire_field_text_who_named({ name }),
      m.questionnaire_field_text_night(),
      m.questionnaire_field_text_machine()
    ]
  };
}
