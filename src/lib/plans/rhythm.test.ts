import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, isoWeekday, localDate, parseIsoDate, partsOf } from '$lib/kernel';
import { CHANGE_OF_MIND_DAYS, checkRhythm, dueAfter, firstDueOn, monthsBetween, type Rhythm } from './rhythm';

const monthly = (dayOfMonth: number): Rhythm => ({ kind: 'monthly', dayOfMonth });

describe('the first day due', () => {
  it.each([
    ['2026-09-15', 5, 0, '2026-10-05'],
    ['2026-09-15', 5, 1, '2026-11-05'],
    ['2026-09-15', 5, 2, '2026-12-05'],
    ['2026-09-15', 5, 3, '2027-01-05'],
    ['2026-09-15', 22, 0, '2026-10-22'],
    ['2026-09-15', 23, 0, '2026-09-23'],
    ['2026-09-15', 24, 0, '2026-09-24'],
    ['2027-01-20', 31, 0, '2027-01-31'],
    ['2027-01-24', 31, 0, '2027-02-28'],
    ['2027-01-20', 31, 1, '2027-02-28'],
    ['2028-01-24', 30, 0, '2028-02-29'],
    ['2026-12-28', 5, 0, '2027-01-05']
  ])('proposed on %s for the %d, %d months of rest: %s', (today, day, rest, first) => {
    expect(firstDueOn(monthly(day), rest, localDate(today))).toBe(first);
  });

  it.each([
    ['2026-11-21', 1, 0, '2026-11-30'],
    ['2026-11-21', 7, 0, '2026-11-29'],
    ['2026-11-22', 1, 0, '2026-11-30'],
    ['2026-11-23', 1, 0, '2026-12-07'],
    ['2026-11-21', 1, 1, '2027-01-04']
  ])('proposed on %s for weekday %d, %d months of rest: %s', (today, weekday, rest, first) => {
    expect(firstDueOn({ kind: 'weekly', weekday }, rest, localDate(today))).toBe(first);
  });

  const anyDay = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays(localDate('2026-01-01'), offset));

  it('is never inside the days to change her mind, and rest only pushes it back', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 0, max: 2 }),
        (today, day, rest) => {
          const first = firstDueOn(monthly(day), rest, today);
          expect(first > addDays(today, CHANGE_OF_MIND_DAYS)).toBe(true);
          expect(firstDueOn(monthly(day), rest + 1, today) > first).toBe(true);
        }
      )
    );
  });

  it('falls on the weekday she chose', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 3 }),
        (today, weekday, rest) => {
          const first = firstDueOn({ kind: 'fortnightly', weekday }, rest, today);
          expect(isoWeekday(first)).toBe(weekday);
          expect(first >= addMonths(addDays(today, CHANGE_OF_MIND_DAYS + 1), rest)).toBe(true);
        }
      )
    );
  });
});

describe('the days that follow', () => {
  it('come back to the 31st after a short month', () => {
    const first = localDate('2027-01-31');
    expect([1, 2, 3, 13].map((count) => dueAfter(monthly(31), first, count))).toEqual([
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2028-02-29'
    ]);
    expect(dueAfter(monthly(31), localDate('2027-02-28'), 1)).toBe('2027-03-31');
  });

  it('exist, and come one month after another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 90 }), (day, count) => {
        const before = dueAfter(monthly(day), localDate('2026-12-01'), count - 1);
        const due = dueAfter(monthly(day), localDate('2026-12-01'), count);
        expect(parseIsoDate(due)).toBe(due);
        expect(monthsBetween(before, due)).toBe(1);
        expect(partsOf(due).day).toBeLessThanOrEqual(day);
      })
    );
  });
});

describe('a rhythm', () => {
  it.each([
    [monthly(0), 'day_of_month_impossible'],
    [monthly(32), 'day_of_month_impossible'],
    [monthly(1.5), 'day_of_month_impossible'],
    [{ kind: 'weekly', weekday: 0 } as Rhythm, 'weekday_impossible'],
    [{ kind: 'fortnightly', weekday: 8 } as Rhythm, 'weekday_impossible']
  ])('%j is refused', (rhythm, code) => {
    expect(checkRhythm(rhythm)).toMatchObject({ ok: false, why: { code } });
  });

  it.each([monthly(1), monthly(31), { kind: 'weekly', weekday: 7 } as Rhythm])('%j is read', (rhythm) => {
    expect(checkRhythm(rhythm)).toEqual({ ok: true, value: rhythm });
  });
});
