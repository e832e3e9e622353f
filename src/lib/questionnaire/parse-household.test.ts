import { describe, expect, it } from 'vitest';
import { ageBandOf, parseHousehold } from './parse-household';

describe('children’s ages', () => {
  it.each([
    ['', {}],
    ['aucun', {}],
    ['pas d’enfant', {}],
    ['6', { '6-10': 1 }],
    ['6 ans', { '6-10': 1 }],
    ['6, 11', { '6-10': 1, '11-13': 1 }],
    ['6 et 11 ans', { '6-10': 1, '11-13': 1 }],
    ['6 ans, 8 mois et 15 ans', { '0-2': 1, '6-10': 1, '14-17': 1 }],
    ['6 11 3', { '3-5': 1, '6-10': 1, '11-13': 1 }],
    ['6;6', { '6-10': 2 }],
    ['36 mois', { '3-5': 1 }],
    ['6 à 10 ans, 0 à 2 ans', { '0-2': 1, '6-10': 1 }],
    ['6-10', { '6-10': 1 }],
    ['24', { '21-24': 1 }]
  ])('%j is kept as bands', (text, childrenByBand) => {
    expect(parseHousehold('1', text)).toEqual({
      ok: true,
      value: { kind: 'household', adults: 1, childrenByBand }
    });
  });

  it.each([
    ['Inès 6 ans', 'ages_not_understood'],
    ['deux', 'ages_not_understood'],
    ['2 enfants', 'ages_not_understood'],
    ['6 à 11 ans', 'ages_not_understood'],
    ['-3', 'ages_not_understood'],
    [',', 'ages_not_understood'],
    ['25', 'child_is_an_adult'],
    ['120', 'child_is_an_adult'],
    ['121', 'age_out_of_range'],
    [Array(21).fill('6').join(','), 'too_many_children']
  ])('%j is refused: %s', (text, code) => {
    expect(parseHousehold('1', text)).toMatchObject({ ok: false, why: { code, field: 'childAges' } });
  });

  it.each([
    [0, '0-2'],
    [2, '0-2'],
    [3, '3-5'],
    [5, '3-5'],
    [6, '6-10'],
    [10, '6-10'],
    [11, '11-13'],
    [13, '11-13'],
    [14, '14-17'],
    [17, '14-17'],
    [18, '18-20'],
    [20, '18-20'],
    [21, '21-24'],
    [24, '21-24'],
    [25, null]
  ])('%d years is in %s', (age, band) => expect(ageBandOf(age)).toBe(band));
});

describe('adults', () => {
  it.each([
    ['1', 1],
    ['2 adultes', 2],
    ['20', 20]
  ])('%j is %d', (text, adults) => expect(parseHousehold(text, '')).toMatchObject({ value: { adults } }));

  it.each([
    ['', 'adults_missing'],
    ['deux', 'adults_not_a_number'],
    ['-1', 'adults_not_a_number'],
    ['1,5', 'adults_not_a_number'],
    ['0', 'adults_out_of_range'],
    ['21', 'adults_out_of_range']
  ])('%j is refused: %s', (text, code) => {
    expect(parseHousehold(text, '')).toMatchObject({ ok: false, why: { code, field: 'adults' } });
  });
});
