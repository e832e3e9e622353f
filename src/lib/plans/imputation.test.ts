import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, sumCents } from '$lib/kernel';
import { imputePayment, sharedCents, type DebtLeft } from './imputation';

const debts: DebtLeft[] = [
  { debtId: 'a', principalCents: cents(5000), interestCents: cents(200) },
  { debtId: 'b', principalCents: cents(3000), interestCents: cents(0) }
];

describe('a payment', () => {
  it.each([
    ['under the interest', 150, [['a', 0, 150]], 0],
    ['at the interest', 200, [['a', 0, 200]], 0],
    ['over the interest', 1200, [['a', 1000, 200]], 0],
    ['the whole of the first', 5200, [['a', 5000, 200]], 0],
    [
      'a cent more',
      5201,
      [
        ['a', 5000, 200],
        ['b', 1, 0]
      ],
      0
    ],
    [
      'everything',
      8200,
      [
        ['a', 5000, 200],
        ['b', 3000, 0]
      ],
      0
    ],
    [
      'more than everything',
      9000,
      [
        ['a', 5000, 200],
        ['b', 3000, 0]
      ],
      800
    ],
    ['nothing', 0, [], 0]
  ])('of %s goes to interest first, then to the next debt she chose', (_case, amount, shares, overpaid) => {
    expect(imputePayment(cents(amount), debts, false)).toEqual({
      shares: shares.map(([debtId, principalCents, interestCents]) => ({
        debtId,
        principalCents,
        interestCents
      })),
      overpaidCents: overpaid
    });
  });

  it('goes to principal first when the creditor agreed', () => {
    expect(imputePayment(cents(5100), debts, true).shares).toEqual([
      { debtId: 'a', principalCents: 5000, interestCents: 100 }
    ]);
  });

  it('follows her order, not ours', () => {
    expect(imputePayment(cents(3000), [...debts].reverse(), false).shares).toEqual([
      { debtId: 'b', principalCents: 3000, interestCents: 0 }
    ]);
  });

  it('is never lost nor doubled', () => {
    const debt = fc.record({
      debtId: fc.uuid(),
      principalCents: fc.integer({ min: 0, max: 100_000 }).map(cents),
      interestCents: fc.integer({ min: 0, max: 10_000 }).map(cents)
    });
    fc.assert(
      fc.property(
        fc.array(debt, { maxLength: 5 }),
        fc.integer({ min: 0, max: 300_000 }),
        fc.boolean(),
        (some, amount, principalFirst) => {
          const { shares, overpaidCents } = imputePayment(cents(amount), some, principalFirst);
          expect(sumCents(shares.map(sharedCents)) + overpaidCents).toBe(amount);
          const owed = sumCents(some.flatMap((one) => [one.principalCents, one.interestCents]));
          expect(overpaidCents).toBe(Math.max(0, amount - owed));
        }
      )
    );
  });
});
