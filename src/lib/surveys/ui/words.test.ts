import { localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import { publishPeriods } from '../publishable-figures';
import { findingWords, periodWords, plotLabel, tableRows } from './words';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const month = (number: number, very: number, rather_not = 0) => ({
  startsOn: localDate(`2026-0${number}-01`),
  endsOn: localDate(`2026-0${number}-28`),
  counts: { very, rather: 0, rather_not, not_at_all: 0 }
});

describe('the satisfaction plot in words', () => {
  it.each([
    [[month(9, 87, 17)], 'Au-dessus de la référence de 72 %, intervalle compris.'],
    [[month(9, 30, 30)], 'Sous la référence de 72 %, intervalle compris.'],
    [[month(9, 8, 2)], 'Trop tôt pour dire si la référence de 72 % est dépassée.'],
    [[month(9, 4)], 'Moins de 10 réponses : aucun chiffre pour l’instant.'],
    [[], 'Moins de 10 réponses : aucun chiffre pour l’instant.'],
    [[month(8, 87, 17), month(9, 3)], 'Au-dessus de la référence de 72 %, intervalle compris.']
  ])('finds: %#', (periods, expected) => expect(plain(findingWords(publishPeriods(periods)))).toBe(expected));

  it('names merged months together', () => {
    expect(publishPeriods([month(3, 4), month(4, 46)]).map(periodWords)).toEqual(['mars à avril']);
  });

  it('tells the same figures to those who do not see it, and shows none under ten', () => {
    const periods = publishPeriods([month(8, 72, 28), month(9, 3)]);
    expect(plain(plotLabel(periods))).toBe(
      'Part de personnes satisfaites par période, avec intervalle à 95 %. août : 72 %, de 63 % à 80 %. septembre : moins de 10 réponses. Référence 72 %.'
    );
    expect(tableRows(periods).map(({ header, cells }) => plain([header, ...cells].join(' | ')))).toEqual([
      'août | 72 % | de 63 % à 80 % | 100',
      'septembre | – | – | moins de 10'
    ]);
  });
});
