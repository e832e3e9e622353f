import { describe, expect, it } from 'vitest';
import { readMonth } from '../month';
import { NOTHING_ANSWERED, type KeptAnswers } from './answers-kept';
import type { RawAnswer } from './fields';
import { leftToClaim } from './left-to-claim';
import { outcomeOf } from './outcome';
import type { ScreenId } from './screens';

const read = readMonth('2026-09');
if (!read.ok) throw new Error('2026-09 is a month');
const MONTH = read.value;

/** A mother and her child of six, 1 478 € of wages, 520 € of rent in zone 2; what else is asked, she does not know. */
const SAID: readonly (readonly [ScreenId, RawAnswer | null])[] = [
  ['scope', { scope: 'none' }],
  ['couple', { couple: 'no' }],
  ['children', { children: 'yes', ages: '6' }],
  ['age', { age_0: '34' }],
  ['activity', { activity_0: 'employed' }],
  ['income', { net_salary_0: '1 478,00 €' }],
  ['housing', { housing: 'private_unfurnished' }],
  ['rent', { rent: '520' }],
  ['place', { postcode: '35000', insee: '35238', zone: '2' }],
  ['arrears', { arrears: 'none' }],
  ['alimony', null],
  ['pregnant', { pregnant: 'no' }]
];
const keptWith = (over: Partial<KeptAnswers> = {}, said = SAID): KeptAnswers => ({
  ...NOTHING_ANSWERED,
  passed: said.map(([screen, raw]) => ({ screen, raw })),
  ...over
});
const namesOf = (kept: KeptAnswers, granted: readonly string[] = []) =>
  leftToClaim(kept, granted, MONTH)?.first.map(({ key }) => key);

describe('what is left to claim', () => {
  it('is the sum her result says, and the two largest aids paid each month', () => {
    const found = outcomeOf(keptWith(), MONTH);
    const left = leftToClaim(keptWith(), [], MONTH);
    expect(found.ok && found.value.monthly.usual).toBe(left?.monthly);
    expect(left?.monthly).toBeGreaterThan(400);
    expect(left?.first.map(({ key }) => key)).toEqual(['prime_activite', 'asf']);
  });

  it.each([
    ['she says she receives', keptWith({ held: ['prime_activite'] }), []],
    ['was granted', keptWith(), ['prime_activite', 'a-right-that-has-no-amount']]
  ])('leaves out what %s', (_how, kept, granted) => {
    expect(namesOf(kept, granted)).not.toContain('prime_activite');
    expect(leftToClaim(kept, granted, MONTH)?.monthly).toBeLessThan(
      leftToClaim(keptWith(), [], MONTH)?.monthly ?? 0
    );
  });

  it.each([
    ['nothing was answered', NOTHING_ANSWERED],
    ['a question is still open', keptWith({}, SAID.slice(0, 7))],
    ['her situation is not computed', keptWith({}, [['scope', { scope: 'self_employed' }]])],
    [
      'she earns too much for any',
      keptWith(
        {},
        SAID.map(([s, raw]) => [
          s,
          s === 'income' ? { net_salary_0: '9 000' } : s === 'children' ? { children: 'no' } : raw
        ])
      )
    ]
  ])('is not said when %s', (_when, kept) => {
    expect(leftToClaim(kept, [], MONTH)).toBeNull();
  });
});
