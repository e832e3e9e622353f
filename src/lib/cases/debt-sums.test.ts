import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '$lib/kernel';
import { claimedCents, remainingCents, totalRemainingCents, type DebtSums } from './debt-sums';

const sums = (principal: number, interest: number, accessories: number, paid: number): DebtSums => ({
  principalCents: cents(principal),
  interestCents: cents(interest),
  accessoriesCents: cents(accessories),
  paidCents: cents(paid)
});
const anySums = fc
  .tuple(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9), fc.nat(1e9))
  .map(([principal, interest, accessories, paid]) => sums(principal, interest, accessories, paid));

describe('debt sums', () => {
  it('adds principal, interest and accessories, then takes off what was paid', () => {
    const debt = sums(84_000, 4_640, 0, 26_000);
    expect(claimedCents(debt)).toBe(88_640);
    expect(remainingCents(debt)).toBe(62_640);
  });

  it.each([
    ['one cent under what is claimed', 9_999, 1],
    ['all that is claimed', 10_000, 0],
    ['one cent more', 10_001, 0]
  ])('when %s was paid, leaves what the table says', (_paid, paid, left) => {
    expect(remainingCents(sums(9_000, 500, 500, paid))).toBe(left);
  });

  it('never lowers one debt by what was overpaid on another', () => {
    expect(totalRemainingCents([sums(100, 0, 0, 500), sums(100, 0, 0, 40)])).toBe(60);
    expect(totalRemainingCents([])).toBe(0);
  });

  it('is never negative, never above the claim, and sums debt by debt in any order', () => {
    fc.assert(
      fc.property(fc.array(anySums, { maxLength: 8 }), (debts) => {
        for (const debt of debts) {
          expect(remainingCents(debt)).toBeGreaterThanOrEqual(0);
          expect(remainingCents(debt)).toBeLessThanOrEqual(claimedCents(debt));
        }
        expect(totalRemainingCents(debts)).toBe(totalRemainingCents([...debts].reverse()));
      })
    );
  });
});
