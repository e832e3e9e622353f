import { ok, parseIsoDate, refused, type LocalDate, type Result } from '$lib/kernel';

/** Longest text of what people said, in characters: it is read at a glance on a phone. */
export const MAX_SAID_LENGTH = 200;

/** Longest text of what was done, in characters. */
export const MAX_DONE_LENGTH = 400;

/** One line of "Vous l'avez dit, nous l'avons fait", as everybody reads it. */
export interface Outcome {
  /** What people said, in our words: nobody is quoted, nobody can be recognised. */
  readonly said: string;
  /** What was done about it. */
  readonly done: string;
  /** The day it was done. */
  readonly doneOn: LocalDate;
}

/** A field of an outcome, as the form names it. */
export type OutcomeField = keyof Outcome;

/** What is wrong with one field, with the numbers that say so. */
export type OutcomeFault =
  | { readonly field: 'said' | 'done'; readonly code: 'text_missing' }
  | {
      readonly field: 'said' | 'done';
      readonly code: 'text_too_long';
      readonly length: number;
      readonly maximum: number;
    }
  | { readonly field: 'doneOn'; readonly code: 'day_missing' }
  | { readonly field: 'doneOn'; readonly code: 'not_done_yet'; readonly today: LocalDate };

/** Why an outcome is not published: everything wrong with it at once. */
export interface OutcomeRefusal {
  readonly code: 'outcome_not_readable';
  readonly faults: readonly OutcomeFault[];
}

/** Reads what was typed. A thing is published once it is done: a promise is not a result. */
export function readOutcome(
  typed: Readonly<Record<OutcomeField, string>>,
  today: LocalDate
): Result<Outcome, OutcomeRefusal> {
  const said = oneBlock(typed.said);
  const done = oneBlock(typed.done);
  const doneOn = parseIsoDate(typed.doneOn.trim());
  const faults = [
    ...textFaults('said', said, MAX_SAID_LENGTH),
    ...textFaults('done', done, MAX_DONE_LENGTH),
    ...dayFaults(doneOn, today)
  ];
  if (faults.length > 0 || doneOn === null) return refused({ code: 'outcome_not_readable', faults });
  return ok({ said, done, doneOn });
}

function oneBlock(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textFaults(field: 'said' | 'done', text: string, maximum: number): OutcomeFault[] {
  if (text === '') return [{ field, code: 'text_missing' }];
  return text.length > maximum ? [{ field, code: 'text_too_long', length: text.length, maximum }] : [];
}

function dayFaults(day: LocalDate | null, today: LocalDate): OutcomeFault[] {
  if (day === null) return [{ field: 'doneOn', code: 'day_missing' }];
  return day > today ? [{ field: 'doneOn', code: 'not_done_yet', today }] : [];
}
