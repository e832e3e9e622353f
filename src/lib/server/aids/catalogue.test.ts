import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { TerritoryFile } from '$lib/aids';
import { compileCatalogue } from './compile-catalogue';
import { memberIds, readCatalogue, type CatalogueFiles } from './read-catalogue';

const STATIC = join(import.meta.dirname, '../../../../static');
const DATA = join(import.meta.dirname, '../../aids/catalogue/data');
const yaml = (name: string): unknown => parse(readFileSync(join(DATA, name), 'utf8'));
const json = (name: string) => JSON.parse(readFileSync(join(STATIC, name), 'utf8')) as TerritoryFile;
const FILES: CatalogueFiles = {
  national: Object.fromEntries(
    readdirSync(join(DATA, 'national')).map((name) => [name, yaml(`national/${name}`)])
  ),
  recorded: yaml('local/recorded.yaml'),
  families: yaml('local/families.yaml'),
  contacts: yaml('local/departements.yaml'),
  situations: yaml('situations.yaml'),
  cumulation: yaml('cumulation.yaml')
};
const TERRITORIES = readdirSync(join(STATIC, 'territory'))
  .filter((name) => name !== 'index.json')
  .map((name) => json(`territory/${name}`));

describe('the catalogue', () => {
  const { sources, faults } = readCatalogue(FILES);

  it('has no fault, and holds 66 national rights, 4 partners and 414 local aids', () => {
    expect(faults).toEqual([]);
    const partners = (FILES.national['youth-partners.yaml'] as unknown[]).length;
    expect(partners).toBe(4);
    expect(sources?.national.length).toBe(66 + partners);
    expect((sources?.recorded.length ?? 0) + (sources ? memberIds(sources).length : 0)).toBe(414);
  });

  it('says for each right where it comes from, and never calls unchecked facts checked', () => {
    const all = [...(sources?.national ?? []), ...(sources?.recorded ?? [])];
    expect(all.filter(({ source, url }) => source === '' || !url.startsWith('http'))).toEqual([]);
    expect(sources?.recorded.filter(({ checked }) => checked !== 'no')).toEqual([]);
  });

  it('speaks in short sentences, without duty, blame or exclamation', () => {
    const texts = [...(sources?.national ?? []), ...(sources?.recorded ?? [])].flatMap(({ who, what }) => [
      who,
      what
    ]);
    const sentences = texts.flatMap((text) => text.split(/(?<=\.) /));
    expect(sentences.filter((sentence) => sentence.split(' ').length > 22)).toEqual([]);
    expect(texts.filter((text) => /vous devez|!$|dernière|malheureusement/i.test(text))).toEqual([]);
  });

  it('weighs on average under 4 KB by département for the phone, with the territory', () => {
    // compressing all as the server does takes long: one in eight of them, ordered by size, stands for the rest
    const bySize = [...TERRITORIES].sort((a, b) => a.communes.length - b.communes.length);
    const sample = bySize.filter((_, place) => place % 8 === 4);
    const weigh = (name: string) => brotliCompressSync(readFileSync(join(STATIC, name))).length;
    const weights = sample.flatMap(({ departement: code }) => [
      weigh(`aids/${code}.json`),
      weigh(`territory/${code}.json`)
    ]);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    expect(total / sample.length).toBeLessThan(4096);
  }, 20_000);
});

describe('a fault of the catalogue is refused with the right’s id', () => {
  const [first] = FILES.national['bank.yaml'] as [Record<string, unknown>];
  const faultsOf = (change: object) =>
    readCatalogue({ ...FILES, national: { ...FILES.national, 'bank.yaml': [{ ...first, ...change }] } })
      .faults;

  it.each([
    ['no link', { url: undefined }, 'url'],
    ['a link that is none', { url: 'service-public' }, 'url'],
    ['a theme nobody knows', { theme: 'love' }, 'theme'],
    ['a day that is none', { knownOn: '2026-13' }, 'knownOn'],
    ['a condition nobody knows', { when: { moon: 'full' } }, 'when'],
    ['a condition with two kinds', { when: { couple: true, children: 2 } }, 'when'],
    ['ages upside down', { when: { adultAge: [30, 18] } }, 'when'],
    ['a scope of nowhere', { scope: {} }, 'scope'],
    ['a département written as a number', { scope: { departements: [8] } }, 'scope'],
    ['an unknown field', { colour: 'blue' }, 'colour']
  ])('%s', (_name, change, word) => {
    const faults = faultsOf(change);
    expect(faults.join('\n')).toContain('droit-compte');
    expect(faults.join('\n')).toContain(word);
  });

  it.each([
    ['a situation without question', { when: { situation: 'in_love' } }, 'no question for in_love'],
    ['a question nobody asks', { when: undefined }, 'no condition uses refused_account'],
    ['the same id twice', { id: 'fsl' }, 'fsl: written twice'],
    ['a right it would replace that is not there', { replaces: ['nothing-at-all'] }, 'there is no such right']
  ])('%s', (_name, change, words) => expect(faultsOf(change).join('\n')).toContain(words));

  it('a place that is nowhere', () => {
    const recorded = (FILES.recorded as Record<string, unknown>[]).map((right, place) =>
      place === 0 ? { ...right, scope: { communes: ['99999'], epcis: ['999999999'] } } : right
    );
    const { sources } = readCatalogue({ ...FILES, recorded });
    expect(sources && compileCatalogue(sources, TERRITORIES).faults).toEqual([
      expect.stringContaining('99999 is nowhere'),
      expect.stringContaining('999999999 is nowhere')
    ]);
  });
});

describe('the file of a département', () => {
  const { sources } = readCatalogue(FILES);
  const compiled = sources && compileCatalogue(sources, TERRITORIES);
  const idsOf = (departement: string) => {
    const file = compiled?.files.find((one) => one.departement === departement);
    return [...(file?.rights ?? []), ...(file?.members ?? [])].map(({ id }) => id);
  };

  it('holds what exists there, from the commune to the région, and nothing of elsewhere', () => {
    expect(idsOf('59')).toEqual(
      expect.arrayContaining([
        'aj-ville-anzin-aide-au-permis-de-conduire',
        'fsl-epci-200093201',
        'fsl-59',
        'caf-action-sociale-59',
        'aj-hauts-de-france-aide-permis'
      ])
    );
    expect(idsOf('59')).not.toContain('aj-caf-paris-aide-vacances-avf');
    expect(idsOf('62')).not.toContain('aj-ville-anzin-aide-au-permis-de-conduire');
    expect(idsOf('62')).toContain('aj-hauts-de-france-aide-permis');
  });

  it('exists for every département, so that asking for it never fails', () => {
    expect(compiled?.files.length).toBe(TERRITORIES.length);
  });

  it('keeps national aids of a branch in the module that everybody loads', () => {
    expect(compiled?.module).toContain('fastt-sos-location-de-vehicule');
  });
});
