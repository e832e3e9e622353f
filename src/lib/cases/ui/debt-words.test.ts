import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { DEBT_KINDS, limitationStatus } from '..';
import { cardLineWords, kindWord, limitationWords, missingItemWords, originWords } from './debt-words';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const today = localDate('2026-11-21');

describe('the words of a debt', () => {
  it('has its own for each kind', () => {
    expect(new Set(DEBT_KINDS.map(kindWord)).size).toBe(DEBT_KINDS.length);
    expect(cardLineWords('principal', 'consumer_credit')).toBe('Somme empruntée non rendue');
    expect(cardLineWords('paid', 'rent')).toBe('Déjà payé par vous');
  });

  it('tells where it comes from, with the day of the contract when it is known', () => {
    expect(plain(originWords('telecom', '…4471', localDate('2024-03-12')))).toBe(
      'Téléphone et internet, contrat n° …4471, signé le 12 mars 2024.'
    );
    expect(plain(originWords('telecom', '…4471', null))).toBe('Téléphone et internet, contrat n° …4471.');
  });

  it.each([
    ['2026-02-05', null, 'D’après nos dates, non : Mobilis a jusqu’au 5 février 2027 pour aller en justice.'],
    ['2025-12-01', null, 'D’après nos dates, pas encore. Mobilis a jusqu’au 1er décembre 2026'],
    ['2020-02-05', null, 'Peut-être. D’après nos dates, Mobilis avait jusqu’au 5 février 2021'],
    ['2020-02-05', 'expired', 'Oui. Mobilis avait jusqu’au 5 février 2021'],
    ['2020-02-05', 'still_due', 'Une personne de notre équipe a vérifié : Mobilis peut encore'],
    ['2026-02-05', 'expired', 'Oui. Le délai pour aller en justice est passé.'],
    [null, null, 'Nous ne savons pas encore.']
  ] as const)('answers, for a bill first missed on %s and found %s: %s', (missed, review, words) => {
    const limitation = limitationStatus('telecom', missed === null ? null : localDate(missed), today);
    expect(plain(limitationWords(limitation, review, 'Mobilis'))).toContain(words);
  });

  it('names a missing paper', () => {
    expect(missingItemWords('mandate', 'Mobilis')).toContain('Mobilis');
    expect(missingItemWords('contract_date', 'Mobilis')).toBe('La date du contrat.');
  });
});
