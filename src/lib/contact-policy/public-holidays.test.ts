import { addDays, isoWeekday, localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import { easterSunday, holidayOn, publicHolidays, type HolidayCode } from './public-holidays';
import type { Territory } from './territory';

const dayOf = (year: number, territory: Territory, code: HolidayCode) =>
  publicHolidays(year, territory).find((holiday) => holiday.code === code)?.day;

describe('Easter', () => {
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22']
  ])('of %i is on %s', (year, day) => expect(easterSunday(year)).toBe(day));

  it('is always a Sunday between 22 March and 25 April', () => {
    for (let year = 1900; year <= 2300; year += 1) {
      const easter = easterSunday(year);
      expect(isoWeekday(easter)).toBe(7);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
    }
  });
});

describe('public holidays', () => {
  it.each([
    [2026, '2026-04-06', '2026-05-14', '2026-05-25'],
    [2027, '2027-03-29', '2027-05-06', '2027-05-17'],
    [2028, '2028-04-17', '2028-05-25', '2028-06-05']
  ])('%i: Easter Monday %s, Ascension %s, Whit Monday %s', (year, easter, ascension, whit) => {
    expect(dayOf(year, 'metropole', 'easter_monday')).toBe(easter);
    expect(dayOf(year, 'metropole', 'ascension')).toBe(ascension);
    expect(dayOf(year, 'metropole', 'whit_monday')).toBe(whit);
  });

  it('are eleven in metropolitan France, thirteen in Alsace-Moselle, twelve in Martinique', () => {
    expect(publicHolidays(2027, 'metropole')).toHaveLength(11);
    expect(publicHolidays(2027, 'alsace_moselle')).toHaveLength(13);
    expect(publicHolidays(2027, 'martinique')).toHaveLength(12);
  });

  it('come in calendar order', () => {
    const days = publicHolidays(2027, 'saint_martin').map((holiday) => holiday.day);
    expect(days).toEqual([...days].sort());
  });

  it('in Alsace-Moselle hold Good Friday, sure only in some communes, and 26 December', () => {
    expect(holidayOn(localDate('2027-03-26'), 'alsace_moselle')).toMatchObject({
      code: 'good_friday',
      certainty: 'some_communes'
    });
    expect(holidayOn(localDate('2026-12-26'), 'alsace_moselle')).toMatchObject({ certainty: 'law' });
    expect(holidayOn(localDate('2027-03-26'), 'metropole')).toBeNull();
    expect(holidayOn(localDate('2026-12-26'), 'metropole')).toBeNull();
  });

  it.each([
    ['mayotte', '2027-04-27'],
    ['martinique', '2027-05-22'],
    ['guadeloupe', '2027-05-27'],
    ['guyane', '2027-06-10'],
    ['saint_barthelemy', '2027-10-09'],
    ['reunion', '2027-12-20']
  ] as const)('%s remembers the abolition of slavery on %s, and only there', (territory, day) => {
    expect(holidayOn(localDate(day), territory)).toMatchObject({
      code: 'abolition_of_slavery',
      certainty: 'law'
    });
    expect(holidayOn(localDate(day), 'metropole')).toBeNull();
  });

  it('in Saint-Martin hold both days the sources give, and say they are to check', () => {
    for (const day of ['2027-03-28', '2027-05-27'])
      expect(holidayOn(localDate(day), 'saint_martin')).toMatchObject({ certainty: 'to_check' });
  });

  it('leave an ordinary day alone', () => {
    expect(holidayOn(addDays(localDate('2027-07-14'), 1), 'metropole')).toBeNull();
  });
});
