import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRfReference, readableRf, rfReference, type RfReference } from './rf-reference';

describe('a payment reference', () => {
  it.each([
    ['539007547034', 'RF18539007547034'],
    ['OXY2026000123', 'RF39OXY2026000123'],
    ['oxy-2026 000123', 'RF39OXY2026000123']
  ])('of %s is %s', (reference, expected) => {
    expect(rfReference(reference)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', 'reference_empty'],
    ['é - ?', 'reference_empty'],
    ['A'.repeat(22), 'reference_too_long']
  ])('of %j is refused', (reference, code) => {
    expect(rfReference(reference)).toMatchObject({ ok: false, why: { code, reference } });
  });

  it('is read with spaces and in lower case', () => {
    expect(isRfReference('rf18 5390 0754 7034')).toBe(true);
    expect(readableRf('RF18539007547034' as RfReference)).toBe('RF18 5390 0754 7034');
    expect(readableRf('RF39OXY2026000123' as RfReference)).toBe('RF39 OXY2 0260 0012 3');
  });

  it.each(['RF19539007547034', 'RF18539007547043', '539007547034', 'RF18', ''])('%j is not one', (text) => {
    expect(isRfReference(text)).toBe(false);
  });

  it('is always valid, and one digit or one letter mistaken for another is always seen', () => {
    const sign = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 21 }), sign, fc.nat(), (signs, other, pick) => {
        const made = rfReference(signs.join(''));
        if (!made.ok) throw new Error(made.why.code);
        expect(isRfReference(made.value)).toBe(true);
        const at = 4 + (pick % signs.length);
        const isDigit = (one: string) => /\d/.test(one);
        if (made.value[at] === other || isDigit(made.value[at]!) !== isDigit(other)) return;
        expect(isRfReference(made.value.slice(0, at) + other + made.value.slice(at + 1))).toBe(false);
      })
    );
  });
});
