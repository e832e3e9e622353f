import { expect, it } from 'vitest';
import type { Right } from '$lib/aids';
import { rightFields, typedRight } from './right-form';

const right: Right = {
  id: 'fsl-35',
  name: 'FSL, Ille-et-Vilaine',
  kind: 'aid',
  theme: 'housing',
  who: 'Qui a du mal à payer son loyer',
  what: 'Une aide pour le loyer ou l’énergie',
  pays: { most: 1234.5, per: 'year' },
  ask: {
    place: 'Le Département',
    body: 'conseil_departemental',
    phone: '02 99 02 35 35',
    address: '1 avenue de la Préfecture'
  },
  papers: ['Pièce d’identité', 'Quittance'],
  law: 'Loi du 31 mai 1990, art. 6',
  source: 'Département',
  url: 'https://www.ille-et-vilaine.fr',
  knownOn: '2019',
  checked: 'partly',
  loan: 'either',
  urgent: true,
  arrears: ['rent', 'energy'],
  when: { arrears: ['rent'] },
  scope: { departements: ['35'], exceptEpcis: ['243500139'] }
};
const typed = (one: Right | null) =>
  Object.fromEntries(rightFields(one).map(({ name, value }) => [name, value]));

it('a form that nobody changed writes the right it was filled with', () => {
  const { id: _, ...rest } = right;
  expect(typedRight(typed(right), right.when)).toEqual(rest);
});

it('boxes that are empty write nothing, and a new right has its name to choose', () => {
  expect(rightFields(null)[0]?.name).toBe('id');
  expect(typedRight(typed(null), undefined)).toEqual({ checked: 'no', ask: {} });
});

it('a sum is read as French writes it, and what is none is left to the schema to refuse', () => {
  const paying = (text: string) => typedRight({ ...typed(right), 'pays.most': text }, undefined)['pays'];
  expect(paying('1 234,50 €')).toEqual({ most: 1234.5, per: 'year' });
  expect(paying('beaucoup')).toEqual({ most: Number.NaN, per: 'year' });
  expect(paying('')).toBeUndefined();
});
