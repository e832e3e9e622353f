/** The form fields of an answer: read from a submission, or written back from a stored answer. */
import type { AnswerValue, Entry } from './answers';
import { AGE_BANDS } from './choices';

/** Submitted texts by field name; a name may come several times, as checkboxes do. */
export type RawFields = Readonly<Record<string, readonly string[]>>;

/** The names of the fields of a question page. */
export const FIELD = {
  /** Radio buttons, check boxes, cells of the grid, or the text. */
  answer: 'answer',
  /** One of the three ways of not answering; questions with one choice have them in `answer` instead. */
  skip: 'skip',
  amount: 'amount',
  adults: 'adults',
  childAges: 'childAges',
  neverAtWork: 'neverAtWork'
} as const;

/** One field's name. */
export type FieldName = (typeof FIELD)[keyof typeof FIELD];

/** Takes the texts of a submission (`FormData` or any entries) and leaves files aside. */
export function rawFieldsFrom(entries: Iterable<readonly [string, unknown]>): RawFields {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of entries) if (typeof value === 'string') (fields[name] ??= []).push(value);
  return fields;
}

/** The first text of a field, trimmed; empty when the field is absent. */
export function textOf(fields: RawFields, name: FieldName): string {
  return fields[name]?.[0]?.trim() ?? '';
}

/** The fields that would give this entry again: what a page shows as already filled. */
export function rawFieldsOf(entry: Entry | undefined): RawFields {
  if (!entry) return {};
  return entry.disposition === 'answered' ? rawFieldsOfValue(entry.value) : { skip: [entry.disposition] };
}

function rawFieldsOfValue(value: AnswerValue): RawFields {
  switch (value.kind) {
    case 'one_choice':
      return { answer: [value.choice] };
    case 'several_choices':
      return { answer: value.choices };
    case 'times':
      return { answer: value.slots, ...(value.neverAtWork && { neverAtWork: ['yes'] }) };
    case 'free_text':
      return { answer: [value.text] };
    case 'left_over':
      return value.bound === 'nothing'
        ? { answer: ['nothing'] }
        : { answer: [value.bound], amount: [euroText(value.amountCents)] };
    case 'household': {
      const bands = AGE_BANDS.flatMap((band) => Array<string>(value.childrenByBand[band] ?? 0).fill(band));
      return { adults: [String(value.adults)], childAges: [bands.join(', ')] };
    }
  }
}

function euroText(amountCents: number): string {
  const euros = Math.trunc(amountCents / 100);
  const rest = amountCents % 100;
  return rest === 0 ? String(euros) : `${euros},${String(rest).padStart(2, '0')}`;
}
