import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINIMUM_COUNT, publishCounts } from './publish-counts';

const counts = (...list: number[]) => list.map((count, key) => ({ key: String(key), count }));

describe('counts that point at nobody', () => {
  it.each([
    [[], { shown: [], others: null, total: null }],
    [[9], { shown: [], others: null, total: null }],
    [[10], { shown: counts(10), others: null, total: 10 }],
    [[5, 5], { shown: [], others: 10, total: 10 }],
    [[10, 0], { shown: [{ key: '0', count: 10 }], others: null, total: 10 }]
  ])('%j', (list, published) => {
    expect(publishCounts(counts(...list))).toEqual(published);
  });

  it('hide the total when it would give away what is hidden', () => {
    expect(publishCounts(counts(30, 4))).toEqual({
      shown: [{ key: '0', count: 30 }],
      others: null,
      total: null
    });
  });

  it('start with the most frequent', () => {
    expect(publishCounts(counts(11, 40, 12)).shown.map(({ count }) => count)).toEqual([40, 12, 11]);
  });

  it('never show a number under ten, nor let one be found by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (list) => {
        const { shown, others, total } = publishCounts(counts(...list));
        const visible = shown.reduce((sum, { count }) => sum + count, 0);
        for (const { count } of shown) expect(count).toBeGreaterThanOrEqual(MINIMUM_COUNT);
        if (others !== null) expect(others).toBeGreaterThanOrEqual(MINIMUM_COUNT);
        if (total === null) return;
        const rest = total - visible;
        expect(rest === 0 || rest >= MINIMUM_COUNT).toBe(true);
      })
    );
  });
});
