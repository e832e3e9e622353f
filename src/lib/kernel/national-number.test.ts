import { describe, expect, it } from 'vitest';
import { looksLikeNationalNumber } from './national-number';

describe('looksLikeNationalNumber', () => {
  it.each([
    ['fifteen digits', '185057800608436'],
    ['groups', '1 85 05 78 006 084 36'],
    ['no-break spaces', '2\u00a085\u00a005\u00a078\u00a0006\u00a0084\u00a091'],
    ['dots or dashes', '1.85.05.78.006.084-36'],
    ['thirteen digits, key left out', '2850578006084'],
    ['a wrong key', '1 85 05 78 006 084 99'],
    ['Corsica', '1 85 05 2A 006 084 12'],
    ['inside a sentence', 'mon numéro : 285057800608491, merci'],
    ['full-width digits', '１８５０５７８００６０８４３６'],
    ['Arabic digits', '١٨٥٠٥٧٨٠٠٦٠٨٤٣٦'],
    ['an unknown birth month with the right key', keyed('1853278006084')]
  ])('sees a national number written with %s', (_what, text) => {
    expect(looksLikeNationalNumber(text)).toBe(true);
  });

  it.each([
    ['a phone', '06 38 58 59 36'],
    ['an international phone', '+33638585936'],
    ['an amount', '1 234 567,89'],
    ['a day', '12/03/2025'],
    ['an IBAN', 'FR76 3000 6000 0112 3456 7890 189'],
    ['a contract that starts with a year', '202406123456789'],
    ['an address', '12 rue du 11 Novembre 1918, 75013 Paris'],
    ['fourteen digits', '18505780060843'],
    ['sixteen digits', '1850578006084361'],
    ['nothing', '']
  ])('lets %s through', (_what, text) => {
    expect(looksLikeNationalNumber(text)).toBe(false);
  });
});

function keyed(body: string): string {
  return body + String(97 - Number(BigInt(body) % 97n)).padStart(2, '0');
}
