import { describe, expect, it } from 'vitest';
import { NOTHING_ANSWERED, type BodyAddress, type KeptAnswers, type NearestBodies } from '$lib/aids';
import { localDate } from '$lib/kernel';
import { bodiesAround, bodyView, dateWords } from './body-view';
import type { Surroundings } from './surroundings';

const TODAY = localDate('2026-11-22');
const CAF: BodyAddress = {
  type: 'caf',
  name: 'Caf d’Ille-et-Vilaine',
  address: 'Cours des Alliés',
  postcode: '35000',
  city: 'Rennes',
  phone: '32 30',
  url: null,
  hours: { lundi: '09:00 - 12:00' },
  distanceKm: 1.2,
  isMobile: false,
  source: 'DILA annuaire service-public (copie betagouv/annuaire-api)',
  sourceDate: '2024-08-01',
  licence: 'Licence Ouverte'
};
const IN_RENNES: KeptAnswers = {
  ...NOTHING_ANSWERED,
  passed: [{ screen: 'place', raw: { postcode: '35000', insee: '35238', departement: '35' } }]
};
// only what the view of bodies reads of its surroundings
const around = (bodies: NearestBodies | null, wantsBodies = true) =>
  ({ today: TODAY, bodies: () => Promise.resolve(bodies), wantsBodies }) as unknown as Surroundings;

describe('a body to ask', () => {
  it('has its address, how far it is, a number to dial, and when the address was known', () => {
    const view = bodyView(CAF, TODAY);
    expect(view.address).toBe('Cours des Alliés, 35000 Rennes');
    expect(view.distance).toMatch(/à 1.km environ/);
    expect(view.phone).toEqual({ href: 'tel:3230', words: '32 30' });
    expect(view.known.replace(/\s/g, ' ')).toMatch(/1er août 2024.*DILA annuaire service-public\./);
  });

  it.each([
    ['2023-11', 1],
    ['2022-12', 0],
    ['2017-09-11', 0]
  ])('known in %s shows %i line of opening hours; an old address says to call first', (sourceDate, lines) => {
    const view = bodyView({ ...CAF, sourceDate }, TODAY);
    expect(view.hours).toHaveLength(lines);
    expect(view.caution === '').toBe(lines === 1);
  });

  it('less than a kilometre away says so, and an unknown distance says nothing', () => {
    expect(bodyView({ ...CAF, distanceKm: 0.3 }, TODAY).distance).toMatch(/moins d’un kilomètre/);
    expect(bodyView({ ...CAF, distanceKm: null }, TODAY)).toMatchObject({ distance: '', place: 'Rennes' });
  });

  it('names its town without the sorting code of the post', () => {
    expect(bodyView({ ...CAF, city: 'Rennes Cedex 9', distanceKm: null }, TODAY).place).toBe('Rennes');
  });

  it('that moves gives no distance', () => {
    expect(bodyView({ ...CAF, isMobile: true }, TODAY)).toMatchObject({ distance: '' });
  });

  it.each([
    ['2018', '2018'],
    ['2018-01', 'janvier 2018'],
    ['2018-01-31', '31 janvier 2018']
  ])('dated %s is read as %s', (date, words) =>
    expect(dateWords(date).replace(/[\u00a0\u202f]/g, ' ')).toBe(words)
  );
});

describe('the bodies around her', () => {
  it('are not looked for before she wishes', async () => {
    const asked = await bodiesAround(IN_RENNES, around({ caf: CAF }, false));
    expect(asked.state).toBe('offered');
    expect(asked.of('caf')).toBeNull();
  });

  it('are found by type; one that is not there is none', async () => {
    const found = await bodiesAround(IN_RENNES, around({ caf: CAF }));
    expect(found.state).toBe('shown');
    expect(found.of('caf')?.name).toBe('Caf d’Ille-et-Vilaine');
    expect([found.of('mdph'), found.of(null)]).toEqual([null, null]);
  });

  it('need the network, and a commune', async () => {
    expect((await bodiesAround(IN_RENNES, around(null))).state).toBe('out_of_reach');
    expect((await bodiesAround(NOTHING_ANSWERED, around({ caf: CAF }))).state).toBe('no_place');
  });
});
