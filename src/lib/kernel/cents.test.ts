import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, fromEuros, parseAmount, splitCents, sumCents } from './cents';

describe('parseAmount', () => {
  it.each([
    ['35', 3500],
    ['1 234,50 €', 123450],
    ['1\u00a0234,50\u00a0€', 123450],
    ['1\u202f234,5 euros', 123450],
    ['1.234,56', 123456],
    ['1234.56', 123456],
    ['à peu près 35', 3500],
    ['environ 1 200,00 EUR', 120000],
    ['0', 0],
    ['-0', 0]
  ])('reads %j', (text, expected) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', 'amount_missing'],
    ['  ', 'amount_missing'],
    ['douze', 'amount_not_a_number'],
    ['12,345', 'amount_not_a_number'],
    ['1 23,00', 'amount_not_a_number'],
    ['1.234.5', 'amount_not_a_number'],
    ['=1+1', 'amount_not_a_number'],
    ['-5', 'amount_negative'],
    ['−5,00', 'amount_negative'],
    ['10 000 000,01', 'amount_too_large']
  ])('refuses %j', (text, code) => {
    expect(parseAmount(text)).toMatchObject({ ok: false, why: { code } });
  });

  it('reads a negative amount only when asked to', () => {
    expect(parseAmount('-12,30', { allowNegative: true })).toEqual({ ok: true, value: -1230 });
  });
});

describe('splitCents', () => {
  it('sums exactly and differs by one cent at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 200 }), (amount, parts) => {
        const shares = splitCents(cents(amount), parts);
        expect(sumCents(shares)).toBe(amount);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      })
    );
  });
});

describe('fromEuros', () => {
  it.each([
    [1.005, 101],
    [19.99, 1999],
    [-1.005, -101]
  ])('rounds %d half away from zero', (euros, expected) => expect(fromEuros(euros)).toBe(expected));
});
