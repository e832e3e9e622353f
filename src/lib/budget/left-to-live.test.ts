import { describe, expect, it } from 'vitest';
import { cents } from '$lib/kernel';
import { isMarginNil, leftToLive, leftToLiveFromBudget, roomAboveFloor } from './left-to-live';

const floor = cents(97754);
const about = (amount: number) =>
  leftToLive({ kind: 'left_over', bound: 'about', amountCents: cents(amount) });

describe('left to live', () => {
  it('reads "nothing" as zero', () => {
    expect(leftToLive({ kind: 'left_over', bound: 'nothing' })).toMatchObject({
      kind: 'known',
      amountCents: 0
    });
  });

  it('keeps "less than" as an upper limit, not as a figure', () => {
    expect(leftToLive({ kind: 'left_over', bound: 'less_than', amountCents: cents(10000) })).toEqual({
      kind: 'known',
      amountCents: 10000,
      precision: 'at_most'
    });
  });

  it('stays unknown when nothing was said', () => {
    const left = leftToLive(null);
    expect(left).toEqual({ kind: 'unknown' });
    expect(roomAboveFloor(left, floor)).toBeNull();
    expect(isMarginNil(left, floor)).toBe(false);
  });

  it('is income less charges with a budget, even below zero', () => {
    expect(leftToLiveFromBudget(cents(216500), cents(112300))).toMatchObject({ amountCents: 104200 });
    expect(leftToLiveFromBudget(cents(100000), cents(112300))).toMatchObject({ amountCents: -12300 });
  });

  it.each([
    ['a cent under the floor', 97753, -1, true],
    ['at the floor', 97754, 0, true],
    ['a cent over the floor', 97755, 1, false]
  ])('%s', (_where, amount, room, marginNil) => {
    expect(roomAboveFloor(about(amount), floor)).toBe(room);
    expect(isMarginNil(about(amount), floor)).toBe(marginNil);
  });
});
