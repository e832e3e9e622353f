/** The way through the questions on a phone without network: the same rules as on the server, run on the phone. */
import type { LocalDate } from '$lib/kernel';
import {
  nextQuestion,
  parseAnswer,
  questionAfter,
  recordAnswer,
  type Answers,
  type FlowContext,
  type QuestionId,
  type RawFields
} from '$lib/questionnaire';
import { refusalWords } from './refusal-words';

/** What a page gives its script: her answers as the server had them, without what she wrote in her own words. */
export interface OfflineStart {
  readonly answers: Answers;
  readonly context: FlowContext;
}

/** Where an answer leads without network. */
export type OfflineStep =
  | { readonly kind: 'refused'; readonly field: string; readonly words: string }
  | { readonly kind: 'next'; readonly answers: Answers; readonly next: QuestionId | null };

/** Takes her answer as the server will, and says where she goes on; `next` null: all questions are passed. */
export function answerOffline(
  { answers, context }: OfflineStart,
  id: QuestionId,
  fields: RawFields,
  time: { readonly answeredAt: string; readonly answeredOn: LocalDate }
): OfflineStep {
  const read = parseAnswer(id, fields);
  if (!read.ok) return { kind: 'refused', field: read.why.field, words: refusalWords(id, read.why) };
  const recorded = recordAnswer(answers, id, read.value, time, context);
  if (!recorded.ok) return { kind: 'next', answers, next: nextQuestion(answers, context) };
  const now = recorded.value.answers;
  return { kind: 'next', answers: now, next: questionAfter(now, id, context) };
}

/** Her answers as a page may carry them: what she wrote in her own words changes nothing on the way, so it stays out. */
export function withoutOwnWords(answers: Answers): Answers {
  const entry = answers.entries.anything_else;
  if (entry?.disposition !== 'answered') return answers;
  const blank = { ...entry, value: { kind: 'free_text', text: '' } as const };
  return { ...answers, entries: { ...answers.entries, anything_else: blank } };
}
