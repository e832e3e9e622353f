import { localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import {
  dayAndMonth,
  fullDate,
  hour,
  hourOf,
  longDay,
  longInstant,
  monthAndYear,
  monthName,
  nearDay,
  shortDay,
  shortInstant,
  weekdayAndNumber
} from './days';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const day = localDate('2026-09-14');

describe('a day', () => {
  it('reads long, short, with its year, or as a month', () => {
    expect(plain(longDay(day))).toBe('lundi 14 septembre');
    expect(plain(dayAndMonth(day))).toBe('14 septembre');
    expect(plain(weekdayAndNumber(day))).toBe('lundi 14');
    expect(plain(shortDay(localDate('2026-09-08')))).toBe('8 sept.');
    expect(plain(fullDate(day))).toBe('14 septembre 2026');
    expect(monthAndYear(day)).toBe('septembre 2026');
    expect(monthName(localDate('2026-08-31'))).toBe('août');
  });

  it('keeps its number and its month on one line', () => {
    expect(longDay(day)).toBe('lundi 14\u00a0septembre');
  });

  it('writes the first of the month as French does', () => {
    expect(plain(fullDate(localDate('2027-05-01')))).toBe('1er mai 2027');
  });

  it.each([
    ['2026-09-13', 'hier'],
    ['2026-09-14', 'aujourd’hui'],
    ['2026-09-15', 'demain'],
    ['2026-09-16', 'mercredi 16 septembre'],
    ['2026-09-12', 'samedi 12 septembre']
  ])('%s seen from the 14th is %s', (near, words) => {
    expect(plain(nearDay(localDate(near), day))).toBe(words);
  });
});

describe('an hour', () => {
  it.each([
    [16, 20, '16 h 20'],
    [9, 5, '9 h 05'],
    [18, 0, '18 h'],
    [0, 0, '0 h']
  ])('%i:%i reads %s', (hours, minutes, text) => {
    expect(plain(hour(hours, minutes))).toBe(text);
  });

  it('never breaks around its h', () => {
    expect(hour(16, 20)).toBe('16\u202fh\u202f20');
  });
});

describe('an instant', () => {
  const instant = new Date('2026-09-14T22:30:00Z');

  it('reads on the clocks of the zone it is given', () => {
    expect(plain(longInstant(instant, 'Europe/Paris'))).toBe('mardi 15 septembre à 0 h 30');
    expect(plain(longInstant(instant, 'America/Martinique'))).toBe('lundi 14 septembre à 18 h 30');
    expect(plain(shortInstant(instant, 'Indian/Reunion'))).toBe('15 sept., 2 h 30');
    expect(plain(hourOf(instant, 'Europe/Paris'))).toBe('0 h 30');
  });
});
