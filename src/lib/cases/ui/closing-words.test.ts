import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { CLOSING_REASONS, type ClosingReason } from '..';
import { closingWords } from './closing-words';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const wordsFor = (reason: ClosingReason) =>
  closingWords({
    personName: 'Nadia Ferrand',
    reference: 'OX26-000001',
    reason,
    closedOn: localDate('2026-11-24'),
    today: localDate('2026-12-02'),
    debts: [
      {
        creditorName: 'Banque Hermine',
        contractReference: 'C-4471',
        letterReference: 'L-218',
        letterSentOn: localDate('2026-05-04')
      }
    ]
  });

const textOf = (words: ReturnType<typeof closingWords>) => plain(Object.values(words).flat().join(' '));

describe('the attestation of the end of a case', () => {
  it('names the case, the person, both days, and each line with its first letter (CPCE R124-4)', () => {
    const words = wordsFor('paid');
    expect(plain(words.says)).toContain(
      'le dossier OX26-000001, au nom de Nadia Ferrand, est fermé depuis le 24 novembre 2026'
    );
    expect(words.debts.map(plain)).toEqual([
      'Banque Hermine, contrat n° C-4471. Première lettre du 4 mai 2026, référence L-218.'
    ]);
    expect(plain(words.made)).toContain('Fait le 2 décembre 2026');
  });

  it.each<[ClosingReason, RegExp]>([
    ['paid', /Les reçus restent la preuve/],
    ['plan_kept', /Les reçus restent la preuve/],
    ['given_back', /peut encore s’adresser à vous\. Ce document ne dit pas si la somme reste due/],
    ['not_owed', /a terminé sa vérification/],
    ['time_barred', /seul un juge tranche/],
    ['erased_by_decision', /la décision de la commission .* fait foi/],
    ['other', /ne dit pas si les sommes restent dues/]
  ])('says no more than is known: %s', (reason, meaning) => {
    expect(plain(wordsFor(reason).meaning)).toMatch(meaning);
  });

  it.each(CLOSING_REASONS)('%s: no amount, no promise for the creditor, no word of a judgment', (reason) => {
    const text = textOf(wordsFor(reason));
    expect(text).not.toMatch(/€|vous ne devez (plus )?rien|définitivement|renonce/);
    expect(text).toContain('Ce n’est ni un jugement, ni un reçu, ni une reconnaissance de dette');
  });
});
