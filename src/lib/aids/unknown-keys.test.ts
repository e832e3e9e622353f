import { describe, expect, it } from 'vitest';
import { unknownKeysIn } from './unknown-keys';

const good = {
  adults: [{ age: 36, birth: '1990-05', activity: 'employed', net_salary: 1200 }],
  children: [{ age: 9, aeeh: true, aeeh_complement: 1 }],
  housing: { status: 'hlm', zone: 2, rent: 430, pays_contribution: false },
  recently_separated: true
};
const adult = (change: object) => ({ ...good, adults: [good.adults[0], { ...good.adults[0], ...change }] });

describe('keys nobody reads', () => {
  it('are none in what the engine reads, nor in what is no household', () => {
    for (const input of [good, undefined, null, 'x', [], { adults: 3, children: [null], housing: [] }])
      expect(unknownKeysIn(input)).toEqual([]);
  });

  it.each([
    ['net_salery', 'net_salary'],
    ['netSalary', 'net_salary'],
    ['salary', 'net_salary'],
    ['Age', 'age'],
    ['unemployement_benefit', 'unemployment_benefit'],
    ['livret_A', 'livret_a'],
    ['zzz', null],
    // what every object inherits is not known for it
    ['constructor', null]
  ])('%s is said to be near %s', (key, nearest) => {
    expect(unknownKeysIn(adult({ [key]: 1 }))).toEqual([{ path: `adults[1].${key}`, nearest }]);
  });

  it('are found everywhere, in the order they are read', () => {
    const input = {
      ...good,
      recently_seperated: true,
      children: [{ age: 4, aeh: true }],
      housing: { ...good.housing, rents: 3 }
    };
    expect(unknownKeysIn(input).map(({ path, nearest }) => [path, nearest])).toEqual([
      ['recently_seperated', 'recently_separated'],
      ['children[0].aeh', 'aeeh'],
      ['housing.rents', 'rent']
    ]);
  });
});
