import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCatalogue, type TerritoryFile } from '$lib/aids';
import { LOCAL_AIDS } from '$lib/server/aids/generated/law-watch';
import { departementTyped, nearness, territoryOf } from './territory-of';

const file = (code: string) =>
  JSON.parse(readFileSync(`static/territory/${code}.json`, 'utf8')) as TerritoryFile;
const { rightsOfFile } = await openCatalogue();
const catalogue = rightsOfFile({ departement: '', ...LOCAL_AIDS });
const near = (code: string) => {
  const isNear = nearness(file(code));
  return new Set(catalogue.filter(({ scope }) => isNear(scope)).map(({ id }) => id));
};

describe('the aids of a département', () => {
  it.each([
    ['of the département itself', '35', 'fsl-35'],
    ['of one of its EPCIs', '35', 'aj-rennes-metropole-transport'],
    ['of an EPCI that has its own fund', '35', 'fsl-epci-243500139'],
    ['of its région', '13', 'aj-region-provence-alpes-cote-azur-carte-zou'],
    ['of its région, far from its capital', '23', 'aj-nouvelle-aquitaine-carte-solidaire'],
    ['of one of its communes', '56', 'aj-ville-de-vannes-epicerie-solidaire'],
    ['of a postcode', '67', 'aj-ville-strasbourg-accompagnement'],
    ['of the région around Paris', '95', 'idfm-solidarite'],
    ['of an overseas région', '973', 'aj-guyane-fonds-aide-jeunes']
  ])('have those %s (%s)', (_whose, code, id) => expect(near(code).has(id)).toBe(true));

  it.each([
    ['its neighbour', '22', 'fsl-35'],
    ['the EPCI of its neighbour', '22', 'aj-rennes-metropole-transport'],
    // the région 75 is no place of the département 75
    ['a région that has its number', '75', 'aj-nouvelle-aquitaine-carte-solidaire'],
    ['a région it is not in', '35', 'aj-region-pays-de-la-loire-carte-mezzo']
  ])('have not those of %s (%s)', (_whose, code, id) => expect(near(code).has(id)).toBe(false));

  it('are those that exist somewhere only, and none where there is no such département', () => {
    expect(nearness(file('35'))(undefined)).toBe(false);
    expect(nearness(null)({ departements: ['99'] })).toBe(false);
  });
});

it.each([
  ['35', '35'],
  [' 2a ', '2A'],
  ['1', '01'],
  ['', '']
])('%j is typed for %s', (text, code) => expect(departementTyped(text)).toBe(code));

it('only the code of a département is asked for', async () => {
  const asked: string[] = [];
  const get = (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response(null, { status: 404 }));
  };
  for (const code of ['../index', 'Rennes', '99', '971'])
    expect(await territoryOf(get as typeof fetch, code)).toBeNull();
  expect(asked).toEqual(['/territory/99.json', '/territory/971.json']);
});
