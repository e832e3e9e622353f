import { expect, it } from 'vitest';
import type { Right } from '$lib/aids';
import type { Revision } from '$lib/server/aids';
import { differencesOf } from './difference';

const right = {
  // in the order in which Postgres gives it back
  ask: { body: 'ccas', place: 'CCAS' },
  who: 'Qui est seul',
  kind: 'aid',
  name: 'Aide de Rennes',
  pays: { per: 'year', most: 1234.5 },
  theme: 'debt',
  id: 'aide-de-rennes',
  what: 'Une part des factures',
  source: 'Ville',
  url: 'https://rennes.exemple',
  checked: 'no'
} as const satisfies Right;

const wordsOf = (places: string, code: string) => (places === 'communes' ? `ville ${code}` : code);
const between = (before: Right | null, after: Right | null) =>
  differencesOf({ revised: { subject: 'right', key: right.id, before, after } } as Revision, wordsOf, {});

it('a new right is read in the order of its form, in French words', () => {
  expect(between(null, right).map(({ what, after }) => `${what} : ${after}`)).toEqual([
    'Où : Partout en France',
    'Nom : Aide de Rennes',
    'Pour qui : Qui est seul',
    'Ce que c’est : Une part des factures',
    'Somme versée, au plus : 1\u202f234,50\u00a0€',
    'Versée : chaque année',
    'Où demander : CCAS',
    'Organisme : CCAS',
    'Source : Ville',
    'Adresse de la source : https://rennes.exemple',
    'Vérifié : pas vérifié',
    'Sorte : une aide',
    'Thème : dettes'
  ]);
});

it('what stays the same is not repeated, and a right that gets a place leaves everywhere', () => {
  expect(between(right, { ...right, scope: { communes: ['35238'] } })).toEqual([
    { what: 'Communes', before: '–', after: 'ville 35238' },
    { what: 'Où', before: 'Partout en France', after: '–' }
  ]);
});
