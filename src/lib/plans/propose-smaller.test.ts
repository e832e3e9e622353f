import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, localDate, sumCents } from '$lib/kernel';
import type { LeftToLive } from '$lib/budget';
import { proposeSmaller, type MissedPlan } from './propose-smaller';
import { heaviestMonth } from './schedule';

const about = (amount: number): LeftToLive => ({
  kind: 'known',
  amountCents: cents(amount),
  precision: 'about'
});
const missed = (changes: Partial<MissedPlan> = {}): MissedPlan => ({
  leftCents: cents(62640),
  instalmentCents: cents(3500),
  rhythm: { kind: 'monthly', dayOfMonth: 5 },
  leftToLive: { kind: 'unknown' },
  floorCents: cents(97754),
  today: localDate('2026-12-10'),
  ...changes
});

describe('after a missed instalment', () => {
  it.each([
    ['half, in steps of 5 €', {}, 1500],
    ['5 € at least', { instalmentCents: cents(900), leftCents: cents(20000) }, 500],
    ['no more than the floor allows', { leftToLive: about(97754 + 1200) }, 1000],
    ['half, when the floor allows more', { leftToLive: about(104200) }, 1500],
    ['more than half when half would last over 84 months', { leftCents: cents(84 * 2000) }, 2000]
  ])('is proposed %s', (_case, changes, instalmentCents) => {
    expect(proposeSmaller(missed(changes))).toMatchObject({
      ok: true,
      value: { terms: { instalmentCents } }
    });
  });

  it.each([
    ['nothing is left above the floor', { leftToLive: about(97754) }],
    ['the plan is already at 5 €', { instalmentCents: cents(500) }],
    ['nothing smaller ends in time', { leftCents: cents(84 * 3500) }],
    ['nothing is owed any more', { leftCents: cents(0) }],
    // 5 € a month leaves 4,99 €, which the last instalment takes with it
    ['its last instalment would rise', { instalmentCents: cents(825), leftCents: cents(15_499) }]
  ])('no smaller plan is invented when %s', (_case, changes) => {
    expect(proposeSmaller(missed(changes))).toMatchObject({ ok: false, why: { code: 'no_smaller_plan' } });
  });

  it('the proposal is always smaller, exact, at or above the floor, and the same when asked again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200_000 }),
        fc.integer({ min: 500, max: 20_000 }),
        fc.integer({ min: 90_000, max: 130_000 }),
        (owed, instalment, left) => {
          const plan = missed({
            leftCents: cents(owed),
            instalmentCents: cents(instalment),
            leftToLive: about(left)
          });
          const result = proposeSmaller(plan);
          expect(proposeSmaller(plan)).toEqual(result);
          if (!result.ok) return;
          const { terms, schedule } = result.value;
          expect(terms.instalmentCents).toBeLessThan(instalment);
          expect(sumCents(schedule.instalments.map((one) => one.amountCents))).toBe(owed);
          expect(left - heaviestMonth(schedule)).toBeGreaterThanOrEqual(plan.floorCents);
        }
      )
    );
  });
});
