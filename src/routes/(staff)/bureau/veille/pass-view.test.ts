import { expect, it } from 'vitest';
import { newsLines, people } from './pass-view';

it.each([
  [0, '0'],
  [1, 'moins de dix'],
  [9, 'moins de dix'],
  [10, 'environ 10'],
  [19, 'environ 10'],
  [20, 'environ 20']
])('%i people are said as %s', (count, words) => expect(people(count)).toBe(words));

it('who is still to be told is not found by subtraction', () => {
  const of = (toTell: number) => newsLines({ told: 12, toTell, notTold: 0 });
  expect(of(1)).toEqual(of(7));
  expect(people(12 + 1)).toBe(people(12 + 7));
});
