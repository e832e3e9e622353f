/** Builders for tests: replies written in one line, and arbitrary records for properties. */
import fc from 'fast-check';
import { cents, localDate, type LocalDate } from '$lib/kernel';
import { noAnswers, SKIPS, type Answers, type AnswerValue, type Entry, type Skip } from '../answers';
import { AGE_BANDS, CHOICES, SLOTS, type ChoiceQuestionId } from '../choices';
import { QUESTION_IDS, type QuestionId } from '../question';
import { QUESTIONS } from '../questions';

/** The day most tests happen on. */
export const TODAY = localDate('2026-11-21');

/** The floor most tests use: 720 €. */
export const FLOOR = cents(72_000);

/** What a test may write for an answer: a skip, a code, several codes, an amount about in euros, or a value. */
export type Short = Skip | string | readonly string[] | number | AnswerValue;

/** An entry from its short form. */
export function anEntry(id: QuestionId, short: Short, answeredOn: LocalDate = TODAY): Entry {
  const time = { answeredAt: `${answeredOn}T10:00:00.000Z`, answeredOn };
  if ((SKIPS as readonly unknown[]).includes(short)) return { disposition: short as Skip, ...time };
  return { disposition: 'answered', value: valueFrom(id, short), ...time };
}

function valueFrom(id: QuestionId, short: Short): AnswerValue {
  if (typeof short === 'number')
    return { kind: 'left_over', bound: 'about', amountCents: cents(short * 100) };
  if (typeof short === 'string') {
    if (QUESTIONS[id].kind === 'left_over') return { kind: 'left_over', bound: 'nothing' };
    if (QUESTIONS[id].kind === 'free_text') return { kind: 'free_text', text: short };
    return QUESTIONS[id].kind === 'one_choice'
      ? { kind: 'one_choice', choice: short }
      : { kind: 'several_choices', choices: [short] };
  }
  return Array.isArray(short) ? { kind: 'several_choices', choices: short } : (short as AnswerValue);
}

/** A record from short forms, all answered on one day. */
export function someAnswers(
  shorts: Readonly<Partial<Record<QuestionId, Short>>>,
  answeredOn: LocalDate = TODAY
): Answers {
  const entries = Object.entries(shorts).map(([id, short]) => [
    id,
    anEntry(id as QuestionId, short, answeredOn)
  ]);
  return { ...noAnswers(), entries: Object.fromEntries(entries) };
}

const anyCents = fc.integer({ min: 1, max: 500_000 }).map(cents);

/** Any value the question accepts. */
export function anyValue(id: QuestionId): fc.Arbitrary<AnswerValue> {
  switch (QUESTIONS[id].kind) {
    case 'one_choice':
      return fc
        .constantFrom(...CHOICES[id as ChoiceQuestionId])
        .map((choice) => ({ kind: 'one_choice', choice }));
    case 'several_choices': {
      const codes: readonly string[] = CHOICES[id as ChoiceQuestionId];
      const others = codes.filter((code) => code !== 'none');
      return fc.oneof(
        fc
          .subarray(others, { minLength: 1 })
          .map((choices) => ({ kind: 'several_choices' as const, choices })),
        fc
          .constantFrom(codes.at(-1) ?? '')
          .map((code) => ({ kind: 'several_choices' as const, choices: [code] }))
      );
    }
    case 'times':
      return fc
        .tuple(fc.subarray([...SLOTS], { minLength: 1 }), fc.boolean())
        .map(([slots, neverAtWork]) => ({ kind: 'times', slots, neverAtWork }));
    case 'left_over':
      return fc.oneof(
        fc.constant({ kind: 'left_over' as const, bound: 'nothing' as const }),
        fc
          .tuple(fc.constantFrom('less_than' as const, 'about' as const), anyCents)
          .map(([bound, amountCents]) => ({ kind: 'left_over' as const, bound, amountCents }))
      );
    case 'household':
      return fc
        .tuple(fc.integer({ min: 1, max: 20 }), fc.array(fc.constantFrom(...AGE_BANDS), { maxLength: 20 }))
        .map(([adults, bands]) => ({
          kind: 'household',
          adults,
          childrenByBand: Object.fromEntries(
            AGE_BANDS.filter((band) => bands.includes(band)).map((band) => [
              band,
              bands.filter((one) => one === band).length
            ])
          )
        }));
    case 'free_text':
      return fc
        .string({ minLength: 1, maxLength: 200 })
        .map((text) => ({ kind: 'free_text', text: `t${text}t` }));
  }
}

const anyDay = fc
  .integer({ min: 0, max: 400 })
  .map((back) => localDate(new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10)));

/** Any reply to the question, on any day of the last year. */
export function anyEntry(id: QuestionId): fc.Arbitrary<Entry> {
  const short: fc.Arbitrary<Short> = fc.oneof(
    { weight: 3, arbitrary: anyValue(id) },
    fc.constantFrom<Short>(...SKIPS)
  );
  return fc.tuple(short, anyDay).map(([one, day]) => anEntry(id, one, day));
}

/** Any record, also ones no walk through the pages could give. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(...QUESTION_IDS.map((id) => fc.option(anyEntry(id), { nil: null, freq: 4 })))
  .map((entries) => ({
    ...noAnswers(),
    entries: Object.fromEntries(
      QUESTION_IDS.map((id, index) => [id, entries[index] ?? null] as const).filter(
        ([, entry]) => entry !== null
      )
    )
  }));

/** The same record with its entries written in another order. */
export function reordered(answers: Answers): Answers {
  return { ...answers, entries: Object.fromEntries(Object.entries(answers.entries).reverse()) };
}
