import { afterEach, describe, expect, it } from 'vitest';
import { openCatalogue } from '../open-catalogue';
import { parameterAt, parameterSources } from '../parameter-at';
import { Simulator } from '../simulation';
import type { Household } from '../household';
import type { Right } from '../catalogue/right';
import { compiledEdition, editionInForce } from './edition';
import {
  NOTHING_PUBLISHED,
  editionWith,
  readPublishedLaw,
  usePublishedLaw,
  type RevisedParameter
} from './published-law';

const [SEPTEMBER, OCTOBER] = [2026 * 12 + 8, 2026 * 12 + 9];
const alone: Household = {
  adults: [{ age: 40, activity: 'inactive' }],
  children: [],
  housing: { status: 'hosted_free' }
};
const base: RevisedParameter = {
  name: 'rsa_base',
  values: [
    [2024 * 12 + 3, 635.71],
    [2026 * 12 + 3, 651.69],
    [OCTOBER, 700]
  ],
  law: 'Décret d’essai',
  url: 'https://www.legifrance.gouv.fr/essai',
  checked: '2026-11-20'
};
const rsaIn = (month: number) => new Simulator(month).amountsOf(alone).rsa;

afterEach(() => usePublishedLaw(NOTHING_PUBLISHED));

describe('a published parameter', () => {
  it('counts from its month on; the month before gives the old amount', async () => {
    const [before, after] = [rsaIn(SEPTEMBER), rsaIn(OCTOBER)];
    await usePublishedLaw({ parameters: [base], rights: [] });
    expect(rsaIn(SEPTEMBER)).toBe(before);
    expect(rsaIn(OCTOBER)).toBeGreaterThan(after + 40);
  });

  it('is cited with its own law, link and day', async () => {
    await usePublishedLaw({ parameters: [base], rights: [] });
    const sources = await parameterSources();
    const source = sources.find(({ name }) => name === 'rsa_base');
    expect(source).toMatchObject({ law: base.law, url: base.url, checked: base.checked });
    expect(source?.from.at(-1)).toBe('2026-10');
    expect(parameterAt(sources, source?.slot ?? -1, OCTOBER)?.value).toBe(700);
  });

  it.each([
    ['checked before the build checked it', { checked: '2026-03-31' }],
    ['nobody knows', { name: 'rsa_unknown' }],
    ['with too many numbers', { values: [[OCTOBER, 1, 2]] as const }]
  ])('that was %s changes nothing', async (_name, wishes) => {
    expect(await editionWith([{ ...base, ...wishes }])).toBe(compiledEdition());
  });

  it('checked on the day of the build holds', async () => {
    const edition = await editionWith([{ ...base, checked: '2026-04-01' }]);
    expect(edition.parametersOf(OCTOBER)).not.toEqual(compiledEdition().parametersOf(OCTOBER));
  });

  it('is gone when nothing is published any more', async () => {
    await usePublishedLaw({ parameters: [base], rights: [] });
    await usePublishedLaw(NOTHING_PUBLISHED);
    expect(editionInForce()).toBe(compiledEdition());
  });
});

describe('a published right', () => {
  const file = { departement: '35', rights: [{ id: 'old', name: 'Avant' } as Right], members: [] };

  it('replaces, adds and takes out local aids', async () => {
    const { openLocalAids } = await openCatalogue();
    const right = { id: 'old', name: 'Après' } as Right;
    await usePublishedLaw({ parameters: [], rights: [{ id: 'old', isLocal: true, right }] });
    expect(openLocalAids(file)).toEqual([right]);
    await usePublishedLaw({ parameters: [], rights: [{ id: 'old', isLocal: true, right: null }] });
    expect(openLocalAids(file)).toEqual([]);
    await usePublishedLaw({ parameters: [], rights: [{ id: 'old', isLocal: false, right: null }] });
    expect(openLocalAids(file)).toEqual(file.rights);
  });
});

it.each([[null], [{}], [{ parameters: [] }], [{ parameters: 1, rights: [] }], ['x']])(
  'what came over the network and is no law is refused: %j',
  (value) => expect(readPublishedLaw(value)).toBeNull()
);
