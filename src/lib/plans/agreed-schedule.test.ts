import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cents, localDate, sumCents } from '$lib/kernel';
import { agreedSchedule, instalmentsAhead } from './agreed-schedule';
import type { PlanTerms } from './proposal';
import type { Rhythm } from './rhythm';
import { buildSchedule, type Instalment } from './schedule';

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(localDate('2026-01-01'), days));
const rhythm = fc.oneof(
  fc.record({ kind: fc.constantFrom('monthly', 'payday'), dayOfMonth: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ kind: fc.constantFrom('weekly', 'fortnightly'), weekday: fc.integer({ min: 1, max: 7 }) })
) as fc.Arbitrary<Rhythm>;
const restMonths = fc.integer({ min: 1, max: 3 });
const terms: fc.Arbitrary<PlanTerms> = fc.oneof(
  fc.record({ kind: fc.constant('instalments' as const), instalmentCents: fc.constant(cents(3500)), rhythm }),
  fc.record({ kind: fc.constant('rest' as const), restMonths }),
  fc.record({
    kind: fc.constant('rest_then_instalments' as const),
    restMonths,
    instalmentCents: fc.constant(cents(3500)),
    rhythm
  }),
  fc.record({
    kind: fc.constant('symbolic' as const),
    instalmentCents: fc.constant(cents(200)),
    rhythm,
    months: fc.integer({ min: 1, max: 6 })
  })
);

describe('the schedule of an agreement', () => {
  it('read again from what is kept is the one that was agreed, whatever the terms and the day', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 100_000 }), day, (someTerms, owed, agreedOn) => {
        const built = buildSchedule(someTerms, cents(owed), agreedOn);
        if (!built.ok) throw new Error(built.why.code);
        const { instalments } = built.value;
        const read = agreedSchedule(someTerms, { fromOn: agreedOn, totalCents: cents(owed), instalments });
        expect(read).toEqual(built.value);
      })
    );
  });

  it('does not depend on whether its terms would be taken again', () => {
    const instalments = [{ position: 1, dueOn: localDate('2026-12-05'), amountCents: cents(100) }];
    const kept = { fromOn: localDate('2026-11-24'), totalCents: cents(900_000), instalments };
    const tiny = { kind: 'instalments', instalmentCents: cents(100), rhythm: monthly } as const;
    expect(buildSchedule(tiny, cents(900_000), kept.fromOn).ok).toBe(false);
    expect(agreedSchedule(tiny, kept)).toMatchObject({
      owedCents: 900_000,
      laterCents: 899_900,
      instalments
    });
  });
});

const monthly: Rhythm = { kind: 'monthly', dayOfMonth: 5 };

describe('what is still to come', () => {
  const instalments = ['2026-11-05', '2026-12-05', '2027-01-05'].map((dueOn, index): Instalment => {
    return { position: index + 1, dueOn: localDate(dueOn), amountCents: cents(3500) };
  });
  const ahead = (today: string, left: number) =>
    instalmentsAhead({ instalments }, { today: localDate(today), leftCents: cents(left) }).map((one) => [
      one.dueOn,
      one.amountCents
    ]);

  it.each([
    ['all, the day itself included', '2026-11-05', 10_500, 3],
    ['none of what is past', '2026-11-06', 10_500, 2],
    ['nothing once all is paid', '2026-11-05', 0, 0]
  ])('%s', (_case, today, left, count) => expect(ahead(today, left)).toHaveLength(count));

  it.each([
    [
      6999,
      [
        ['2026-12-05', 3500],
        ['2027-01-05', 3499]
      ]
    ],
    [
      3501,
      [
        ['2026-12-05', 3500],
        ['2027-01-05', 1]
      ]
    ],
    [3500, [['2026-12-05', 3500]]],
    [3499, [['2026-12-05', 3499]]]
  ])('never more than the %i cents that are left', (left, expected) =>
    expect(ahead('2026-11-06', left)).toEqual(expected)
  );

  it('is what is left, to the cent, when the plan holds more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (left) => {
        const sum = sumCents(ahead('2026-11-05', left).map(([, amount]) => cents(Number(amount))));
        expect(sum).toBe(Math.min(left, 10_500));
      })
    );
  });
});
