import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, localDate, sumCents } from '$lib/kernel';
import type { PaidTerms } from './proposal';
import type { Rhythm } from './rhythm';
import { MAX_PLAN_MONTHS, buildSchedule, durationMonths, type Schedule } from './schedule';
import { monthsLeft, offerSkip, skipInstalment } from './skip-instalment';

const today = localDate('2026-09-15');
const rhythm: Rhythm = { kind: 'monthly', dayOfMonth: 31 };
const termsOf = (instalment: number, someRhythm: Rhythm = rhythm): PaidTerms => ({
  kind: 'instalments',
  instalmentCents: cents(instalment),
  rhythm: someRhythm
});
const scheduleOf = (owed: number, instalment: number, someRhythm: Rhythm = rhythm): Schedule => {
  const result = buildSchedule(termsOf(instalment, someRhythm), cents(owed), today);
  if (!result.ok) throw new Error(result.why.code);
  return result.value;
};
const schedule = scheduleOf(10400, 3500);
const skip = (dueOn: string, passedOn: string[] = [], on = today, from = schedule) =>
  skipInstalment(from, {
    dueOn: localDate(dueOn),
    today: on,
    terms: termsOf(3500),
    passedOn: passedOn.map(localDate)
  });

describe('passing a month', () => {
  it('moves the instalment after the last, and touches no other', () => {
    expect(schedule.instalments.map((one) => [one.dueOn, one.amountCents])).toEqual([
      ['2026-09-30', 3500],
      ['2026-10-31', 3500],
      ['2026-11-30', 3400]
    ]);
    expect(skip('2026-10-31')).toMatchObject({
      ok: true,
      value: {
        instalments: [
          { position: 1, dueOn: '2026-09-30', amountCents: 3500 },
          { position: 2, dueOn: '2026-11-30', amountCents: 3400 },
          { position: 3, dueOn: '2026-12-31', amountCents: 3500, movedFromOn: '2026-10-31' }
        ]
      }
    });
  });

  it('twice is refused with the day it was moved to: a repeated tap changes nothing', () => {
    const once = skip('2026-10-31');
    if (!once.ok) throw new Error(once.why.code);
    expect(skip('2026-10-31', [], today, once.value)).toEqual({
      ok: false,
      why: { code: 'already_skipped', dueOn: '2026-10-31', movedToOn: '2026-12-31' }
    });
  });

  it.each([
    ['a day without instalment', '2026-10-30', '2026-09-15', 'no_instalment_that_day'],
    ['a day that is over', '2026-09-30', '2026-10-01', 'instalment_already_past']
  ])('on %s is refused', (_case, dueOn, on, code) => {
    expect(skip(dueOn, [], localDate(on))).toMatchObject({ ok: false, why: { code } });
  });

  it('is possible until the evening of the day itself', () => {
    expect(skip('2026-09-30', [], localDate('2026-09-30')).ok).toBe(true);
  });

  it.each([
    [['2026-01-31', '2026-03-31'], true],
    [['2026-01-31', '2026-03-31', '2026-05-31'], false],
    [['2025-09-30', '2026-03-31', '2026-05-31'], true],
    [['2025-10-01', '2026-03-31', '2026-05-31'], false],
    [['2026-01-02', '2026-01-09', '2026-01-16', '2026-01-23', '2026-03-06'], true]
  ])('with instalments of %j passed', (passedOn, possible) => {
    expect(skip('2026-10-31', passedOn).ok).toBe(possible);
    expect(monthsLeft(passedOn.map(localDate), today) > 0).toBe(possible);
  });

  it('says when a joker comes back', () => {
    expect(skip('2026-10-31', ['2026-05-31', '2026-01-31', '2026-03-31'])).toMatchObject({
      ok: false,
      why: { code: 'no_joker_left', allowed: 3, nextOn: '2027-01-01' }
    });
  });

  it('of a month that has one passed already is always possible, and takes no other month', () => {
    const weekly = termsOf(1000, { kind: 'weekly', weekday: 5 });
    const before = scheduleOf(20_000, 1000, { kind: 'weekly', weekday: 5 });
    const passedOn = ['2026-01-30', '2026-03-27', '2026-10-02'].map(localDate);
    const pass = (dueOn: string) =>
      skipInstalment(before, { dueOn: localDate(dueOn), today, terms: weekly, passedOn });
    for (const dueOn of ['2026-10-09', '2026-10-16', '2026-10-23', '2026-10-30']) {
      expect(pass(dueOn), dueOn).toMatchObject({ ok: true });
    }
    expect(pass('2026-11-06')).toMatchObject({
      ok: false,
      why: { code: 'no_joker_left', nextOn: '2027-01-01' }
    });
  });

  it('is told before the gesture: which one, where it goes, and how many are left', () => {
    const offer = (passedOn: string[], on = today) =>
      offerSkip(schedule, { today: on, terms: termsOf(3500), passedOn: passedOn.map(localDate) });
    expect(offer([])).toEqual({
      ok: true,
      value: {
        dueOn: '2026-09-30',
        amountCents: 3500,
        movesToOn: '2026-12-31',
        leftAfter: 2,
        nextOn: null
      }
    });
    expect(offer(['2026-03-31', '2026-01-31'])).toMatchObject({
      value: { leftAfter: 0, nextOn: '2027-01-01' }
    });
    expect(offer(['2026-01-31', '2026-03-31', '2026-05-31'])).toMatchObject({
      ok: false,
      why: { code: 'no_joker_left' }
    });
    expect(offer([], localDate('2026-12-01')), 'none is ahead').toBeNull();
  });

  it('never raises an instalment, never changes the sum, and keeps the days in order', () => {
    const rhythms = fc.constantFrom<Rhythm>(
      rhythm,
      { kind: 'weekly', weekday: 5 },
      { kind: 'fortnightly', weekday: 1 }
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), rhythms, fc.nat(), (owed, someRhythm, pick) => {
        const before = scheduleOf(owed, 3500, someRhythm);
        const dueOn = before.instalments[pick % before.instalments.length]!.dueOn;
        const result = skipInstalment(before, {
          dueOn,
          today,
          terms: termsOf(3500, someRhythm),
          passedOn: []
        });
        if (!result.ok) throw new Error(result.why.code);
        const after = result.value.instalments;
        expect(sumCents(after.map((one) => one.amountCents))).toBe(owed);
        expect([...after.map((one) => one.amountCents)].sort()).toEqual(
          [...before.instalments.map((one) => one.amountCents)].sort()
        );
        const days = after.map((one) => one.dueOn);
        expect(days).toEqual([...new Set(days)].sort());
        expect(after.map((one) => one.position)).toEqual(days.map((_day, index) => index + 1));
      })
    );
  });
});

