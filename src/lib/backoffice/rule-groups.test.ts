import { expect, it } from 'vitest';
import { countByGroup, ruleGroupOf } from './rule-groups';

it.each([
  ['saturday', 'hours'],
  ['cap_per_7_days', 'cap'],
  ['paused', 'paused'],
  ['a_code_of_former_days', 'other'],
  ['constructor', 'other']
])('a contact stopped by %s is told under %s', (code, group) => {
  expect(ruleGroupOf(code)).toBe(group);
});

it('adds up the codes of a group', () => {
  const counted = countByGroup([
    { code: 'saturday', count: 4 },
    { code: 'outside_hours', count: 7 },
    { code: 'paused', count: 2 }
  ]);
  expect(counted).toEqual([
    { key: 'hours', count: 11 },
    { key: 'paused', count: 2 }
  ]);
});
