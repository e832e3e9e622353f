import { describe, expect, it } from 'vitest';
import { checkHousehold } from './household-check';
import type { Household } from './household';

const MONTH = 2026 * 12 + 8;
const good: Household = {
  adults: [{ age: 36, activity: 'employed', net_salary: 1200 }],
  children: [{ age: 9 }],
  housing: { status: 'hlm', zone: 2, rent: 430 }
};
const adult = (change: object) => ({ ...good, adults: [{ ...good.adults[0], ...change }] });
const child = (change: object) => ({ ...good, children: [{ age: 9, ...change }] });
const housing = (change: object) => ({ ...good, housing: { ...good.housing, ...change } });

describe('a household that can be evaluated', () => {
  it.each([
    ['an ordinary one', good],
    [
      'a parent of 21 with a child of 9 of the partner',
      {
        ...good,
        adults: [
          { age: 36, activity: 'inactive' },
          { age: 21, activity: 'inactive' }
        ]
      }
    ],
    ['a birth month in place of an age', adult({ age: undefined, birth: '1990-05' })],
    ['fifteen children', { ...good, children: Array.from({ length: 15 }, () => ({ age: 5 })) }],
    ['the largest salary taken', adult({ net_salary: 100_000 })],
    ['no rent to pay', housing({ rent: 0 })],
    ['an owner without rent', { ...good, housing: { status: 'owner' } }]
  ])('%s', (_name, input) => expect(checkHousehold(input, MONTH)).toMatchObject({ ok: true }));
});

describe('what is refused, with the place of the answer', () => {
  it.each([
    ['nothing', undefined, 'not_a_household', ''],
    ['a list', [], 'not_a_household', ''],
    ['no adult', { ...good, adults: [] }, 'adult_missing', 'adults'],
    ['three adults', { ...good, adults: Array(3).fill(good.adults[0]) }, 'too_many_adults', 'adults'],
    ['forty children', { ...good, children: Array(40).fill({ age: 5 }) }, 'too_many_children', 'children'],
    ['sixteen children', { ...good, children: Array(16).fill({ age: 5 }) }, 'too_many_children', 'children'],
    ['no age', adult({ age: undefined }), 'age_missing', 'adults[0].age'],
    ['half a year', adult({ age: 36.5 }), 'age_not_a_number', 'adults[0].age'],
    ['an adult of 15', adult({ age: 15 }), 'age_out_of_range', 'adults[0].age'],
    ['an adult of 121', adult({ age: 121 }), 'age_out_of_range', 'adults[0].age'],
    ['a child of 26', child({ age: 26 }), 'age_out_of_range', 'children[0].age'],
    [
      'a child not born yet',
      child({ age: undefined, birth: '2026-10' }),
      'birth_in_future',
      'children[0].birth'
    ],
    ['a month 13', child({ age: undefined, birth: '2020-13' }), 'birth_not_a_month', 'children[0].birth'],
    [
      'a child older than the parent',
      { ...good, adults: [{ age: 18, activity: 'inactive' }], children: [{ age: 20 }] },
      'child_not_younger_than_parent',
      'children[0]'
    ],
    [
      'a parent eleven years older',
      { ...good, adults: [{ age: 20, activity: 'inactive' }] },
      'child_not_younger_than_parent',
      'children[0]'
    ],
    ['a negative salary', adult({ net_salary: -1 }), 'amount_negative', 'adults[0].net_salary'],
    ['a salary in words', adult({ net_salary: '1200' }), 'amount_not_a_number', 'adults[0].net_salary'],
    [
      'a salary that is not a number',
      adult({ net_salary: Number.NaN }),
      'amount_not_a_number',
      'adults[0].net_salary'
    ],
    ['an absurd salary', adult({ net_salary: 100_001 }), 'amount_too_large', 'adults[0].net_salary'],
    [
      'a disability of 80 in place of 0.8',
      adult({ disability_rate: 80 }),
      'rate_out_of_range',
      'adults[0].disability_rate'
    ],
    ['an unknown activity', adult({ activity: 'freelance' }), 'activity_unknown', 'adults[0].activity'],
    ['yes as a text', adult({ pregnant: 'yes' }), 'yes_or_no_expected', 'adults[0].pregnant'],
    [
      'complement 7',
      child({ aeeh: true, aeeh_complement: 7 }),
      'complement_out_of_range',
      'children[0].aeeh_complement'
    ],
    [
      'a complement without AEEH',
      child({ aeeh_complement: 2 }),
      'complement_without_aeeh',
      'children[0].aeeh_complement'
    ],
    ['no housing', { ...good, housing: undefined }, 'housing_missing', 'housing'],
    [
      'rent without status',
      { ...good, housing: { rent: 500, zone: 1 } },
      'housing_status_missing',
      'housing.status'
    ],
    ['an unknown status', housing({ status: 'castle' }), 'housing_status_unknown', 'housing.status'],
    [
      'a tenant without zone',
      { ...good, housing: { status: 'hlm', rent: 300 } },
      'zone_missing',
      'housing.zone'
    ],
    ['zone 4', housing({ zone: 4 }), 'zone_unknown', 'housing.zone'],
    [
      'a tenant without rent',
      { ...good, housing: { status: 'hlm', zone: 1 } },
      'rent_missing',
      'housing.rent'
    ],
    ['rent of an owner', housing({ status: 'owner' }), 'rent_without_tenancy', 'housing.rent'],
    [
      'two adults, one just separated',
      { ...good, adults: [good.adults[0], good.adults[0]], recently_separated: true },
      'separated_but_couple',
      'recently_separated'
    ]
  ])('%s', (_name, input, code, path) =>
    expect(checkHousehold(input, MONTH)).toMatchObject({ ok: false, why: { code, path } })
  );
});
