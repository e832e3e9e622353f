import { describe, expect, it } from 'vitest';
import type { Right } from '../catalogue/right';
import type { Household } from '../household';
import { aRight } from '../testing/builders';
import { compareRights } from './compare-rights';
import { compiledEdition } from './edition';

const MONTH = 2026 * 12 + 10;
const alone = (net_salary: number): Household => ({
  adults: [{ age: 40, activity: net_salary > 0 ? 'employed' : 'inactive', net_salary }],
  children: [],
  housing: { status: 'hosted_free' }
});
const HOUSEHOLDS = [0, 500, 1_000, 2_000].map((income) => ({ id: `alone-${income}`, input: alone(income) }));

const under = (ceiling: number, most?: number) =>
  aRight({
    when: { monthlyIncome: { bySize: { 1: ceiling } } },
    ...(most !== undefined && { pays: { most, per: 'month' } as const })
  });
const compared = (before: Right | null, after: Right | null) =>
  compareRights(HOUSEHOLDS, MONTH, { before, after }, compiledEdition());

describe('a change of a right against the reference households', () => {
  it('counts who has it before and after, wherever it exists', () => {
    expect(compared(under(500), under(1_000))).toMatchObject({
      households: 4,
      before: 2,
      after: 3,
      gain: 1,
      lose: 0,
      averageGain: null,
      largest: [{ id: 'alone-1000', before: { has: false }, after: { has: true, monthly: null } }]
    });
    expect(compared(under(1_000), under(500))).toMatchObject({ gain: 0, lose: 1 });
    expect(compared(null, aRight())).toMatchObject({ before: 0, after: 4, gain: 4 });
    expect(compared(aRight(), null)).toMatchObject({ before: 4, after: 0, lose: 4 });
  });

  it('says by how much where the sum is known', () => {
    expect(compared(under(500, 20), under(500, 50))).toMatchObject({ gain: 2, lose: 0, averageGain: 30 });
    expect(compared(under(500, 50), under(500, 20))).toMatchObject({ gain: 0, lose: 2, averageLoss: 30 });
    expect(compared(null, under(500, 12.5))).toMatchObject({ gain: 2, averageGain: 12.5 });
  });

  it('shuts nobody out for what no household says', () => {
    expect(compared(null, aRight({ when: { situation: 'moving_in' } }))).toMatchObject({ gain: 4 });
    expect(compared(null, aRight({ when: { arrears: ['energy'] } }))).toMatchObject({ gain: 4 });
  });

  it('offers no loan without an income, and nothing that is meant for others', () => {
    expect(compared(null, aRight({ loan: 'loan' }))).toMatchObject({ gain: 3 });
    expect(compared(null, aRight({ audience: 'landlord' }))).toMatchObject({ gain: 0 });
  });

  it('asks the engine who is entitled to a national aid', () => {
    const { largest } = compared(null, aRight({ when: { aid: ['rsa'] } }));
    expect(largest.map(({ id }) => id)).toEqual(['alone-0', 'alone-500']);
  });

  it('leaves out a household that cannot be computed, and finds nothing in other words', () => {
    expect(compared(aRight(), aRight({ ask: { place: 'Mairie' } }))).toMatchObject({ gain: 0, lose: 0 });
    const wrong = [{ id: 'wrong', input: { ...alone(0), adults: [] } }];
    expect(compareRights(wrong, MONTH, { before: null, after: aRight() }, compiledEdition())).toMatchObject({
      households: 0,
      gain: 0
    });
  });
});
