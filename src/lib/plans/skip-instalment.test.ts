import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, localDate, sumCents } from '$lib/kernel';
import type { Rhythm } from './rhythm';
import { buildSchedule, type Schedule } from './schedule';
import { jokersLeft, offerSkip, skipInstalment } from './skip-instalment';

const today = localDate('2026-09-15');
const rhythm: Rhythm = { kind: 'monthly', dayOfMonth: 31 };
const scheduleOf = (owed: number, instalment: number, someRhythm: Rhythm = rhythm): Schedule => {
  const result = buildSchedule(
    { kind: 'instalments', instalmentCents: cents(instalment), rhythm: someRhythm },
    cents(owed),
    today
  );
  if (!result.ok) throw new Error(result.why.code);
  return result.value;
};
const schedule = scheduleOf(10400, 3500);
const skip = (dueOn: string, usedOn: string[] = [], on = today, from = schedule) =>
  skipInstalment(from, { dueOn: localDate(dueOn), today: on, rhythm, usedOn: usedOn.map(localDate) });

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
    [['2025-09-15', '2026-03-31', '2026-05-31'], true],
    [['2025-09-16', '2026-03-31', '2026-05-31'], false]
  ])('with jokers used on %j in twelve months', (usedOn, possible) => {
    expect(skip('2026-10-31', usedOn).ok).toBe(possible);
    expect(jokersLeft(usedOn.map(localDate), today) > 0).toBe(possible);
  });

  it('says when a joker comes back', () => {
    expect(skip('2026-10-31', ['2026-05-31', '2026-01-31', '2026-03-31'])).toMatchObject({
      ok: false,
      why: { code: 'no_joker_left', allowed: 3, nextOn: '2027-01-31' }
    });
  });

  it('is told before the gesture: which one, where it goes, and how many are left', () => {
    const offer = (usedOn: string[], on = today) =>
      offerSkip(schedule, { today: on, rhythm, usedOn: usedOn.map(localDate) });
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
      value: { leftAfter: 0, nextOn: '2027-01-31' }
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
        const result = skipInstalment(before, { dueOn, today, rhythm: someRhythm, usedOn: [] });
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