describe('a plan at its longest', () => {
  const passFirst = (before: Schedule, terms: PaidTerms) => {
    const { dueOn } = before.instalments[0]!;
    const after = skipInstalment(before, { dueOn, today, terms, passedOn: [] });
    if (!after.ok) throw new Error(after.why.code);
    return after.value;
  };

  it.each([
    [83, 84, 0],
    [84, 83, 3500]
  ])('of %i months: passing one leaves %i instalments and %i cents to talk about', (months, count, later) => {
    const before = scheduleOf(months * 3500, 3500);
    const after = passFirst(before, termsOf(3500));
    const kept = months === 83 ? count - 1 : count;
    expect(after.instalments).toHaveLength(kept);
    expect(after.laterCents).toBe(later);
    expect(after.instalments.map(({ position }) => position)).toEqual(
      Array.from({ length: kept }, (_, index) => index + 1)
    );
    expect(durationMonths(after)).toBeLessThanOrEqual(MAX_PLAN_MONTHS);
  });

  it('says before the gesture that the sum gets no day', () => {
    const before = scheduleOf(84 * 3500, 3500);
    expect(offerSkip(before, { today, terms: termsOf(3500), passedOn: [] })).toMatchObject({
      ok: true,
      value: { dueOn: '2026-09-30', movesToOn: null }
    });
  });

  it('what was passed once for later does not make room for another', () => {
    const once = passFirst(scheduleOf(84 * 3500, 3500), termsOf(3500));
    const twice = passFirst(once, termsOf(3500));
    expect(twice.instalments).toHaveLength(82);
    expect(twice.laterCents).toBe(7000);
  });

  it('is never outgrown by weeks either, whatever is passed, and the sum stays', () => {
    const weekly: Rhythm = { kind: 'weekly', weekday: 5 };
    fc.assert(
      fc.property(fc.integer({ min: 350, max: 362 }), fc.integer({ min: 1, max: 12 }), (weeks, times) => {
        const terms = termsOf(1000, weekly);
        const before = scheduleOf(weeks * 1000, 1000, weekly);
        let after = before;
        for (let time = 0; time < times; time += 1) after = passFirst(after, terms);
        const days = after.instalments.map(({ dueOn }) => dueOn);
        const [first, last] = [before.instalments[0]!.dueOn, days.at(-1)!];
        const months = durationMonths({
          ...after,
          instalments: [before.instalments[0]!, after.instalments.at(-1)!]
        });
        expect(last > first).toBe(true);
        expect(months).toBeLessThanOrEqual(MAX_PLAN_MONTHS);
        expect(days).toEqual([...new Set(days)].sort());
        expect(sumCents(after.instalments.map((one) => one.amountCents)) + after.laterCents).toBe(
          weeks * 1000
        );
      })
    );
  });

  it('a small sum passed joins what is talked about after the six months', () => {
    const terms: PaidTerms = { kind: 'symbolic', instalmentCents: cents(1000), rhythm, months: 6 };
    const built = buildSchedule(terms, cents(90_000), today);
    if (!built.ok) throw new Error(built.why.code);
    const after = passFirst(built.value, terms);
    expect(after.instalments).toHaveLength(5);
    expect(after.instalments.at(-1)?.dueOn).toBe(built.value.instalments.at(-1)?.dueOn);
    expect(after.laterCents).toBe(85_000);
  });
});
