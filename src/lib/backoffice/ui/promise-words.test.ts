import { expect, it } from 'vitest';
import { promiseWords } from './promise-words';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const now = new Date('2026-11-24T15:00:00Z');

it.each([
  [null, 'dès maintenant'],
  ['2026-11-24T17:00:00Z', 'avant 18 h'],
  ['2026-11-25T17:00:00Z', 'demain, avant 18 h'],
  ['2026-11-26T17:00:00Z', 'jeudi 26, avant 18 h'],
  ['2026-12-01T17:00:00Z', 'mardi 1er décembre, avant 18 h'],
  ['2026-11-20T17:00:00Z', 'promis pour vendredi 20, 18 h'],
  ['2026-11-24T14:00:00Z', 'promis pour 15 h'],
  ['2026-11-23T17:00:00Z', 'promis pour hier, 18 h']
])('a promise for %s reads %s', (by, words) => {
  expect(plain(promiseWords({ kind: 'reply', by: by === null ? null : new Date(by) }, now))).toBe(words);
});
