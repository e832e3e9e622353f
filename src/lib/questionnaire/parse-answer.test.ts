import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawFieldsFrom, rawFieldsOf } from './fields';
import { LONGEST_TEXT, parseAnswer } from './parse-answer';
import { QUESTION_IDS, type QuestionId } from './question';
import { SKIPS } from './answers';
import { anEntry, anyEntry } from './testing/builders';

type Sent = Record<string, string | string[]>;
const sent = (fields: Sent) =>
  rawFieldsFrom(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
  );
const read = (id: QuestionId, fields: Sent) => parseAnswer(id, sent(fields));
const answered = (value: object) => ({ ok: true, value: { disposition: 'answered', value } });

describe('what a page sends', () => {
  it.each<[QuestionId, Sent, object]>([
    ['first_need', { answer: 'contest' }, { kind: 'one_choice', choice: 'contest' }],
    [
      'channel',
      { answer: ['phone', 'message', 'phone'] },
      { kind: 'several_choices', choices: ['message', 'phone'] }
    ],
    ['exchange_needs', { answer: ['none'] }, { kind: 'several_choices', choices: ['none'] }],
    ['left_over', { answer: 'nothing' }, { kind: 'left_over', bound: 'nothing' }],
    ['left_over', { answer: 'nothing', amount: '300' }, { kind: 'left_over', bound: 'nothing' }],
    [
      'left_over',
      { answer: 'about', amount: 'à peu près 1 200,50 €' },
      { kind: 'left_over', bound: 'about', amountCents: 120_050 }
    ],
    ['left_over', { amount: '300' }, { kind: 'left_over', bound: 'about', amountCents: 30_000 }],
    [
      'left_over',
      { answer: 'less_than', amount: '50' },
      { kind: 'left_over', bound: 'less_than', amountCents: 5_000 }
    ],
    ['left_over', { answer: 'about', amount: '0' }, { kind: 'left_over', bound: 'nothing' }],
    [
      'times',
      { answer: ['sat_morning', 'mon_morning'], neverAtWork: 'yes' },
      { kind: 'times', slots: ['mon_morning', 'sat_morning'], neverAtWork: true }
    ],
    ['times', { neverAtWork: 'yes' }, { kind: 'times', slots: [], neverAtWork: true }],
    [
      'anything_else',
      { answer: '  bonjour\r\nà tous\u0000 ' },
      { kind: 'free_text', text: 'bonjour\nà tous' }
    ],
    ['anything_else', { answer: 'later' }, { kind: 'free_text', text: 'later' }]
  ])('%s %j is understood', (id, fields, value) => expect(read(id, fields)).toEqual(answered(value)));

  it.each<[QuestionId, Sent, string, string]>([
    ['first_need', {}, 'answer_missing', 'answer'],
    ['first_need', { answer: '' }, 'answer_missing', 'answer'],
    ['first_need', { answer: 'rich' }, 'choice_unknown', 'answer'],
    ['first_need', { answer: ['aids', 'contest'] }, 'choice_unknown', 'answer'],
    ['channel', {}, 'answer_missing', 'answer'],
    ['channel', { answer: ['message', 'pigeon'] }, 'choice_unknown', 'answer'],
    ['other_urgent', { answer: ['none', 'rent'] }, 'none_with_others', 'answer'],
    ['times', {}, 'answer_missing', 'answer'],
    ['times', { answer: 'sat_evening' }, 'choice_unknown', 'answer'],
    ['times', { answer: 'sun_morning' }, 'choice_unknown', 'answer'],
    ['left_over', {}, 'answer_missing', 'answer'],
    ['left_over', { answer: 'much', amount: '5' }, 'choice_unknown', 'answer'],
    ['left_over', { answer: 'about' }, 'amount_missing', 'amount'],
    ['left_over', { answer: 'about', amount: 'douze' }, 'amount_not_a_number', 'amount'],
    ['left_over', { answer: 'less_than', amount: '-5' }, 'amount_negative', 'amount'],
    ['left_over', { answer: 'about', amount: '10 000 000,01' }, 'amount_too_large', 'amount'],
    ['household', {}, 'answer_missing', 'answer'],
    ['household', { childAges: '6' }, 'adults_missing', 'adults'],
    ['anything_else', { answer: ' \n ' }, 'answer_missing', 'answer']
  ])('%s %j is refused: %s at %s', (id, fields, code, field) => {
    expect(read(id, fields)).toMatchObject({ ok: false, why: { code, field } });
  });

  it('keeps a text to its limit, under, at and over', () => {
    expect(read('anything_else', { answer: 'a'.repeat(LONGEST_TEXT - 1) }).ok).toBe(true);
    expect(read('anything_else', { answer: 'a'.repeat(LONGEST_TEXT) }).ok).toBe(true);
    expect(read('anything_else', { answer: 'a'.repeat(LONGEST_TEXT + 1) })).toMatchObject({
      ok: false,
      why: { code: 'text_too_long', length: LONGEST_TEXT + 1, maximum: LONGEST_TEXT }
    });
  });

  it('leaves files and inherited names aside', () => {
    expect(read('first_need', { toString: 'x', __proto__: 'y' } as Sent)).toMatchObject({ ok: false });
    expect(rawFieldsFrom([['answer', new Blob(['x'])]])).toEqual({});
  });
});

describe('not answering', () => {
  it.each(QUESTION_IDS)('%s takes each of the three ways, kept apart', (id) => {
    for (const skip of SKIPS) expect(read(id, { skip })).toEqual({ ok: true, value: { disposition: skip } });
  });

  it('may be one of the choices themselves', () => {
    expect(read('feeling', { answer: 'prefer_not' })).toEqual({
      ok: true,
      value: { disposition: 'prefer_not' }
    });
    expect(read('left_over', { answer: 'dont_know', amount: '' }).ok).toBe(true);
  });

  it.each<[QuestionId, Sent]>([
    ['channel', { answer: 'message', skip: 'later' }],
    ['household', { adults: '2', skip: 'later' }],
    ['household', { adults: 'deux', skip: 'later' }],
    ['left_over', { answer: 'later', amount: '300' }],
    ['anything_else', { answer: 'bonjour', skip: 'later' }]
  ])('%s %j at once with an answer is not decided for her', (id, fields) => {
    expect(read(id, fields)).toMatchObject({ ok: false, why: { code: 'answer_and_skip', skip: 'later' } });
  });
});

describe('a stored answer', () => {
  it.each(QUESTION_IDS)('%s shown on its page and sent again says the same', (id) => {
    fc.assert(
      fc.property(anyEntry(id), (entry) => {
        const read = parseAnswer(id, rawFieldsOf(entry));
        const { disposition } = entry;
        const same = disposition === 'answered' ? { disposition, value: entry.value } : { disposition };
        expect(read).toEqual({ ok: true, value: same });
      }),
      { numRuns: 50 }
    );
  });

  it('shows an amount as people write it', () => {
    const fields = (cents: number) =>
      rawFieldsOf(anEntry('left_over', { kind: 'left_over', bound: 'about', amountCents: cents as never }))
        .amount;
    expect([fields(30_000), fields(30_005), fields(50)]).toEqual([['300'], ['300,05'], ['0,50']]);
    expect(rawFieldsOf(undefined)).toEqual({});
  });
});
