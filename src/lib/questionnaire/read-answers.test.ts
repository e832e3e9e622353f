import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers, readEntry } from './read-answers';
import { anyAnswers, someAnswers } from './testing/builders';

describe('stored answers', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(readAnswers(JSON.parse(JSON.stringify(answers)))).toEqual({ ok: true, value: answers });
      })
    );
  });

  it.each([
    [null, 'answers_malformed'],
    ['{}', 'answers_malformed'],
    [{ version: 1 }, 'answers_malformed'],
    [{ version: 1, entries: [] }, 'answers_malformed'],
    [{ version: 2, entries: {} }, 'answers_version_unknown'],
    [{ version: 1, entries: { shoe_size: {} } }, 'answer_unreadable']
  ])('%j is refused: %s', (json, code) =>
    expect(readAnswers(json)).toMatchObject({ ok: false, why: { code } })
  );

  const time = { answeredAt: '2026-11-21T10:00:00.000Z', answeredOn: '2026-11-21' };
  it.each([
    ['first_need', { disposition: 'answered', value: { kind: 'one_choice', choice: 'gone' }, ...time }],
    ['first_need', { disposition: 'answered', value: { kind: 'one_choice' }, ...time }],
    ['first_need', { disposition: 'answered', value: { kind: 'free_text', text: 'x' }, ...time }],
    ['first_need', { disposition: 'maybe', ...time }],
    ['first_need', { disposition: 'later', answeredAt: time.answeredAt, answeredOn: '2026-02-30' }],
    [
      'left_over',
      { disposition: 'answered', value: { kind: 'left_over', bound: 'about', amountCents: -1 }, ...time }
    ],
    [
      'left_over',
      { disposition: 'answered', value: { kind: 'left_over', bound: 'about', amountCents: 1.5 }, ...time }
    ],
    [
      'household',
      {
        disposition: 'answered',
        value: { kind: 'household', adults: 1, childrenByBand: { '6-10': 1e9 } },
        ...time
      }
    ],
    ['channel', { disposition: 'answered', value: { kind: 'several_choices', choices: ['none'] }, ...time }]
  ] as const)('%s %j is not an answer any more', (id, stored) => expect(readEntry(id, stored)).toBeNull());

  it('names the answer that cannot be read', () => {
    const answers = { ...someAnswers({ first_need: 'aids' }), entries: { channel: { disposition: 'odd' } } };
    expect(readAnswers(answers)).toMatchObject({ why: { code: 'answer_unreadable', questionId: 'channel' } });
  });
});
