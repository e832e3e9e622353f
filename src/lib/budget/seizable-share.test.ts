import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import { amicableCeiling, seizableShare } from './seizable-share';

const today = localDate('2026-11-21');
const shareOf = (monthly: number, dependents: number) => {
  const found = seizableShare(cents(monthly), dependents, today);
  if (!found.ok) throw new Error(found.why.code);
  return found.value.amountCents;
};

describe('the seizable share of 2026', () => {
  it.each([
    [90000, 0, 8858],
    [90000, 1, 6683],
    [90000, 2, 5683],
    [120000, 0, 15442],
    [120000, 1, 12683],
    [120000, 2, 10508],
    [147793, 0, 22741],
    [147793, 1, 19490],
    [147793, 2, 16590],
    [180000, 0, 33837],
    [180000, 1, 29368],
    [180000, 2, 25260],
    [250000, 0, 92143],
    [250000, 1, 78368],
    [250000, 2, 64593]
  ])('of %d cents with %d dependents is %d', (monthly, dependents, expected) => {
    expect(shareOf(monthly, dependents)).toBe(expected);
  });

  it.each([
    [0, 0],
    [65168, 0],
    [65169, 0],
    [65170, 1],
    [66000, 831]
  ])('always leaves the RSA of one person: %d cents give %d', (monthly, expected) => {
    expect(shareOf(monthly, 0)).toBe(expected);
  });

  it('never falls when pay rises, and never rises with a dependent more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600000 }),
        fc.integer({ min: 0, max: 8 }),
        (monthly, dependents) => {
          expect(shareOf(monthly + 100, dependents)).toBeGreaterThanOrEqual(shareOf(monthly, dependents));
          expect(shareOf(monthly, dependents + 1)).toBeLessThanOrEqual(shareOf(monthly, dependents));
        }
      )
    );
  });

  it('is unknown before 2026 and said to be old from 2027', () => {
    expect(seizableShare(cents(1), 0, localDate('2025-12-31'))).toMatchObject({ ok: false });
    expect(seizableShare(cents(1), 0, localDate('2026-12-31'))).toMatchObject({
      value: { mayBeOutdated: false }
    });
    expect(seizableShare(cents(1), 0, localDate('2027-01-01'))).toMatchObject({
      value: { mayBeOutdated: true }
    });
  });
});

describe('the ceiling of an amicable plan', () => {
  it.each([
    [5000, 8858, 5000],
    [8858, 8858, 8858],
    [9000, 8858, 8858],
    [9000, null, 9000],
    [0, 8858, 0],
    [-4000, 8858, 0]
  ])('with %d above the floor and %j seizable is %d', (room, seizable, expected) => {
    expect(amicableCeiling(cents(room), seizable === null ? null : cents(seizable))).toBe(expected);
  });
});
