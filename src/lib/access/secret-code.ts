/**
 * Characters of the codes we print and send: no 0/O, 1/I/L, U/V, and of 5/S, 2/Z, 8/B only the digit, so that a code
 * read from paper cannot be read two ways.
 */
export const CODE_ALPHABET = '23456789ACDEFGHJKMNPQRTVWXY';

/** Length of a letter code: 27^10 is about 2^47, behind argon2id and five tries. */
export const LETTER_CODE_LENGTH = 10;
/** Length of a recovery code of the staff. */
export const RECOVERY_CODE_LENGTH = 10;
/** Digits of a one-time code sent by e-mail or SMS: ten minutes, five tries. */
export const ONE_TIME_CODE_LENGTH = 6;

const READ_AS: Readonly<Record<string, string>> = { S: '5', Z: '2', B: '8' };

/**
 * A code from random bytes, each byte giving at most one character. Bytes that would favour some characters are
 * skipped; null when too few are left, so that the caller draws again.
 */
export function codeFromBytes(bytes: Iterable<number>, length: number): string | null {
  const fair = 256 - (256 % CODE_ALPHABET.length);
  let code = '';
  for (const byte of bytes) {
    if (byte >= fair) continue;
    code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
    if (code.length === length) return code;
  }
  return null;
}

/** Six digits from random bytes, three bytes for each draw; null when the bytes ran out. */
export function digitsFromBytes(bytes: readonly number[] | Uint8Array): string | null {
  const modulus = 10 ** ONE_TIME_CODE_LENGTH;
  const fair = 2 ** 24 - (2 ** 24 % modulus);
  for (let index = 0; index + 2 < bytes.length; index += 3) {
    const draw = bytes[index]! * 65_536 + bytes[index + 1]! * 256 + bytes[index + 2]!;
    if (draw < fair) return String(draw % modulus).padStart(ONE_TIME_CODE_LENGTH, '0');
  }
  return null;
}

/**
 * Reads a code as people type it: lower case, spaces and dashes anywhere, S for 5, Z for 2, B for 8. Null when the
 * length is not right or a character is never used.
 */
export function readCode(typed: string, length: number = LETTER_CODE_LENGTH): string | null {
  const bare = bareCharacters(typed)
    .toUpperCase()
    .replace(/[SZB]/g, (letter) => READ_AS[letter]!);
  if (bare.length !== length) return null;
  return [...bare].every((character) => CODE_ALPHABET.includes(character)) ? bare : null;
}

/** Reads six digits as people type them ("123 456", "123-456"); null when they are not six digits. */
export function readDigits(typed: string): string | null {
  const bare = bareCharacters(typed);
  return /^\d{6}$/.test(bare) ? bare : null;
}

/** A code as it is printed and read aloud: groups of five ("K7M4X RP92T"), of three for six digits. */
export function groupedCode(code: string): string {
  const size = code.length === ONE_TIME_CODE_LENGTH ? 3 : 5;
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? code;
}

function bareCharacters(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\u00ad\u200b._'’–—-]/g, '');
}
