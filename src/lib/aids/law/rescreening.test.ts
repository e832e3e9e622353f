import { describe, expect, it } from 'vitest';
import { amountOf } from '../interview/amount-of';
import { compareEditions } from './compare-editions';
import { compiledEdition } from './edition';
import { editionWith, type RevisedParameter } from './published-law';
import { Rescreening, isWorthTelling } from './rescreening';
import { keptAnswers } from '../testing/builders';

const MONTH = 2026 * 12 + 8;
const base = (value: number): RevisedParameter => ({
  name: 'rsa_base',
  values: [[2024 * 12, value]],
  law: 'Décret d’essai',
  url: 'https://www.legifrance.gouv.fr/essai',
  checked: '2026-11-20'
});
const screened = async (value: number, kept = keptAnswers()) =>
  new Rescreening(MONTH, await editionWith([base(651.69)]), await editionWith([base(value)])).gainOf(kept);

describe('stored answers screened again', () => {
  it('gain what the change gives, in cents a month', async () => {
    // the share for housing is 12 % of the same amount: 88 % of the difference is left
    expect(await screened(661.69)).toEqual({ cents: 880, about: ['rsa'] });
    expect(await screened(651.69)).toEqual({ cents: 0, about: [] });
    expect(await screened(641.69)).toEqual({ cents: -880, about: [] });
  });

  it('are not computed in a situation that is sent to a person, or when they contradict one another', async () => {
    expect(await screened(700, keptAnswers({ scope: { scope: 'self_employed' } }))).toBeNull();
    expect(
      await screened(700, keptAnswers({ children: { children: 'yes', ages: '20' }, age: { age_0: '20' } }))
    ).toBeNull();
  });
});

describe('a gain', () => {
  it.each([
    [999, false],
    [1_000, false],
    [1_001, true],
    [-5_000, false],
    ['opened', true]
  ] as const)('of %s cents against a threshold of 10 € is worth telling: %s', (cents, isTold) =>
    expect(isWorthTelling({ cents, about: [] }, 1_000)).toBe(isTold)
  );
});

describe('a change shown against households', () => {
  const household = (id: string, activity: 'inactive' | 'employed', net_salary = 0) => ({
    id,
    input: {
      adults: [{ age: 40, activity, net_salary }],
      children: [],
      housing: { status: 'hosted_free' as const }
    }
  });
  const all = [household('without', 'inactive'), household('well paid', 'employed', 4_000)];

  it('says who gains, by how much, and in which aid', async () => {
    const impact = compareEditions(all, MONTH, compiledEdition(), await editionWith([base(751.69)]));
    expect(impact).toMatchObject({ households: 2, gain: 1, lose: 0, averageLoss: 0 });
    expect(impact.averageGain).toBeCloseTo(88, 2);
    expect(impact.aids.map(({ aid, gain }) => [aid, gain])).toContainEqual(['rsa', 1]);
    expect(impact.largest.map(({ id }) => id)).toEqual(['without']);
  });

  it('says who loses, and nothing when nothing changes', async () => {
    const less = compareEditions(all, MONTH, compiledEdition(), await editionWith([base(551.69)]));
    expect(less).toMatchObject({ gain: 0, lose: 1 });
    expect(less.averageLoss).toBeCloseTo(88, 2);
    const same = compareEditions(all, MONTH, compiledEdition(), compiledEdition());
    expect(same).toMatchObject({ gain: 0, lose: 0, aids: [], largest: [] });
  });
});

describe('the amount of one aid', () => {
  it('is that of the whole simulation, in cents', () => {
    expect(amountOf(keptAnswers(), 'rsa', MONTH)).toBe(57_349);
    expect(amountOf(keptAnswers(), 'css', MONTH)).toBeNull();
    expect(amountOf(keptAnswers({ scope: { scope: 'self_employed' } }), 'rsa', MONTH)).toBeNull();
  });
});
