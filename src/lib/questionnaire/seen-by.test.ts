import { describe, expect, it } from 'vitest';
import type { QuestionId } from './question';
import { answersSeenBy, type Viewer } from './seen-by';
import { someAnswers, type Short } from './testing/builders';

const said = {
  first_need: 'aids',
  exchange_needs: ['large_text'],
  going_without: 'often',
  feeling: 'too_much'
};
const CASES: readonly [Viewer, Partial<Record<QuestionId, Short>>, readonly QuestionId[]][] = [
  ['referent', said, ['first_need', 'exchange_needs', 'going_without']],
  ['team', said, ['first_need', 'exchange_needs']],
  [
    'referent',
    { ...said, tell_referent: 'yes' },
    ['first_need', 'exchange_needs', 'going_without', 'feeling', 'tell_referent']
  ],
  ['referent', { ...said, tell_referent: 'no' }, ['first_need', 'exchange_needs', 'going_without']],
  ['referent', { ...said, tell_referent: 'later' }, ['first_need', 'exchange_needs', 'going_without']],
  ['team', { ...said, tell_referent: 'yes' }, ['first_need', 'exchange_needs']],
  ['referent', { feeling: 'fine' }, []]
];

describe('answers at the desk', () => {
  it.each(CASES)('%s, of %j, sees %j', (viewer, answers, seen) => {
    expect(Object.keys(answersSeenBy(someAnswers(answers), viewer).entries)).toEqual(seen);
  });
});
