import type { Cents, LocalDate } from '$lib/kernel';
import type { AgeBand, ChoiceOf, ChoiceQuestionId, Slot } from './choices';
import type { QuestionId } from './question';

/** What was answered, by kind of question. Plain JSON. */
export type AnswerValue =
  | { readonly kind: 'one_choice'; readonly choice: string }
  | { readonly kind: 'several_choices'; readonly choices: readonly string[] }
  | { readonly kind: 'times'; readonly slots: readonly Slot[]; readonly neverAtWork: boolean }
  | HouseholdValue
  | LeftOverValue
  | { readonly kind: 'free_text'; readonly text: string };

/** Who lives together: adults, herself included, and how many children in each band. No name, no exact age. */
export interface HouseholdValue {
  readonly kind: 'household';
  readonly adults: number;
  readonly childrenByBand: Readonly<Partial<Record<AgeBand, number>>>;
}

/** What is left each month once charges are paid: nothing, less than an amount, or about an amount. */
export type LeftOverValue =
  | { readonly kind: 'left_over'; readonly bound: 'nothing' }
  | { readonly kind: 'left_over'; readonly bound: 'less_than' | 'about'; readonly amountCents: Cents };

/** The three ways of not answering. They are kept apart and none ever counts against the person. */
export const SKIPS = ['prefer_not', 'dont_know', 'later'] as const;

/** One way of not answering. */
export type Skip = (typeof SKIPS)[number];

/** What she did with a question, before it is dated. */
export type Reply =
  { readonly disposition: 'answered'; readonly value: AnswerValue } | { readonly disposition: Skip };

/** When a reply was given: the instant (ISO, UTC), which also tells two replies apart, and her own day. */
export interface ReplyTime {
  readonly answeredAt: string;
  readonly answeredOn: LocalDate;
}

/** A reply and its time. */
export type Entry = Reply & ReplyTime;

/** The form of the record below; raised when a stored record must be read differently. */
export const ANSWERS_VERSION = 1;

/** All replies of one person, at most one a question. The order of the entries means nothing. */
export interface Answers {
  readonly version: typeof ANSWERS_VERSION;
  readonly entries: Readonly<Partial<Record<QuestionId, Entry>>>;
}

/** The record of someone who has not begun. */
export function noAnswers(): Answers {
  return { version: ANSWERS_VERSION, entries: {} };
}

/** The codes in a value; none for values that hold no code. */
export function codesIn(value: AnswerValue): readonly string[] {
  if (value.kind === 'one_choice') return [value.choice];
  if (value.kind === 'several_choices') return value.choices;
  return value.kind === 'left_over' ? [value.bound] : [];
}

/** The codes she chose at a question; none when it is unanswered or skipped. */
export function chosen<Q extends ChoiceQuestionId>(answers: Answers, id: Q): readonly ChoiceOf<Q>[] {
  const value = valueOf(answers, id);
  return value === null ? [] : (codesIn(value) as readonly ChoiceOf<Q>[]);
}

/** The value she gave at a question; null when it is unanswered or skipped. */
export function valueOf(answers: Answers, id: QuestionId): AnswerValue | null {
  const entry = answers.entries[id];
  return entry?.disposition === 'answered' ? entry.value : null;
}

/** Whether two replies say the same, whatever their time. Values are built with their fields in one order. */
export function saysTheSame(one: Reply, other: Reply): boolean {
  if (one.disposition !== 'answered' || other.disposition !== 'answered')
    return one.disposition === other.disposition;
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}

/** The record without some questions. */
export function withoutAnswers(answers: Answers, ids: readonly QuestionId[]): Answers {
  if (ids.length === 0) return answers;
  const kept = Object.entries(answers.entries).filter(([id]) => !ids.includes(id as QuestionId));
  return { ...answers, entries: Object.fromEntries(kept) };
}
