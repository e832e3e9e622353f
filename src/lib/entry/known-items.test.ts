import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { readBirthDate } from './known-items';

const today = localDate('2026-11-21');
const read = (day: string, month: string, year: string) => readBirthDate({ day, month, year }, today);

describe('a birth date', () => {
  it.each([
    ['2', '5', '1990', '1990-05-02'],
    ['02', '05', '1990', '1990-05-02'],
    [' 2 ', ' mai', '1990', '1990-05-02'],
    ['1er', 'Août', '1990', '1990-08-01'],
    ['3', 'févr.', '1972', '1972-02-03'],
    ['3', 'DÉCEMBRE', '1972', '1972-12-03'],
    ['2', '5', '90', '1990-05-02'],
    ['2', '5', '05', '2005-05-02'],
    ['2', '5', '26', '1926-05-02'],
    ['29', '2', '2000', '2000-02-29'],
    ['２', '５', '１９９０', '1990-05-02'],
    ['21', '11', '2026', '2026-11-21']
  ])('typed %s / %s / %s is %s', (day, month, year, date) => expect(read(day, month, year)).toBe(date));

  it.each([
    ['31', '2', '1990'],
    ['29', '2', '1990'],
    ['0', '5', '1990'],
    ['2', '13', '1990'],
    ['2', '5', '190'],
    ['2', '5', '1905'],
    ['22', '11', '2026'],
    ['', '', ''],
    ['deux', 'mai', '1990'],
    ['2', 'brumaire', '1990'],
    ['-2', '5', '1990'],
    ['2', 'constructor', '1990']
  ])('typed %s / %s / %s is none', (day, month, year) => expect(read(day, month, year)).toBeNull());

  it('may be 120 years ago, not more', () => {
    expect(read('1', '1', '1906')).toBe('1906-01-01');
    expect(read('31', '12', '1905')).toBeNull();
  });
});
