import { ok, parseAmount, refused, type AmountRefusal, type Result } from '$lib/kernel';
import { SKIPS, type AnswerValue, type Reply, type Skip } from './answers';
import { CHOICES, EXCLUSIVE_CHOICE, SLOTS, type ChoiceQuestionId } from './choices';
import { FIELD, textOf, type RawFields } from './fields';
import { parseHousehold, type HouseholdRefusal } from './parse-household';
import type { QuestionId } from './question';
import { QUESTIONS } from './questions';

/** The longest free text, in characters. */
export const LONGEST_TEXT = 600;

/** Why a submission is not an answer; `field` is where the words go. */
export type AnswerRefusal =
  | { readonly code: 'answer_missing'; readonly field: 'answer' }
  | { readonly code: 'choice_unknown'; readonly field: 'answer' }
  /** "Aucune" together with something else. */
  | { readonly code: 'none_with_others'; readonly field: 'answer' }
  /** An answer and a way of not answering at once: only she knows which one she means. */
  | { readonly code: 'answer_and_skip'; readonly field: 'skip'; readonly skip: Skip }
  | {
      readonly code: 'text_too_long';
      readonly field: 'answer';
      readonly length: number;
      readonly maximum: number;
    }
  | (AmountRefusal & { readonly field: 'amount' })
  | HouseholdRefusal;

/**
 * Reads the fields of a question page. Pressing "Continuer" on an empty page is refused with the three ways of
 * not answering at hand: silence is never recorded as one of them.
 */
export function parseAnswer(id: QuestionId, fields: RawFields): Result<Reply, AnswerRefusal> {
  const skip = skipIn(id, fields);
  const value = parseValue(id, fields);
  if (skip === null) return value.ok ? ok({ disposition: 'answered', value: value.value }) : value;
  if (!value.ok && value.why.code === 'answer_missing') return ok({ disposition: skip });
  return refused({ code: 'answer_and_skip', field: 'skip', skip });
}

/** Whether the ways of not answering are radio buttons of the same group as the answers. */
export function sharesSkips(id: QuestionId): boolean {
  return QUESTIONS[id].kind === 'one_choice' || QUESTIONS[id].kind === 'left_over';
}

function skipIn(id: QuestionId, fields: RawFields): Skip | null {
  const shared = sharesSkips(id) ? (fields[FIELD.answer] ?? []) : [];
  const given = [...(fields[FIELD.skip] ?? []), ...shared];
  return SKIPS.find((skip) => given.includes(skip)) ?? null;
}

/** The submitted codes, without the ways of not answering that share the field. */
function codesOf(fields: RawFields): string[] {
  const skips: readonly string[] = SKIPS;
  return [...new Set(fields[FIELD.answer] ?? [])].filter((code) => code !== '' && !skips.includes(code));
}

function parseValue(id: QuestionId, fields: RawFields): Result<AnswerValue, AnswerRefusal> {
  switch (QUESTIONS[id].kind) {
    case 'one_choice':
      return parseOneChoice(id as ChoiceQuestionId, fields);
    case 'several_choices':
      return parseSeveralChoices(id as ChoiceQuestionId, fields);
    case 'times':
      return parseTimes(fields);
    case 'left_over':
      return parseLeftOver(fields);
    case 'free_text':
      return parseFreeText(fields);
    case 'household':
      return parseHouseholdFields(fields);
  }
}

const MISSING = { code: 'answer_missing', field: 'answer' } as const;
const UNKNOWN = { code: 'choice_unknown', field: 'answer' } as const;

function parseOneChoice(id: ChoiceQuestionId, fields: RawFields): Result<AnswerValue, AnswerRefusal> {
  const [choice, ...more] = codesOf(fields);
  if (choice === undefined) return refused(MISSING);
  const known: readonly string[] = CHOICES[id];
  if (more.length > 0 || !known.includes(choice)) return refused(UNKNOWN);
  return ok({ kind: 'one_choice', choice });
}

function parseSeveralChoices(id: ChoiceQuestionId, fields: RawFields): Result<AnswerValue, AnswerRefusal> {
  const given = codesOf(fields);
  if (given.length === 0) return refused(MISSING);
  const known: readonly string[] = CHOICES[id];
  if (!given.every((code) => known.includes(code))) return refused(UNKNOWN);
  if (given.includes(EXCLUSIVE_CHOICE) && given.length > 1)
    return refused({ code: 'none_with_others', field: 'answer' });
  return ok({ kind: 'several_choices', choices: known.filter((code) => given.includes(code)) });
}

function parseTimes(fields: RawFields): Result<AnswerValue, AnswerRefusal> {
  const given = codesOf(fields);
  const neverAtWork = textOf(fields, FIELD.neverAtWork) !== '';
  if (given.length === 0 && !neverAtWork) return refused(MISSING);
  const slots = SLOTS.filter((slot) => given.includes(slot));
  return slots.length === given.length ? ok({ kind: 'times', slots, neverAtWork }) : refused(UNKNOWN);
}

function parseLeftOver(fields: RawFields): Result<AnswerValue, AnswerRefusal> {
  const amountText = textOf(fields, FIELD.amount);
  // an amount without a chosen line is "à peu près" that amount
  const bound = codesOf(fields)[0] ?? (amountText === '' ? undefined : 'about');
  if (bound === undefined) return refused(MISSING);
  if (bound === 'nothing') return ok({ kind: 'left_over', bound });
  if (bound !== 'less_than' && bound !== 'about') return refused(UNKNOWN);
  const amount = parseAmount(amountText);
  if (!amount.ok) return refused({ ...amount.why, field: 'amount' });
  if (amount.value === 0) return ok({ kind: 'left_over', bound: 'nothing' });
  return ok({ kind: 'left_over', bound, amountCents: amount.value });
}

function parseFreeText(fields: RawFields): Result<AnswerValue, AnswerRefusal> {
  const text = textOf(fields, FIELD.answer).replace(/\r\n?/g, '\n').replace(CONTROLS, '');
  if (text === '') return refused(MISSING);
  const { length } = text;
  if (length > LONGEST_TEXT)
    return refused({ code: 'text_too_long', field: 'answer', length, maximum: LONGEST_TEXT });
  return ok({ kind: 'free_text', text });
}

// what cannot be read or stored as text, line breaks and tabs apart
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function parseHouseholdFields(fields: RawFields): Result<AnswerValue, AnswerRefusal> {
  const adults = textOf(fields, FIELD.adults);
  const childAges = textOf(fields, FIELD.childAges);
  return adults === '' && childAges === '' ? refused(MISSING) : parseHousehold(adults, childAges);
}
