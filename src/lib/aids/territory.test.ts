import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { communesOf, departementsOf, type TerritoryFile, type TerritoryIndex } from './territory';

const STATIC = join(import.meta.dirname, '../../../static/territory');
const load = <T>(name: string) => JSON.parse(readFileSync(join(STATIC, `${name}.json`), 'utf8')) as T;
const index = load<TerritoryIndex>('index');
const lookUp = (postcode: string) =>
  communesOf(
    postcode,
    departementsOf(postcode, index).map((name) => load<TerritoryFile>(name))
  );

describe('from postcode to commune', () => {
  it.each([
    ['75011', 'Paris', 1],
    ['69003', 'Lyon', 2],
    ['01400', "L'Abergement-Clémenciat", 3],
    ['20000', 'Ajaccio', 2]
  ])('%s holds %s, of APL zone %d', (postcode, name, zone) => {
    const found = lookUp(postcode);
    expect(
      found.ok && found.value.some((commune) => commune.name.startsWith(name) && commune.zone === zone)
    ).toBe(true);
  });

  it('gives département, région and EPCI', () => {
    expect(lookUp('01400')).toMatchObject({
      ok: true,
      value: expect.arrayContaining([
        expect.objectContaining({ departement: '01', region: '84', epciSiren: '200069193' })
      ])
    });
  });

  it.each(['7501', 'Paris', '', '750111'])('refuses %j', (text) =>
    expect(communesOf(text, [])).toMatchObject({ ok: false, why: { code: 'postcode_not_five_digits' } })
  );

  it('offers the nearest names for a postcode nobody has', () => {
    const found = lookUp('01999');
    expect(found).toMatchObject({ ok: false, why: { code: 'postcode_unknown' } });
    expect(!found.ok && found.why.code === 'postcode_unknown' && found.why.near.length).toBe(8);
  });
});
