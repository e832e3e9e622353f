import { describe, expect, it } from 'vitest';
import type { Draft } from '../draft';
import type { Condition } from './condition';
import { judgeCondition } from './judge-condition';
import type { RightsContext } from './rights-context';

const MONTH = 2026 * 12 + 10;
const CONTEXT: RightsContext = { month: MONTH };
const settled = {
  net_salary: 900,
  unemployment_benefit: 0,
  retirement_pension: 0,
  invalidity_pension: 0,
  alimony_received: 0,
  alimony_paid: 0,
  disability_rate: 0,
  pregnant: false
} as const;
const ALONE: Draft = {
  couple: false,
  adults: [{ ...settled, age: 30, activity: 'employed' }],
  children: [],
  housing: { status: 'hlm' }
};
const judge = (condition: Condition, draft: Draft = ALONE, context: Partial<RightsContext> = {}) =>
  judgeCondition(condition, draft, { ...CONTEXT, ...context });
const said = (condition: Condition, draft?: Draft, context?: Partial<RightsContext>) => {
  const verdict = judge(condition, draft, context);
  if (verdict.answer === 'yes') return 'yes';
  return verdict.answer === 'maybe' ? `maybe ${verdict.missing.join(' ')}` : verdict.reasons;
};
const aged = (age?: number): Draft => ({ ...ALONE, adults: [{ ...settled, ...(age && { age }) }] });

describe('an age', () => {
  it.each([
    [17, [{ code: 'too_young', bound: 18, years: 1 }]],
    [18, 'yes'],
    [25, 'yes'],
    [26, [{ code: 'too_old', bound: 25, years: 1 }]],
    [undefined, 'maybe age.0']
  ])('of %s for 18 to 25', (age, expected) =>
    expect(said({ adultAge: [18, 25] }, aged(age))).toEqual(expected)
  );

  it('is counted in full years on the first of the month when the month of birth is known', () => {
    const born = (birth: string): Draft => ({ ...ALONE, adults: [{ birth }] });
    expect(said({ adultAge: [18, null] }, born('2008-11'))).toBe('yes');
    expect(said({ adultAge: [18, null] }, born('2008-12'))).toEqual([
      { code: 'too_young', bound: 18, years: 1 }
    ]);
  });

  it('of a possible partner keeps a no open', () => {
    const { couple: _, ...open } = aged(40);
    expect(said({ adultAge: [18, 25] }, open)).toBe('maybe couple');
  });

  it('of a child counts for the young people of the household', () => {
    expect(said({ anyoneAge: [15, 25] }, { ...ALONE, children: [{ age: 15 }] })).toBe('yes');
    expect(said({ anyoneAge: [15, 25] }, { ...ALONE, children: [{ age: 14 }] })).toEqual([
      { code: 'nobody_of_age', least: 15, most: 25 }
    ]);
  });
});

describe('children', () => {
  const withChildren = (count: number, pregnant?: boolean): Draft => ({
    ...ALONE,
    adults: [{ age: 30, ...(pregnant !== undefined && { pregnant }) }],
    children: Array.from({ length: count }, () => ({ age: 5 }))
  });
  it.each([
    [3, false, 'yes'],
    [2, true, 'yes'],
    [2, false, [{ code: 'too_few_children', needed: 3, fewer: 1 }]],
    [2, undefined, 'maybe pregnant.0'],
    [1, true, [{ code: 'too_few_children', needed: 3, fewer: 2 }]]
  ])('%d born, expecting %s, for three with the unborn', (count, pregnant, expected) =>
    expect(said({ children: 3, unborn: true }, withChildren(count, pregnant))).toEqual(expected)
  );

  it('are unknown until answered, and that is not none', () => {
    const { children: _, ...open } = ALONE;
    expect(said({ children: 1 }, open)).toBe('maybe children');
    expect(said({ childAge: [3, 17] }, open)).toBe('maybe children');
    expect(said({ disabledChild: true }, open)).toBe('maybe children');
  });
});

describe('an income', () => {
  const earning = (net_salary: number, children = 0): Draft => ({
    ...ALONE,
    adults: [{ ...settled, activity: 'employed', age: 30, net_salary }],
    children: Array.from({ length: children }, () => ({ age: 5 }))
  });
  const ceiling: Condition = { monthlyIncome: { bySize: { 1: 900, 5: 1800 }, more: 200 } };
  it.each([
    ['under the ceiling', 899.99, 0, 'yes'],
    ['at the ceiling', 900, 0, 'yes'],
    [
      'over the ceiling',
      900.01,
      0,
      [{ code: 'income_over', ceiling: 900, income: 900.01, over: 0.01, estimated: false }]
    ],
    ['between two sizes, under both', 900, 2, 'yes'],
    ['between two sizes, between both', 1500, 2, 'maybe near_ceiling'],
    ['at the last size', 1800, 4, 'yes'],
    ['above the last size, under', 2200, 6, 'yes'],
    [
      'above the last size, over',
      2201,
      6,
      [{ code: 'income_over', ceiling: 2200, income: 2201, over: 1, estimated: false }]
    ]
  ])('%s', (_name, salary, children, expected) =>
    expect(said(ceiling, earning(salary, children))).toEqual(expected)
  );

  it('over a ceiling nobody wrote for this size is for the body to judge', () => {
    expect(said({ monthlyIncome: { bySize: { 1: 1026 } } }, earning(1100, 1))).toBe('maybe words');
  });

  it('with an answer missing is not a yes, and already a no when what is known is too much', () => {
    const open = (net_salary: number): Draft => ({
      ...ALONE,
      adults: [{ age: 30, activity: 'employed', net_salary }]
    });
    expect(said(ceiling, open(100))).toBe('maybe alimony.0');
    expect(said(ceiling, open(1000))).toMatchObject([{ code: 'income_over', over: 100 }]);
  });

  it('of two years ago is not known: within a fifth of the ceiling the body must look', () => {
    const quotient: Condition = { quotient: { of: 'tax', max: 900 } };
    const at = (perPart: number) => said(quotient, earning(perPart / 0.9));
    expect(at(720)).toBe('yes');
    expect(at(721)).toBe('maybe near_ceiling');
    expect(at(1079)).toBe('maybe near_ceiling');
    expect(at(1081)).toMatchObject([{ code: 'income_over', estimated: true }]);
  });

  it('is divided by the parts of the CAF, with what the CAF pays', () => {
    const quotient: Condition = { quotient: { of: 'caf', max: 580 } };
    const estimates = [{ aid: 'af', rhythm: 'month', state: 'known', value: 100 }] as const;
    expect(said(quotient, earning(1292, 2), { estimates })).toBe('yes');
    expect(said(quotient, earning(1293, 2), { estimates })).toBe('maybe near_ceiling');
    expect(said(quotient, earning(100, 2))).toBe('maybe aids');
  });
});

