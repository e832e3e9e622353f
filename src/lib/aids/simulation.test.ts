import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATE } from './answers';
import type { Household } from './household';
import { inEuros } from './kernel/quantity';
import { readMonth, writtenMonth } from './month';
import { FIRST_MONTH } from './parameters-of-month';
import type { PastYear } from './past-year';
import { bonusResources } from './rules/activity-bonus';
import { rsaResources } from './rules/rsa';
import { Simulator, readAmounts } from './simulation';

const SEPTEMBER_2026 = 2026 * 12 + 8;
const settledAgain = (simulator: Simulator) => {
  simulator.evaluation.forget();
  return readAmounts(simulator.evaluation);
};

const family: fc.Arbitrary<Household> = fc.record({
  adults: fc.array(
    fc.record({
      age: fc.integer({ min: 25, max: 67 }),
      activity: fc.constantFrom('employed' as const, 'inactive' as const),
      net_salary: fc.constantFrom(0, 0, 250, 480, 700, 1100),
      invalidity_pension: fc.constantFrom(0, 0, 300),
      disability_rate: fc.constantFrom(0, 0, 0.8)
    }),
    { minLength: 1, maxLength: 2 }
  ),
  children: fc.array(fc.record({ age: fc.integer({ min: 0, max: 12 }) }), { maxLength: 4 }),
  housing: fc.record({
    status: fc.constantFrom('hlm' as const, 'private_unfurnished' as const),
    zone: fc.constantFrom(1 as const, 2 as const, 3 as const),
    rent: fc.integer({ min: 200, max: 900 })
  })
});

describe('the month that gives itself back', () => {
  it('is the same when everything is computed anew from the state it found', () => {
    const simulator = new Simulator(SEPTEMBER_2026);
    fc.assert(
      fc.property(family, (household) => {
        const found = simulator.amountsOf(household);
        expect(settledAgain(simulator)).toEqual(found);
        expect(simulator.evaluation.answers[STATE.rsa]).toBe(found.rsa > 0 ? 1 : 0);
      }),
      { numRuns: 300 }
    );
  });

  it('counts no pay in housing aid once RSA was received', () => {
    const simulator = new Simulator(SEPTEMBER_2026);
    const at = (net_salary: number) =>
      simulator.amountsOf({
        adults: [{ age: 35, activity: 'employed', net_salary }],
        children: [],
        housing: { status: 'private_unfurnished', zone: 1, rent: 620 }
      });
    expect(at(517)).toMatchObject({ rsa: 56.49, aide_logement: 347.42 });
    expect(at(620).rsa).toBe(0);
    expect(at(620).aide_logement).toBeLessThan(347.42);
  });
});

describe('the twelve months looked back', () => {
  it('are twelve however they are cut', () => {
    const simulator = new Simulator(SEPTEMBER_2026);
    simulator.settle({
      adults: [{ birth: '1990-07', activity: 'inactive' }],
      children: [{ birth: '2020-11' }, { birth: '2026-02' }],
      housing: { status: 'homeless' }
    });
    const past = simulator.evaluation.history as PastYear;
    const lengths = Array.from({ length: past.runs() }, (_, run) => past.monthsOf(run));
    expect(lengths.reduce((sum, months) => sum + months, 0)).toBe(12);
    expect(past.at(0).month).toBe(SEPTEMBER_2026 - 12);
  });
});

describe('the month asked', () => {
  it.each([
    ['2026-09', SEPTEMBER_2026],
    [writtenMonth(FIRST_MONTH), FIRST_MONTH],
    ['2027-12', 2027 * 12 + 11]
  ])('%s is read', (text, month) => expect(readMonth(text)).toEqual({ ok: true, value: month }));

  it.each([
    [writtenMonth(FIRST_MONTH - 1), 'month_not_covered'],
    ['2028-01', 'month_not_covered'],
    ['2026-00', 'month_not_a_month'],
    ['septembre', 'month_not_a_month']
  ])('%s is refused', (text, code) => expect(readMonth(text)).toMatchObject({ ok: false, why: { code } }));
});

describe('resources of the quarter', () => {
  it('count the majoration pour la vie autonome, for RSA and for the prime d’activité', () => {
    const settled = new Simulator(SEPTEMBER_2026).settle({
      adults: [{ age: 40, activity: 'inactive', disability_rate: 0.8 }],
      children: [],
      housing: { status: 'hlm', zone: 2, rent: 400 }
    });
    expect(inEuros(rsaResources(settled))).toBeCloseTo(1041.59 + 104.77, 2);
    expect(inEuros(bonusResources(settled))).toBeCloseTo(1041.59 + 104.77, 2);
  });
});
