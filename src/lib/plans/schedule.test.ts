import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cents, localDate, sumCents, type Cents, type LocalDate } from '$lib/kernel';
import { SMALLEST_TAIL_CENTS, instalmentAmounts } from './instalment-amounts';
import type { PlanTerms } from './proposal';
import { CHANGE_OF_MIND_DAYS, type Rhythm } from './rhythm';
import {
  MAX_PLAN_MONTHS,
  SYMBOLIC_MONTHLY_CENTS,
  buildSchedule,
  durationMonths,
  heaviestMonth,
  scheduleOnAgreement,
  type Schedule
} from './schedule';

const today = localDate('2026-09-15');
const on5th: Rhythm = { kind: 'monthly', dayOfMonth: 5 };
const monthly = (instalment: number, rhythm: Rhythm = on5th): PlanTerms => ({
  kind: 'instalments',
  instalmentCents: cents(instalment),
  rhythm
});
const built = (terms: PlanTerms, owed: number, day: LocalDate = today): Schedule => {
  const result = buildSchedule(terms, cents(owed), day);
  if (!result.ok) throw new Error(JSON.stringify(result.why));
  return result.value;
};

describe('amounts that clear a debt', () => {
  it.each([
    ['the whole debt is smaller than an instalment', 240, 3500, [240]],
    ['the debt is one instalment', 3500, 3500, [3500]],
    ['instalments fall exactly', 10500, 3500, [3500, 3500, 3500]],
    ['a last instalment of 5 €', 7500, 3500, [3500, 3500, 500]],
    ['a cent under 5 €: the one before lends', 7499, 3500, [3500, 3499, 500]],
    ['one cent left', 7001, 3500, [3500, 3001, 500]],
    ['one full instalment and one cent', 3501, 3500, [3001, 500]],
    ['instalments of 10 € still lend', 2001, 1000, [1000, 501, 500]],
    ['instalments under 10 € take it in', 1998, 999, [999, 999]],
    ['instalments under 10 € with a cent left', 1999, 999, [999, 1000]]
  ])('%s', (_case, owed, instalment, expected) => {
    expect(instalmentAmounts(cents(owed), cents(instalment))).toEqual(expected);
  });

  it('add up exactly, never end under 5 €, and stay at or under the wish from 10 € on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 100, max: 60_000 }),
        (owed, wish) => {
          const amounts = instalmentAmounts(cents(owed), cents(wish));
          expect(sumCents(amounts)).toBe(owed);
          const smallest = Math.min(owed, wish, SMALLEST_TAIL_CENTS);
          expect(Math.min(...amounts)).toBeGreaterThanOrEqual(smallest);
          expect(Math.max(...amounts)).toBeLessThan(wish + (wish >= 1000 ? 1 : SMALLEST_TAIL_CENTS));
        }
      )
    );
  });
});

describe('a schedule', () => {
  it('of 626,40 € at 35 € the 5th after two months of rest is the one of the drawing', () => {
    const schedule = built(
      { kind: 'rest_then_instalments', restMonths: 2, instalmentCents: cents(3500), rhythm: on5th },
      62640
    );
    expect(schedule.instalments).toHaveLength(18);
    expect(schedule.instalments[0]).toEqual({ position: 1, dueOn: '2026-12-05', amountCents: 3500 });
    expect(schedule.instalments.at(-1)).toEqual({ position: 18, dueOn: '2028-05-05', amountCents: 3140 });
    expect(schedule.restMonths).toEqual(['2026-10-01', '2026-11-01']);
    expect(schedule.restUntilOn).toBe('2026-12-04');
    expect(durationMonths(schedule)).toBe(18);
  });

  it('of a rest asks nothing until the end of the last month, and keeps all for later', () => {
    expect(built({ kind: 'rest', restMonths: 2 }, 62640)).toEqual({
      owedCents: 62640,
      instalments: [],
      laterCents: 62640,
      restMonths: ['2026-10-01', '2026-11-01'],
      restUntilOn: '2026-11-30'
    });
  });

  it('of a symbolic plan stops after its months, and keeps the remainder for later', () => {
    const schedule = built(
      { kind: 'symbolic', instalmentCents: cents(500), rhythm: on5th, months: 6 },
      62640
    );
    expect(schedule.instalments).toHaveLength(6);
    expect(schedule.laterCents).toBe(62640 - 3000);
  });

  it('of a symbolic plan ends earlier when all is paid', () => {
    const schedule = built(
      { kind: 'symbolic', instalmentCents: cents(1000), rhythm: on5th, months: 6 },
      2300
    );
    expect(schedule.instalments.map((one) => one.amountCents)).toEqual([1000, 800, 500]);
    expect(schedule.laterCents).toBe(0);
  });

  it.each([
    ['nothing owed', monthly(3500), 0, 'nothing_owed'],
    ['no amount', monthly(0), 62640, 'amount_zero'],
    ['an amount below zero', monthly(-100), 62640, 'amount_zero'],
    ['the 32nd', monthly(3500, { kind: 'payday', dayOfMonth: 32 }), 62640, 'day_of_month_impossible'],
    ['weekday 8', monthly(3500, { kind: 'weekly', weekday: 8 }), 62640, 'weekday_impossible'],
    ['no month of rest', { kind: 'rest', restMonths: 0 } as PlanTerms, 62640, 'rest_missing'],
    ['half a month of rest', { kind: 'rest', restMonths: 1.5 } as PlanTerms, 62640, 'rest_missing'],
    ['four months of rest', { kind: 'rest', restMonths: 4 } as PlanTerms, 62640, 'rest_too_long'],
    [
      'seven symbolic months',
      { kind: 'symbolic', instalmentCents: cents(500), rhythm: on5th, months: 7 } as PlanTerms,
      62640,
      'symbolic_too_long'
    ],
    [
      'a symbolic plan over 10 € a month',
      {
        kind: 'symbolic',
        instalmentCents: cents(SYMBOLIC_MONTHLY_CENTS + 1),
        rhythm: on5th,
        months: 6
      } as PlanTerms,
      62640,
      'symbolic_too_high'
    ]
  ])('is refused with %s', (_case, terms, owed, code) => {
    expect(buildSchedule(terms, cents(owed), today)).toMatchObject({ ok: false, why: { code } });
  });

  it.each([
    ['just under', 83, true],
    ['at', 84, true],
    ['just over', 85, false]
  ])('%s the longest plan: %d months', (_where, months, accepted) => {
    const result = buildSchedule(monthly(2000), cents(2000 * months), today);
    expect(result.ok).toBe(accepted);
    if (!result.ok)
      expect(result.why).toEqual({ code: 'plan_too_long', months: 85, maximumMonths: MAX_PLAN_MONTHS });
  });

  it('of one cent a week is refused at once, without laying out its millions of days', () => {
    expect(
      buildSchedule(monthly(1, { kind: 'weekly', weekday: 1 }), cents(1_000_000_000), today)
    ).toMatchObject({ ok: false, why: { code: 'plan_too_long' } });
  });
});

