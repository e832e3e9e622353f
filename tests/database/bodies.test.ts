import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBodies, listNearestBodies } from '../../src/lib/server/aids';
import { loadBodies } from '../../src/lib/server/aids/load-bodies';
import { useTestRuntime } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
beforeAll(async () => {
  clock = useTestRuntime(db());
  await loadBodies();
}, 60_000);
afterAll(() => clock.close());

async function found(type: Parameters<typeof findBodies>[0], place: Parameters<typeof findBodies>[1]) {
  const result = await findBodies(type, place);
  if (!result.ok) throw new Error(result.why.code);
  return result.value;
}

describe('loading bodies', () => {
  it('brings every body and commune, each body with its date and licence', async () => {
    const [counts] = await db().superuserSql`
      select count(*)::int as all, count(*) filter (where source_date <> '' and licence <> '')::int as dated,
        count(distinct type)::int as types from bodies`;
    expect(counts).toEqual({ all: 45_714, dated: 45_714, types: 24 });
  });

  it('again does nothing', async () => {
    const before = await db().superuserSql`select xmin::text from bodies where type = 'cresus'`;
    expect(await loadBodies()).toEqual({ isNew: false, bodies: 45_714, communes: 35_009 });
    expect(await db().superuserSql`select xmin::text from bodies where type = 'cresus'`).toEqual(before);
  });
});

describe('finding bodies', () => {
  it('gives the nearest that serve the commune, with the date of the address', async () => {
    const [caf, ...others] = await found('caf', { insee: '59183' });
    expect(caf).toMatchObject({ type: 'caf', phone: '3230', sourceDate: expect.stringMatching(/^20\d\d/) });
    expect(caf?.distanceKm).toBeLessThan(15);
    const distances = [caf, ...others].map((body) => body?.distanceKm ?? Infinity);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  it('keeps to the département for bodies of a département, even when another is nearer', async () => {
    // Tarnos, in the Landes: Anglet, in the Pyrénées-Atlantiques, is 80 km nearer than Mont-de-Marsan
    const places = await found('mdph', { insee: '40312' });
    expect(places.map(({ postcode }) => postcode.slice(0, 2))).toEqual(['40']);
  });

  it('goes by postcode too, and holds an arrondissement for its city', async () => {
    const [house] = await found('france_services', { postcode: '75019' });
    expect(house?.distanceKm).toBeLessThan(6);
    expect((await found('mairie', { insee: '75119' })).length).toBeGreaterThan(0);
  });

  it('never gives the CCAS of another commune: the town hall answers where none is known', async () => {
    const [ccas] = await found('ccas', { insee: '03254' });
    expect(ccas).toMatchObject({ type: 'ccas', city: 'Saint-Pourçain-sur-Sioule' });
    const fallback = await found('ccas', { insee: '01001' });
    expect(fallback).toMatchObject([{ type: 'mairie', postcode: '01400', distanceKm: null }]);
  });

  it('gives opening hours only from recent sources', async () => {
    const [house] = await found('france_services', { insee: '01033' });
    expect(house?.hours).toMatchObject({ mardi: expect.stringContaining('09:00') });
    const [caf] = await found('caf', { insee: '01033' });
    expect(caf?.hours).toBeNull();
  });

  it('says which place it does not know', async () => {
    expect(await findBodies('caf', { postcode: '01999' })).toEqual({
      ok: false,
      why: { code: 'place_unknown', insee: null, postcode: '01999' }
    });
    expect(await findBodies('caf', {})).toMatchObject({ ok: false, why: { code: 'place_unknown' } });
  });
});

describe('all bodies around a commune', () => {
  it('are given at once, the nearest of each type, the same as when asked one by one', async () => {
    const around = await listNearestBodies('35238');
    if (!around.ok) throw new Error(around.why.code);
    expect(Object.keys(around.value).length).toBeGreaterThan(15);
    for (const type of ['caf', 'ccas', 'mdph'] as const)
      expect(around.value[type]).toEqual((await found(type, { insee: '35238' }))[0]);
    expect(await listNearestBodies('35238')).toEqual(around);
  });

  it('of a commune nobody knows are a refusal', async () => {
    expect(await listNearestBodies('99999')).toMatchObject({ ok: false, why: { code: 'place_unknown' } });
  });
});

it('another edition replaces the one before, and a broken one leaves it whole', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bodies-'));
  const write = (name: string, line: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, brotliCompressSync(`${line}\n`));
    return file;
  };
  const communes = write(
    'communes.tsv.br',
    ['01001', '\\N', '01', '84', '{01400}', '46.1', '4.9'].join('\t')
  );
  const body = ['one', 'caf', 'CAF', '\\N', '01000', 'Bourg', '01053', '01', '84', ...Array(5).fill('\\N')];
  const whole = [...body, 'f', '\\N', '\\N', 'source', '2024-08-01', 'Etalab-2.0'].join('\t');
  await expect(loadBodies({ communes, bodies: write('short.tsv.br', 'one\tcaf') })).rejects.toThrow('line 1');
  const wrong = whole.replace('\tf\t', '\tperhaps\t');
  await expect(loadBodies({ communes, bodies: write('wrong.tsv.br', wrong) })).rejects.toThrow('boolean');
  const [kept] = await db().superuserSql`select count(*)::int as all from bodies`;
  expect(kept?.all).toBe(45_714);
  const next = await loadBodies({ communes, bodies: write('bodies.tsv.br', whole) });
  expect(next).toEqual({ isNew: true, bodies: 1, communes: 1 });
  rmSync(folder, { recursive: true });
});
