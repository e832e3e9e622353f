import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhoneNumber } from './phone-number';
import { readPostcode } from './territory';

describe('readPhoneNumber', () => {
  it.each([
    ['07 24 62 44 02', '+33724624402'],
    ['06.12.34.56.78', '+33612345678'],
    ['0612345678', '+33612345678'],
    ['06-12-34-56-78', '+33612345678'],
    ['06\u00a012\u00a034\u202f56 78', '+33612345678'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['01 42 34 56 78', '+33142345678'],
    ['09 51 23 45 67', '+33951234567'],
    ['06 39 98 12 34', '+33639981234'],
    ['0690 12 34 56', '+590690123456'],
    ['0594 30 12 34', '+594594301234'],
    ['06 94 06 44 48', '+594694064448'],
    ['0696 12 34 56', '+596696123456'],
    ['0692 12 34 56', '+262692123456'],
    ['0639 12 34 56', '+262639123456'],
    ['0508 41 23 45', '+508412345'],
    ['+590 690 12 34 56', '+590690123456'],
    ['+33 692 12 34 56', '+262692123456'],
    ['+687 78 12 34', '+687781234'],
    ['+32 470 12 34 56', '+32470123456']
  ])('reads %s as %s', (text, e164) => {
    expect(readPhoneNumber(text)).toBe(e164);
  });

  it.each([
    ['87 12 34 56', '98714', '+68987123456'],
    ['78.12.34', '98850', '+687781234'],
    ['41 23 45', '97500', '+508412345'],
    ['82 12 34', '98600', '+681821234']
  ])('reads the local number %s from the postcode %s', (text, postcode, e164) => {
    expect(readPhoneNumber(text, readPostcode(postcode)!)).toBe(e164);
  });

  it.each(['', '12', '06 12 34 56 7', '06 12 34 56 789', '08 99 12 34 56', '00 12 34', '+33 8 99 12 34 56'])(
    'refuses "%s"',
    (text) => expect(readPhoneNumber(text)).toBeNull()
  );

  it.each(['pas un numéro', '06 12 34 56 78 ou 79', '78 12 34', '+', '++33612345678', '+690123'])(
    'refuses "%s"',
    (text) => expect(readPhoneNumber(text, readPostcode('35000')!)).toBeNull()
  );

  it('gives back the same number when it reads what it wrote, and only digits after the plus', () => {
    const anyNational = fc
      .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 9), fc.integer({ min: 0, max: 99_999_999 }))
      .map(([first, rest]) => `0${first}${String(rest).padStart(8, '0')}`);
    fc.assert(
      fc.property(anyNational, (number) => {
        const e164 = readPhoneNumber(number);
        expect(e164).toMatch(/^\+[1-9]\d{7,14}$/);
        expect(readPhoneNumber(e164!)).toBe(e164);
      })
    );
  });
});
