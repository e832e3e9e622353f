import { describe, expect, it } from 'vitest';
import { cents } from '$lib/kernel';
import { drawMonths, livingOf, type FloorMonth } from './floor-geometry';

const floor = cents(72000);
const today: FloorMonth = {
  label: 'Aujourd’hui',
  incomeCents: cents(167600),
  chargesCents: cents(112300),
  planCents: cents(0)
};
const withAids: FloorMonth = {
  label: 'Avec les aides',
  incomeCents: cents(216500),
  chargesCents: cents(112300),
  planCents: cents(3500)
};

describe('the floor plot', () => {
  it('says the figures of the drawing', () => {
    const [before, after] = drawMonths([today, withAids], floor, 320);
    expect(before).toMatchObject({ livingCents: 55300, missingCents: 16700, plan: null });
    expect(after).toMatchObject({ livingCents: 100700, missingCents: 0, missing: null });
  });

  it('stands the floor at the same place when charges are the same, and the missing part reaches it', () => {
    const [before, after] = drawMonths([today, withAids], floor, 320);
    expect(before?.floorX).toBe(after?.floorX);
    expect(before!.missing!.x + before!.missing!.width).toBeCloseTo(before!.floorX, 0);
  });

  it('keeps the agreement beyond the floor, and everything inside the drawing', () => {
    const [, after] = drawMonths([today, withAids], floor, 320);
    expect(after!.plan!.x).toBeGreaterThan(after!.floorX);
    expect(after!.plan!.x + after!.plan!.width).toBeLessThanOrEqual(320);
  });

  it.each([
    ['a cent under the floor', 184299, 1],
    ['at the floor', 184300, 0],
    ['a cent over', 184301, 0]
  ])('%s', (_where, income, missing) => {
    const month = { ...today, incomeCents: cents(income) };
    expect(drawMonths([month], floor, 320)[0]).toMatchObject({ missingCents: missing });
  });

  it('draws no negative bar when charges are above income, and no division by zero', () => {
    const poor = { ...today, incomeCents: cents(50000) };
    expect(livingOf(poor)).toBe(-62300);
    expect(drawMonths([poor], floor, 320)[0]).toMatchObject({ living: { width: 0 }, missingCents: 134300 });
    const nothing = { ...today, incomeCents: cents(0), chargesCents: cents(0) };
    expect(drawMonths([nothing], cents(0), 320)[0]).toMatchObject({ living: { width: 0 }, missing: null });
  });
});
