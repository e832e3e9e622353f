import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_OUTCOMES, outcomeGroups, type OutcomeCounts } from './claim-outcomes';

const counts = (granted: number, other_amount: number, refused: number, no_answer = 0): OutcomeCounts => ({
  granted,
  other_amount,
  refused,
  no_answer
});

describe('outcomes of claims', () => {
  it('are not shown under ten answers', () => {
    expect(outcomeGroups(counts(9, 0, 0))).toBeNull();
    expect(outcomeGroups(counts(3, 3, 3))).toBeNull();
    expect(outcomeGroups(counts(0, 0, 0))).toBeNull();
  });

  it('are shown together when one of them is of fewer than ten', () => {
    expect(outcomeGroups(counts(10, 0, 0))).toEqual([{ outcomes: [...CLAIM_OUTCOMES], count: 10 }]);
    expect(outcomeGroups(counts(30, 0, 9))).toEqual([{ outcomes: [...CLAIM_OUTCOMES], count: 39 }]);
    expect(outcomeGroups(counts(30, 4, 12, 3))).toEqual([
      { outcomes: ['granted'], count: 30 },
      { outcomes: ['other_amount', 'refused', 'no_answer'], count: 19 }
    ]);
  });

  it('are shown apart from ten on', () => {
    expect(outcomeGroups(counts(30, 10, 11, 12))).toHaveLength(4);
    expect(outcomeGroups(counts(30, 5, 11, 5))).toEqual([
      { outcomes: ['granted'], count: 30 },
      { outcomes: ['refused'], count: 11 },
      { outcomes: ['other_amount', 'no_answer'], count: 10 }
    ]);
  });

  it('never make a group of fewer than ten, and lose nobody', () => {
    const some = fc.nat(40);
    fc.assert(
      fc.property(some, some, some, some, (a, b, c, d) => {
        const groups = outcomeGroups(counts(a, b, c, d));
        if (groups === null) return a + b + c + d < 10;
        const told = groups.flatMap(({ outcomes }) => outcomes);
        return (
          groups.every(({ count }) => count >= 10) &&
          groups.reduce((sum, { count }) => sum + count, 0) === a + b + c + d &&
          new Set(told).size === 4 &&
          told.length === 4
        );
      })
    );
  });
});
