import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CODE_ALPHABET,
  codeFromBytes,
  digitsFromBytes,
  groupedCode,
  readCode,
  readDigits
} from './secret-code';

describe('letter codes', () => {
  it('never hold two characters that look alike', () => {
    for (const alike of ['0O', '1IL', 'UV', '5S', '2Z', '8B']) {
      expect([...alike].filter((character) => CODE_ALPHABET.includes(character)).length).toBeLessThan(2);
    }
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
  });

  it.each([
    ['K7M4XRP92T', 'K7M4XRP92T'],
    ['k7m4x rp92t', 'K7M4XRP92T'],
    [' k7m4-xrp9-2t ', 'K7M4XRP92T'],
    ['K7M4X\u00a0RP92T', 'K7M4XRP92T'],
    ['k7m4x–rp9zt', 'K7M4XRP92T'],
    ['S7M4XRP9BT', '57M4XRP98T']
  ])('%j is read as %s', (typed, code) => expect(readCode(typed)).toBe(code));

  it.each(['', 'K7M4XRP92', 'K7M4XRP92TT', 'K7M4XRP90T', 'K7M4XRP9IT', 'K7M4XRP9é2', '<script>ab'])(
    '%j is no code',
    (typed) => expect(readCode(typed)).toBeNull()
  );

  it('are read back however they are grouped', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), (bytes) => {
        const code = codeFromBytes(bytes, 10);
        fc.pre(code !== null);
        expect(readCode(groupedCode(code!).toLowerCase())).toBe(code);
      })
    );
  });

  it('favour no character: bytes past the last full round are skipped', () => {
    expect(codeFromBytes([243, 255, 250], 1)).toBeNull();
    expect(codeFromBytes([242], 1)).toBe(CODE_ALPHABET.at(-1));
    expect(codeFromBytes([0, 1], 3)).toBeNull();
  });
});

describe('one-time codes', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    [' 123-456 ', '123456'],
    ['１２３４５６', '123456'],
    ['12345', null],
    ['1234567', null],
    ['12345a', null]
  ])('%j is read as %s', (typed, code) => expect(readDigits(typed)).toBe(code));

  it('keep their leading zeros and favour no number', () => {
    expect(digitsFromBytes([0, 0, 7])).toBe('000007');
    expect(digitsFromBytes([255, 255, 255])).toBeNull();
    expect(digitsFromBytes([255, 255, 255, 0, 0, 1])).toBe('000001');
  });

  it('are printed in two groups of three', () => expect(groupedCode('123456')).toBe('123 456'));
});