describe('on the day of the agreement', () => {
  const firstDay = (agreedOn: string, terms: PlanTerms = monthly(3500)) => {
    const days = { proposedOn: today, agreedOn: localDate(agreedOn) };
    const result = scheduleOnAgreement(terms, cents(62640), days);
    if (!result.ok) throw new Error(result.why.code);
    return result.value.instalments[0]?.dueOn ?? result.value.restUntilOn;
  };

  it.each([
    ['2026-09-15', '2026-10-05'],
    ['2026-09-27', '2026-10-05'],
    ['2026-09-28', '2026-11-05']
  ])('%s, what she read for 5 October starts on %s', (agreedOn, first) => {
    expect(firstDay(agreedOn)).toBe(first);
  });

  it.each([
    ['2026-09-30', '2026-10-31'],
    ['2026-10-01', '2026-11-30']
  ])('%s, a month of rest lasts until %s: waiting never shortens it', (agreedOn, until) => {
    expect(firstDay(agreedOn, { kind: 'rest', restMonths: 1 })).toBe(until);
  });
});

describe('any schedule', () => {
  const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('weekly' as const, 'fortnightly' as const),
      weekday: fc.integer({ min: 1, max: 7 })
    }),
    fc.record({
      kind: fc.constantFrom('monthly' as const, 'payday' as const),
      dayOfMonth: fc.integer({ min: 1, max: 31 })
    })
  );
  const instalmentCents = fc.integer({ min: 100, max: 40_000 }).map(cents);
  const terms: fc.Arbitrary<PlanTerms> = fc.oneof(
    fc.record({ kind: fc.constant('instalments' as const), instalmentCents, rhythm }),
    fc.record({ kind: fc.constant('rest' as const), restMonths: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      kind: fc.constant('rest_then_instalments' as const),
      restMonths: fc.integer({ min: 1, max: 3 }),
      instalmentCents,
      rhythm
    }),
    fc.record({
      kind: fc.constant('symbolic' as const),
      instalmentCents: fc.integer({ min: 100, max: 200 }).map(cents),
      rhythm,
      months: fc.integer({ min: 1, max: 6 })
    })
  );
  const owed = fc.integer({ min: 1, max: 500_000 }).map(cents);
  const day = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays(today, offset));
  const each = (check: (schedule: Schedule, terms: PlanTerms, owed: Cents, day: LocalDate) => void) => {
    fc.assert(
      fc.property(terms, owed, day, (someTerms, someOwed, someDay) => {
        const result = buildSchedule(someTerms, someOwed, someDay);
        if (result.ok) check(result.value, someTerms, someOwed, someDay);
        else expect(result.why.code).toBe('plan_too_long');
      }),
      { numRuns: 400 }
    );
  };

  it('adds up to the cent', () =>
    each(({ instalments, laterCents }, _terms, owed) => {
      expect(sumCents(instalments.map((one) => one.amountCents)) + laterCents).toBe(owed);
      expect(instalments.every((one) => one.amountCents > 0)).toBe(true);
      expect(laterCents).toBeGreaterThanOrEqual(0);
    }));

  it('has days that only grow, after the days to change her mind', () =>
    each(({ instalments }, _terms, _owed, day) => {
      const days = instalments.map((one) => one.dueOn);
      expect(days).toEqual([...new Set(days)].sort());
      if (days[0]) expect(days[0] > addDays(day, CHANGE_OF_MIND_DAYS)).toBe(true);
      expect(instalments.map((one) => one.position)).toEqual(days.map((_day, index) => index + 1));
    }));

  it('is the same when built again', () =>
    each((schedule, terms, owed, day) => {
      expect(built(terms, owed, day)).toEqual(schedule);
    }));

  it('never asks more in a month than its heaviest month, nor lasts longer than allowed', () =>
    each((schedule) => {
      expect(durationMonths(schedule)).toBeLessThanOrEqual(MAX_PLAN_MONTHS);
      expect(heaviestMonth(schedule)).toBeGreaterThanOrEqual(schedule.instalments[0]?.amountCents ?? 0);
    }));
});
