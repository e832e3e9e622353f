import { describe, expect, it } from 'vitest';
import { euros, number, percent, phoneNumber } from './numbers';

/** The tests write plain spaces; the eye cannot tell them apart, so the kind is checked once below. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('an amount', () => {
  it.each([
    [62_640, {}, '626,40 €'],
    [0, {}, '0,00 €'],
    [5, {}, '0,05 €'],
    [123_456_789, {}, '1 234 567,89 €'],
    [3500, { cents: 'when-needed' }, '35 €'],
    [3140, { cents: 'when-needed' }, '31,40 €'],
    [104_249, { cents: 'never' }, '1 042 €'],
    [104_250, { cents: 'never' }, '1 043 €'],
    [-49, { cents: 'never' }, '0 €'],
    [-26_000, {}, '− 260,00 €'],
    [4640, { signed: true }, '+ 46,40 €'],
    [0, { signed: true }, '0,00 €']
  ] as const)('of %i cents with %o reads %s', (amount, options, text) => {
    expect(plain(euros(amount, options))).toBe(text);
  });

  it('never breaks across two lines', () => {
    expect(euros(104_200)).toBe('1\u202f042,00\u00a0€');
    expect(euros(-100)).toBe('−\u00a01,00\u00a0€');
  });
});

describe('a number', () => {
  it.each([
    [12_480, 0, '12 480'],
    [2.5, 1, '2,5'],
    [2, 1, '2'],
    [-0.4, 0, '0'],
    [-1999.5, 1, '− 1 999,5']
  ])('%d with %i decimals reads %s', (value, decimals, text) => {
    expect(plain(number(value, decimals))).toBe(text);
  });

  it('as a share reads as a percentage', () => {
    expect(percent(0.72)).toBe('72\u00a0%');
    expect(plain(percent(0.1234, 1))).toBe('12,3 %');
    expect(plain(percent(1))).toBe('100 %');
  });
});

describe('a phone number', () => {
  it.each([
    ['+33200000000', '02 00 00 00 00'],
    ['0200000000', '02 00 00 00 00'],
    ['3114', '3114'],
    ['+442000000000', '+442000000000']
  ])('%s reads %s', (digits, text) => {
    expect(plain(phoneNumber(digits))).toBe(text);
  });
});
