import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  dayInZone,
  daysBetween,
  isoWeekday,
  localDate,
  parseIsoDate
} from './local-date';

describe('calendar days', () => {
  it.each(['2025-02-29', '2025-13-01', '2025-00-10', '25-01-01', '2025-1-1', '2025-01-01T00:00'])(
    'refuses %s',
    (text) => expect(parseIsoDate(text)).toBeNull()
  );

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', 24, '2028-01-15']
  ])('%s plus %d months is %s', (from, count, to) => expect(addMonths(localDate(from), count)).toBe(to));

  it('crosses the nights the clock changes without losing a day', () => {
    expect(addDays(localDate('2026-10-24'), 2)).toBe('2026-10-26');
    expect(daysBetween(localDate('2027-03-27'), localDate('2027-03-29'))).toBe(2);
  });

  it.each([
    ['2008-11-21', '2026-11-20', 17],
    ['2008-11-21', '2026-11-21', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18]
  ])('born %s is on %s %d years old', (birth, day, age) => {
    expect(ageOn(localDate(birth), localDate(day))).toBe(age);
  });

  it('knows the weekday', () => expect(isoWeekday(localDate('2026-11-22'))).toBe(7));

  it.each([
    ['2026-11-21T23:30:00Z', 'Europe/Paris', '2026-11-22'],
    ['2026-11-21T23:30:00Z', 'America/Martinique', '2026-11-21'],
    ['2026-11-21T20:30:00Z', 'Indian/Reunion', '2026-11-22']
  ])('%s in %s is %s', (instant, zone, day) => expect(dayInZone(new Date(instant), zone)).toBe(day));
});
