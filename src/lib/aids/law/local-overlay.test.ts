import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCatalogue, type LocalAidsFile, type Right, type Scope, type TerritoryFile } from '$lib/aids';
import { revisedLocally } from './local-overlay';
import type { RevisedRight } from './published-law';

const json = (name: string): unknown => JSON.parse(readFileSync(`static/${name}.json`, 'utf8'));
const of = (code: string) =>
  [json(`territory/${code}`) as TerritoryFile, json(`aids/${code}`) as LocalAidsFile] as const;
const revised = (id: string, scope: Scope | null, isLocal = true): RevisedRight => ({
  id,
  isLocal,
  right: scope && ({ id, name: id, scope } as Right)
});
const idsIn = (code: string, rights: readonly RevisedRight[]) =>
  revisedLocally(rights, ...of(code)).map(({ id }) => id);

describe('published changes of local aids', () => {
  it.each<[string, Scope]>([
    ['its département', { departements: ['35'] }],
    ['its région', { regions: ['53'] }],
    ['one of its EPCIs', { epcis: ['243500139'] }],
    ['one of its communes', { communes: ['35238'] }],
    ['one of its postcodes', { postcodes: ['35000'] }]
  ])('go to the phones of %s, and to no other', (_name, scope) => {
    expect(idsIn('35', [revised('new', scope)])).toEqual(['new']);
    expect(idsIn('13', [revised('new', scope)])).toEqual([]);
  });

  it('take an aid out where the file of the build has it, also when it moved away', () => {
    const changes = [revised('fsl-35', null), revised('faj-35', { departements: ['13'] })];
    expect(idsIn('35', changes)).toEqual(['fsl-35', 'faj-35']);
    expect(idsIn('13', changes)).toEqual(['faj-35']);
  });

  it('are not the national ones', () => {
    expect(idsIn('35', [revised('fsl-35', { departements: ['35'] }, false)])).toEqual([]);
  });

  it('lie over the file of the département that brings them', async () => {
    const { openLocalAids } = await openCatalogue();
    const [, file] = of('35');
    const ids = openLocalAids({ ...file, revised: [revised('fsl-35', null)] }).map(({ id }) => id);
    expect(ids).not.toContain('fsl-35');
    expect(openLocalAids(file).map(({ id }) => id)).toContain('fsl-35');
  });
});
