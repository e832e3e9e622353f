import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionId } from '../question';
import { anyAnswers, FLOOR, someAnswers, TODAY, type Short } from '../testing/builders';
import { needOf, needRank, needsOf, NEEDS_BY_RANK, type NeedCode } from './need';
import { signalsFrom } from './signals-from';

const context = { today: TODAY, floorCents: FLOOR };
const CASES: readonly [Partial<Record<QuestionId, Short>>, readonly NeedCode[]][] = [
  [{}, []],
  [{ first_need: 'pay_smaller' }, ['smaller_plan']],
  [{ first_need: 'postpone', left_over: 'nothing' }, ['rest']],
  [{ first_need: 'aids', going_without: 'often' }, ['vital_urgency', 'aids']],
  [{ first_need: 'understand', overindebtedness_file: 'receivable' }, ['surendettement', 'understand']],
  [{ money_control: 'worries_me', recent_change: 'separation' }, ['safety', 'pace']],
  [{ feeling: 'too_much', tell_referent: 'yes', first_need: 'contest' }, ['distress', 'contest']],
  [{ feeling: 'too_much', first_need: 'contest' }, ['contest']],
  [{ exchange_needs: ['large_text'], card_withdrawn: 'yes' }, ['bank_fees', 'adaptation']]
];

describe('the need shown at the desk', () => {
  it.each(CASES)('%j: %j', (said, needs) => {
    const answers = someAnswers(said);
    expect(needsOf(signalsFrom(answers, context), answers)).toEqual(needs);
    expect(needOf(signalsFrom(answers, context), answers)).toBe(needs[0] ?? 'none');
  });

  it('has one rank a need, and "none" comes last', () => {
    const ranks = NEEDS_BY_RANK.map(needRank);
    expect(ranks).toEqual([...new Set(ranks)].sort((one, other) => one - other));
    expect(needRank('none')).toBe(100);
  });

  it('never shows distress she did not agree to tell', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const entries = { ...answers.entries };
        delete entries.tell_referent;
        const silent = { ...answers, entries };
        expect(needsOf(signalsFrom(silent, context), silent)).not.toContain('distress');
      })
    );
  });
});
