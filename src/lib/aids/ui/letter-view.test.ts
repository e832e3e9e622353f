import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOTHING_ANSWERED, type KeptAnswers, type LocalAidsFile, type Places } from '$lib/aids';
import { cents, localDate } from '$lib/kernel';
import { letterView } from './letter-view';
import type { Surroundings } from './surroundings';

const places: Places = {
  index: async () => null,
  departement: async () => null,
  localAids: async (code) => JSON.parse(readFileSync(`static/aids/${code}.json`, 'utf8')) as LocalAidsFile
};
const around: Surroundings = {
  today: localDate('2026-11-22'),
  leftOverCents: cents(0),
  inDebt: true,
  places,
  bodies: async () => null,
  wantsBodies: true
};
const kept: KeptAnswers = {
  ...NOTHING_ANSWERED,
  passed: [
    { screen: 'couple', raw: { couple: 'no' } },
    { screen: 'children', raw: { children: 'yes', ages: '6, 9' } },
    { screen: 'place', raw: { postcode: '35000', insee: '35238', departement: '35', region: '53' } },
    { screen: 'arrears', raw: { arrears: 'rent,credit' } }
  ]
};
const plain = (text = '') => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a claim ready to send', () => {
  it('asks for an amount in her own words, with her household and the papers', async () => {
    const letter = await letterView('rsa', kept, around);
    const text = plain(letter?.text);
    expect(text).toContain('Je souhaite demander cette aide : RSA.');
    expect(text).toContain('Mon foyer : un adulte, 2 enfants.');
    expect(text).toContain('Papiers prévus : ');
    expect(text).toContain('Le 22 novembre 2026');
    expect(text).not.toContain('retard');
  });

  it('names the arrears that the aid answers, and no other', async () => {
    const letter = await letterView('delais-expulsion', kept, around);
    const text = plain(letter?.text);
    expect(text).toContain('J’ai du retard sur : Loyer ou crédit du logement.');
    expect(text).not.toContain('Crédit à la consommation');
  });

  it('knows the local aids of her département, and asks for a grant where the body may lend', async () => {
    const text = plain((await letterView('fsl-epci-243500139', kept, around))?.text);
    expect(text).toContain('une aide, et non un prêt');
  });

  it('opens in her e-mail with the whole text', async () => {
    const letter = await letterView('rsa', kept, around);
    const { searchParams } = new URL(letter?.mail ?? '');
    expect(searchParams.get('subject')).toBe(letter?.subject);
    expect(searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(letter?.text);
  });

  it('does not exist for an aid nobody knows', async () => {
    expect(await letterView('nothing-of-the-kind', kept, around)).toBeNull();
  });
});
