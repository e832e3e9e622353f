import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cents, localDate, sumCents } from '$lib/kernel';
import { SAYABLE_DAYS, missInstalment, pastInstalments } from './miss-instalment';
import type { PaidTerms } from './proposal';
import { buildSchedule, type Schedule } from './schedule';

const terms: PaidTerms = {
  kind: 'instalments',
  instalmentCents: cents(3500),
  rhythm: { kind: 'monthly', dayOfMonth: 31 }
};
const scheduleOf = (owed: number): Schedule => {
  const built = buildSchedule(terms, cents(owed), localDate('2027-12-15'));
  if (!built.ok) throw new Error(built.why.code);
  return built.value;
};
const schedule = scheduleOf(10_400);
const miss = (dueOn: string, today: string, from = schedule) =>
  missInstalment(from, { dueOn: localDate(dueOn), today: localDate(today), terms });

describe('an instalment that did not come', () => {
  it('goes to the end, over the end of February of a leap year, and no other changes', () => {
    expect(schedule.instalments.map(({ dueOn }) => dueOn)).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29'
    ]);
    expect(miss('2027-12-31', '2028-01-01')).toMatchObject({
      ok: true,
      value: {
        owedCents: 10_400,
        instalments: [
          { position: 1, dueOn: '2028-01-31', amountCents: 3500 },
          { position: 2, dueOn: '2028-02-29', amountCents: 3400 },
          { position: 3, dueOn: '2028-03-31', amountCents: 3500, movedFromOn: '2027-12-31' }
        ]
      }
    });
  });

  it.each([
    ['the day before', '2027-12-30', 'not_due_yet'],
    ['the day itself, which is not over', '2027-12-31', 'not_due_yet']
  ])('is not known %s', (_case, today, code) =>
    expect(miss('2027-12-31', today)).toMatchObject({ ok: false, why: { code } })
  );

  it('is none on another day, and noted twice says where it went', () => {
    expect(miss('2027-12-30', '2028-01-15')).toMatchObject({ why: { code: 'no_instalment_that_day' } });
    const once = miss('2027-12-31', '2028-01-15');
    if (!once.ok) throw new Error(once.why.code);
    expect(miss('2027-12-31', '2028-01-15', once.value)).toMatchObject({
      why: { code: 'already_moved', movedToOn: '2028-03-31' }
    });
  });

  it('one after the other, as long as nothing comes: nothing rises, nothing is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3500, max: 294_000 }), fc.integer({ min: 1, max: 30 }), (owed, times) => {
        const before = scheduleOf(owed);
        let after = before;
        for (let time = 0; time < times && after.instalments[0]; time += 1) {
          const { dueOn } = after.instalments[0];
          const missed = missInstalment(after, { dueOn, today: addDays(dueOn, 1), terms });
          if (!missed.ok) throw new Error(missed.why.code);
          after = missed.value;
        }
        const sum = sumCents(after.instalments.map((one) => one.amountCents));
        expect(sum + after.laterCents).toBe(owed);
        expect(after.owedCents).toBe(owed);
        const highest = Math.max(...before.instalments.map((one) => one.amountCents));
        for (const { amountCents } of after.instalments) expect(amountCents).toBeLessThanOrEqual(highest);
        const days = after.instalments.map(({ dueOn }) => dueOn);
        expect(days).toEqual([...new Set(days)].sort());
      })
    );
  });
});

describe('the instalments that may have been missed', () => {
  const past = (today: string, withinDays?: number) =>
    pastInstalments(schedule, localDate(today), withinDays).map(({ dueOn }) => dueOn);

  it('are those whose day is over, the newest first', () => {
    expect(past('2027-12-31')).toEqual([]);
    expect(past('2028-02-29')).toEqual(['2028-01-31', '2027-12-31']);
  });

  it.each([
    [SAYABLE_DAYS, ['2028-02-29']],
    [SAYABLE_DAYS + 1, []]
  ])('%i days later, on her page', (days, expected) => {
    const today = addDays(localDate('2028-02-29'), days);
    expect(past(today, SAYABLE_DAYS)).toEqual(expected);
    expect(past(today), 'at the desk all of them').toHaveLength(3);
  });
});
