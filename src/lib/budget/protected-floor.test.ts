import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { AGE_BANDS } from '$lib/questionnaire';
import { householdFromAnswer, householdOf } from './household';
import { protectedFloor, rsaTenths } from './protected-floor';

const today = localDate('2026-11-21');
const floorOf = (adults: number, dependents: number, day = today) =>
  protectedFloor({ adults, dependents }, day);

describe('the protected floor', () => {
  it.each([
    ['one person', 1, 0, 65169],
    ['one adult with a child', 1, 1, 97754],
    ['a couple', 2, 0, 97754],
    ['one adult with two children', 1, 2, 117304],
    ['a couple with a child', 2, 1, 117304],
    ['one adult with three children', 1, 3, 143372],
    ['a couple with two children', 2, 2, 136855],
    ['a couple with three children', 2, 3, 162923],
    ['a couple with four children', 2, 4, 188990]
  ])('of %s in November 2026', (_who, adults, dependents, amountCents) => {
    expect(floorOf(adults, dependents)).toMatchObject({ ok: true, value: { amountCents } });
  });

  it.each([
    ['2026-03-31', 64652, true],
    ['2026-04-01', 65169, false],
    ['2027-03-31', 65169, false],
    ['2027-04-01', 65169, true]
  ])('on %s is %d cents for one person', (day, amountCents, mayBeOutdated) => {
    const found = floorOf(1, 0, localDate(day));
    expect(found).toMatchObject({ ok: true, value: { amountCents } });
    if (day >= '2026-04-01') expect(found).toMatchObject({ value: { mayBeOutdated } });
  });

  it('is refused before the first amount we know', () => {
    expect(floorOf(1, 0, localDate('2025-03-31'))).toMatchObject({
      ok: false,
      why: { code: 'no_value_that_day' }
    });
  });

  it('says its source, and that a household of several is our own arithmetic', () => {
    expect(floorOf(1, 0)).toMatchObject({
      value: { certainty: 'certain', source: expect.stringContaining('JO') }
    });
    expect(floorOf(1, 1)).toMatchObject({ value: { certainty: 'likely', basisCents: 65169, tenths: 15 } });
  });

  it('never falls when a person joins the household', () => {
    for (let adults = 1; adults < 5; adults++)
      for (let dependents = 0; dependents < 8; dependents++) {
        const here = rsaTenths({ adults, dependents });
        expect(rsaTenths({ adults: adults + 1, dependents })).toBeGreaterThan(here);
        expect(rsaTenths({ adults, dependents: dependents + 1 })).toBeGreaterThan(here);
      }
  });
});

describe('a household', () => {
  it.each([
    [1, 0],
    [2, 18]
  ])('of %d adults and %d dependents is read', (adults, dependents) => {
    expect(householdOf(adults, dependents)).toEqual({ ok: true, value: { adults, dependents } });
  });

  it.each([
    [0, 2],
    [1, -1],
    [1.5, 0],
    [1, NaN],
    [2, 19]
  ])('of %d adults and %d dependents is refused with its numbers', (adults, dependents) => {
    expect(householdOf(adults, dependents)).toEqual({
      ok: false,
      why: { code: 'household_impossible', adults, dependents }
    });
  });

  it('is read from her answer, children of every age, and is one person when she skipped', () => {
    expect(
      householdFromAnswer({
        kind: 'household',
        adults: 1,
        childrenByBand: { [AGE_BANDS[0]]: 1, [AGE_BANDS[1]]: 2 }
      })
    ).toEqual({ adults: 1, dependents: 3 });
    expect(householdFromAnswer(null)).toEqual({ adults: 1, dependents: 0 });
  });
});
