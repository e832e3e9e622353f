import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '$lib/kernel';
import { noAnswers, type Answers, type Reply } from './answers';
import type { QuestionId } from './question';
import { recordAnswer } from './record-answer';
import { anEntry, someAnswers, TODAY, type Short } from './testing/builders';

const on = (day: LocalDate, hour = '12') => ({ answeredAt: `${day}T${hour}:00:00.000Z`, answeredOn: day });
const record = (answers: Answers, id: QuestionId, short: Short, time = on(TODAY)) =>
  recordAnswer(answers, id, anEntry(id, short) as Reply, time);

describe('writing a reply', () => {
  it('keeps it with its time, and nothing else of what it was given', () => {
    const result = record(noAnswers(), 'first_need', 'aids');
    expect(result).toEqual({
      ok: true,
      value: {
        answers: {
          version: 1,
          entries: {
            first_need: {
              disposition: 'answered',
              value: { kind: 'one_choice', choice: 'aids' },
              answeredAt: '2026-11-21T12:00:00.000Z',
              answeredOn: '2026-11-21'
            }
          }
        },
        removed: []
      }
    });
  });

  it('prunes what it makes stale and says so', () => {
    const before = someAnswers({ first_need: 'pay_smaller', left_over: 300 });
    expect(record(before, 'first_need', 'contest')).toMatchObject({ value: { removed: ['left_over'] } });
  });

  it('refuses a question that is not on her way', () => {
    expect(record(noAnswers(), 'times', 'later')).toMatchObject({
      ok: false,
      why: { code: 'question_not_reachable', questionId: 'times' }
    });
    const helped = recordAnswer(noAnswers(), 'money_control', { disposition: 'later' }, on(TODAY), {
      helperPresent: true
    });
    expect(helped.ok).toBe(false);
  });

  it('keeps the first date of the same reply while its signal holds', () => {
    const before = someAnswers({ feeling: 'too_much' });
    expect(record(before, 'feeling', 'too_much', on(addDays(TODAY, 7)))).toMatchObject({
      value: { answers: before }
    });
    const after = record(before, 'feeling', 'too_much', on(addDays(TODAY, 8)));
    expect(after).toMatchObject({
      value: { answers: { entries: { feeling: { answeredOn: '2026-11-29' } } } }
    });
  });

  it('does not carry a consent over to another day of distress', () => {
    const before = someAnswers({ feeling: 'too_much', tell_referent: 'yes' });
    const again = record(before, 'feeling', 'too_much', on(addDays(TODAY, 8)));
    expect(again.ok && Object.keys(again.value.answers.entries)).toEqual(['feeling']);
    expect(record(before, 'feeling', 'too_much')).toMatchObject({ value: { answers: before } });
  });

  it('tells a skip from another', () => {
    const before = someAnswers({ feeling: 'later' });
    expect(record(before, 'feeling', 'prefer_not')).toMatchObject({
      value: { answers: { entries: { feeling: { disposition: 'prefer_not' } } } }
    });
  });
});