describe('an aid of the engine', () => {
  const known = (value: number) => [{ aid: 'css', rhythm: 'cover', state: 'known', value }] as const;
  const range = (low: number, high: number) =>
    [{ aid: 'css', rhythm: 'cover', state: 'unknown', low, high, dependsOn: ['savings.0'] }] as const;
  it.each([
    ['nothing computed', undefined, 'maybe aids'],
    ['known', known(2), 'yes'],
    ['known to be none', known(0), [{ code: 'not_entitled', aids: ['css'] }]],
    ['at least some', range(1, 2), 'yes'],
    ['perhaps', range(0, 2), 'maybe savings.0'],
    ['never', range(0, 0), [{ code: 'not_entitled', aids: ['css'] }]]
  ])('%s', (_name, estimates, expected) =>
    expect(said({ aid: ['css'] }, ALONE, estimates && { estimates })).toEqual(expected)
  );

  it('is not received when it cannot be had, and asked about when it could', () => {
    expect(said({ benefit: ['css'] }, ALONE, { estimates: known(0) })).toEqual([
      { code: 'not_received', benefits: ['css'] }
    ]);
    expect(said({ benefit: ['css'] }, ALONE, { estimates: known(2) })).toBe('maybe benefit.css');
    expect(said({ benefit: ['css'] }, ALONE, { receives: { css: true } })).toBe('yes');
    expect(said({ benefit: ['pch'] }, ALONE, { receives: { pch: false } })).toEqual([
      { code: 'not_received', benefits: ['pch'] }
    ]);
  });
});

describe('arrears and situations', () => {
  it('unsaid are open, said are settled', () => {
    expect(said({ arrears: ['rent'] })).toBe('maybe arrears');
    expect(said({ arrears: ['rent'] }, ALONE, { arrears: [] })).toEqual([
      { code: 'no_such_arrears', arrears: ['rent'] }
    ]);
    expect(said({ arrears: ['rent', 'water'] }, ALONE, { arrears: ['water'] })).toBe('yes');
    expect(said({ inDebt: true })).toBe('maybe arrears');
    expect(said({ inDebt: true }, ALONE, { inDebt: false, arrears: [] })).toEqual([{ code: 'not_in_debt' }]);
    expect(said({ inDebt: true }, ALONE, { arrears: ['tax'] })).toBe('yes');
    expect(said({ situation: 'moving_in' })).toBe('maybe situation.moving_in');
    expect(said({ situation: 'moving_in' }, ALONE, { situations: { moving_in: false } })).toEqual([
      { code: 'not_the_situation', situation: 'moving_in' }
    ]);
  });
});

describe('several conditions', () => {
  const yes: Condition = { housing: ['hlm'] };
  const no: Condition = { couple: true };
  const open: Condition = { situation: 'dispute' };
  it.each([
    ['all of yes and open', { all: [yes, open] }, 'maybe situation.dispute'],
    ['all with a no', { all: [yes, open, no] }, [{ code: 'lives_alone' }]],
    ['any with a yes', { any: [no, open, yes] }, 'yes'],
    ['any of no and open', { any: [no, open] }, 'maybe situation.dispute'],
    ['any of noes', { any: [no, no] }, [{ code: 'lives_alone' }, { code: 'lives_alone' }]],
    ['not a yes', { not: yes }, [{ code: 'excluded', by: yes }]],
    ['not a no', { not: no }, 'yes'],
    ['not an open one', { not: open }, 'maybe situation.dispute']
  ])('%s', (_name, condition, expected) => expect(said(condition as Condition)).toEqual(expected));

  it('known in words only is never a plain yes', () => expect(said({ words: true })).toBe('maybe words'));

  it('on activity, home and disability say what was wanted', () => {
    expect(said({ activity: ['retired'] })).toEqual([{ code: 'other_activity', wanted: ['retired'] }]);
    expect(said({ activity: ['employed'] })).toBe('yes');
    expect(said({ housing: ['homeless'] })).toEqual([{ code: 'other_housing', wanted: ['homeless'] }]);
    expect(said({ disability: 0.5 })).toEqual([{ code: 'disability_below', needed: 0.5, short: 0.5 }]);
    expect(said({ disability: 0.5 }, { ...ALONE, adults: [{ disability_rate: 0.5 }] })).toBe('yes');
    expect(said({ disability: 0.5 }, { ...ALONE, adults: [{}] })).toBe('maybe disability.0');
  });
});
