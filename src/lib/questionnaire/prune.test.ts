import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRelevant } from './flow';
import { pruneStaleAnswers } from './prune';
import type { QuestionId } from './question';
import { anyAnswers, reordered, someAnswers, type Short } from './testing/builders';

const CASES: readonly [string, Partial<Record<QuestionId, Short>>, readonly QuestionId[]][] = [
  ['nothing when nothing changed', { first_need: 'pay_smaller', left_over: 300 }, []],
  [
    'the hours once she no longer wants calls',
    { channel: 'message', times: { kind: 'times', slots: ['mon_morning'], neverAtWork: false } },
    ['times']
  ],
  [
    'the money answers once the file is accepted',
    { overindebtedness_file: 'receivable', left_over: 300, other_urgent: ['rent'], going_without: 'often' },
    ['left_over', 'other_urgent']
  ],
  [
    'what speaks of her life once she disputes',
    { first_need: 'contest', recent_change: 'health', going_without: 'often', feeling: 'heavy' },
    ['recent_change', 'going_without']
  ],
  [
    'the consent once it is no longer too much',
    { feeling: 'heavy', tell_referent: 'yes' },
    ['tell_referent']
  ],
  [
    'nothing because a helper was declared: a worry told before is kept',
    { channel: ['helper'], money_control: 'worries_me' },
    []
  ]
];

describe('answers that no longer make sense', () => {
  it.each(CASES)('removes %s', (_what, said, removed) => {
    expect([...pruneStaleAnswers(someAnswers(said)).removed].sort()).toEqual([...removed].sort());
  });

  it('goes on until nothing changes: an answer that leaned on a removed one goes too', () => {
    const said = {
      first_need: 'contest',
      rejected_payments: 'five_or_more',
      card_withdrawn: 'yes',
      left_over: 300
    };
    expect(Object.keys(pruneStaleAnswers(someAnswers(said)).answers.entries)).toEqual(['first_need']);
  });

  it('changes nothing the second time, and leaves only answers that belong', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const once = pruneStaleAnswers(answers).answers;
        expect(pruneStaleAnswers(once)).toEqual({ answers: once, removed: [] });
        for (const id of Object.keys(once.entries) as QuestionId[]) expect(isRelevant(once, id)).toBe(true);
      })
    );
  });

  it('does not depend on the order in which answers are written', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(pruneStaleAnswers(reordered(answers)).answers).toEqual(pruneStaleAnswers(answers).answers);
      })
    );
  });
});
