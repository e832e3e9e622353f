import { describe, expect, it } from 'vitest';
import { judgePlace } from './judge-place';
import type { Scope } from './right';
import type { Place } from './rights-context';

const VANNES: Place = {
  insee: '56260',
  epciSiren: '200067932',
  departement: '56',
  region: '53',
  postcode: '56000'
};
const said = (scope: Scope | undefined, place: Place) => judgePlace(scope, place).answer;

describe('where a right exists', () => {
  it.each<[string, Scope | undefined, string]>([
    ['everywhere', undefined, 'yes'],
    ['her commune', { communes: ['56260'] }, 'yes'],
    ['the commune beside', { communes: ['56251'] }, 'no'],
    ['her EPCI', { epcis: ['200067932'] }, 'yes'],
    ['another EPCI of her département', { epcis: ['200042174'] }, 'no'],
    ['her département', { departements: ['56'] }, 'yes'],
    ['the département beside', { departements: ['35'] }, 'no'],
    ['her région', { regions: ['53'] }, 'yes'],
    ['another région', { regions: ['52'] }, 'no'],
    ['her postcode', { postcodes: ['56000'] }, 'yes'],
    ['her département but not her EPCI', { departements: ['56'], exceptEpcis: ['200067932'] }, 'no'],
    ['her département but not another EPCI', { departements: ['56'], exceptEpcis: ['200042174'] }, 'yes']
  ])('%s', (_name, scope, expected) => expect(said(scope, VANNES)).toBe(expected));

  it('is open while only the département is known', () => {
    const place = { departement: '56', region: '53' };
    expect(said({ communes: ['56260'] }, place)).toBe('maybe');
    expect(said({ departements: ['56'], exceptEpcis: ['200042174'] }, place)).toBe('maybe');
    expect(said({ departements: ['56'] }, place)).toBe('yes');
  });

  it('is settled for an island without EPCI', () => {
    expect(said({ epcis: ['200067932'] }, { ...VANNES, epciSiren: null })).toBe('no');
  });

  it.each([
    ['75111', '75056'],
    ['69383', '69123'],
    ['13216', '13055']
  ])('counts arrondissement %s as a part of its city', (insee, city) => {
    expect(said({ communes: [city] }, { ...VANNES, insee })).toBe('yes');
    expect(said({ communes: ['56260'] }, { ...VANNES, insee })).toBe('no');
  });
});
