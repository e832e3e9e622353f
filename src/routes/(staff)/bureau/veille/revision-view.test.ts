import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Right, Scope } from '$lib/aids';
import { localDate } from '$lib/kernel';
import type { Revision } from '$lib/server/aids';
import { differencesOf } from './changement/[revisionId]/difference';
import { placeWords, scopesOf } from './place-words';
import { revisionLines } from './revision-view';

const asked: string[] = [];
/** The site's own files, as a page is given them. */
const get = ((address: string) => {
  asked.push(address);
  return Promise.resolve(new Response(readFileSync(`static${address}`)));
}) as typeof fetch;

const right = (scope?: Scope): Right => ({
  id: 'aide-essai',
  name: 'Aide',
  kind: 'aid',
  theme: 'energy',
  who: 'Qui est seul',
  what: 'Une part des factures',
  ask: { place: 'CCAS' },
  source: 'Ville',
  url: 'https://ville.exemple',
  checked: 'no',
  ...(scope && { scope })
});
const revision = (before: Right | null, after: Right | null): Revision =>
  ({
    id: 'r',
    revised: { subject: 'right', key: 'aide-essai', before, after },
    inForceOn: localDate('2026-12-01'),
    proposedAt: new Date('2026-11-24T09:00:00Z'),
    proposedByName: 'Claire',
    reason: 'Autre territoire',
    state: 'proposed'
    // only what the view reads: the rest of a revision is of no account here
  }) as unknown as Revision;
const whereIn = async (before: Right | null, after: Right | null) =>
  (await revisionLines([revision(before, after)], get))[0]?.where;

it('the history names the places of a change, before and after', async () => {
  const before = right({ departements: ['35'], exceptEpcis: ['243500139'] });
  const after = right({ regions: ['53'], communes: ['75056', '2A004', '97411'] });
  expect(await whereIn(before, after)).toBe(
    'Où, avant\u00a0: Ille-et-Vilaine (35), sauf Rennes Métropole. ' +
      'Après\u00a0: région Bretagne, Paris (75), Ajaccio (2A) et Saint-Denis (974).'
  );
  expect(asked.sort()).toEqual(['/territory/2A.json', '/territory/75.json', '/territory/974.json']);
});

it('a new right says where it is, one that ends or stays where it was says nothing', async () => {
  const here = right({ epcis: ['243500139'] });
  expect(await whereIn(null, here)).toBe('Où\u00a0: Rennes Métropole');
  expect(await whereIn(null, right())).toBe('Où\u00a0: Partout en France');
  expect(await whereIn(here, null)).toBeNull();
  expect(await whereIn(here, { ...here, what: 'Autre chose' })).toBeNull();
});

it('a long list is shortened in the history, where one name would be left it is not', async () => {
  const towns = ['35238', '35001', '35002', '35003', '35005', '35006', '35007', '35008'];
  const whereOf = (count: number) => whereIn(null, right({ communes: towns.slice(0, count) }));
  expect(await whereOf(7)).not.toContain('autres');
  expect(await whereOf(8)).toMatch(/^Où\u00a0: Rennes \(35\), .* et 2 autres$/);
});

it('the page of a change names every place, and keeps the code of a place that is no more', async () => {
  const one = revision(right(), right({ communes: ['35238', '35999'], departements: ['974'] }));
  const wordsOf = await placeWords(get, scopesOf(one));
  expect(differencesOf(one, wordsOf, {})).toEqual([
    { what: 'Départements', before: '–', after: 'La Réunion (974)' },
    { what: 'Communes', before: '–', after: 'Rennes (35), 35999' },
    { what: 'Où', before: 'Partout en France', after: '–' }
  ]);
});
