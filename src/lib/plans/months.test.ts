import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import type { LeftToLive } from '$lib/budget';
import { highestInstalment, monthsOf } from './months';
import type { Rhythm } from './rhythm';
import { buildSchedule, heaviestMonth } from './schedule';

const today = localDate('2026-09-15');
const on5th: Rhythm = { kind: 'monthly', dayOfMonth: 5 };
const floor = cents(72000);
const about = (amount: number): LeftToLive => ({
  kind: 'known',
  amountCents: cents(amount),
  precision: 'about'
});
const scheduleOf = (instalment: number, rhythm: Rhythm = on5th, owed = 62640) => {
  const result = buildSchedule(
    { kind: 'instalments', instalmentCents: cents(instalment), rhythm },
    cents(owed),
    today
  );
  if (!result.ok) throw new Error(result.why.code);
  return result.value;
};

describe('an ordinary and a difficult month', () => {
  it('are those of the drawing: 35 € out of 1 042 €, floor 720 €', () => {
    expect(monthsOf(scheduleOf(3500), about(104200), floor)).toMatchObject({
      ordinary: { beforeCents: 104200, paidCents: 3500, leftCents: 100700, aboveFloorCents: 28700 },
      difficult: { beforeCents: 84200, paidCents: 1000, leftCents: 83200 }
    });
  });

  it.each([
    ['the small sum would leave a cent under the floor', 92999, 0],
    ['the small sum leaves exactly the floor', 93000, 1000]
  ])('when %s', (_case, left, paid) => {
    expect(monthsOf(scheduleOf(3500), about(left), floor)?.difficult.paidCents).toBe(paid);
  });

  it('say what is missing rather than hide it', () => {
    expect(monthsOf(scheduleOf(3500), about(10000), floor)?.difficult).toMatchObject({
      beforeCents: -10000,
      paidCents: 0,
      aboveFloorCents: -82000
    });
  });

  it('count five Fridays', () => {
    expect(monthsOf(scheduleOf(1000, { kind: 'weekly', weekday: 5 }), about(104200), floor)).toMatchObject({
      ordinary: { paidCents: 5000 }
    });
  });

  it('are not invented when what is left is unknown', () => {
    expect(monthsOf(scheduleOf(3500), { kind: 'unknown' }, floor)).toBeNull();
  });
});

describe('the highest instalment', () => {
  it.each([
    ['32 € above the floor, monthly', 75200, on5th, 3200],
    ['10 € above the floor', 73000, on5th, 1000],
    ['a cent under 10 € above: the last one may be larger', 72999, on5th, 500],
    ['4,99 € above the floor', 72499, on5th, 0],
    ['at the floor', 72000, on5th, 0],
    ['under the floor', 71999, on5th, 0],
    ['100 € above, weekly: five a month', 82000, { kind: 'weekly', weekday: 1 } as Rhythm, 2000],
    ['100 € above, fortnightly: three a month', 82000, { kind: 'fortnightly', weekday: 1 } as Rhythm, 3333]
  ])('with %s', (_case, left, rhythm, expected) => {
    expect(highestInstalment(about(left), floor, rhythm)).toBe(expected);
  });

  it('is unknown when what is left is', () => {
    expect(highestInstalment({ kind: 'unknown' }, floor, on5th)).toBeNull();
  });

  it('leaves the floor whole in every month of the plan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.constantFrom<Rhythm>(on5th, { kind: 'weekly', weekday: 3 }, { kind: 'fortnightly', weekday: 3 }),
        fc.integer({ min: 1, max: 300_000 }),
        (room, rhythm, owed) => {
          const left = about(72000 + room);
          const highest = highestInstalment(left, floor, rhythm);
          if (!highest) return;
          const terms = { kind: 'instalments' as const, instalmentCents: highest, rhythm };
          const result = buildSchedule(terms, cents(owed), today);
          if (result.ok) expect(heaviestMonth(result.value)).toBeLessThanOrEqual(room);
        }
      ),
      { numRuns: 500 }
    );
  });
});
