declare const referenceBrand: unique symbol;

/** The reference of a case as it is kept and printed: capitals and digits, parts joined by `-` (`OX26-000001`). */
export type CaseReference = string & { readonly [referenceBrand]: true };

const HOUSE_SHAPE = /^(?!00)([A-Z0]{2})([0-9OIL]{2})([0-9OIL]{6})$/;
const ANY_SHAPE = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
const SHORTEST = 4;
const LONGEST = 40;

/**
 * Reads a reference as a person types it from a letter: case, spaces, dots, slashes and any dash do not matter,
 * and in our own references (two letters, two digits, six digits) an O typed for a zero or an I for a one is
 * put right. Null when it cannot be a reference; whether such a case exists is another question.
 */
export function readCaseReference(text: string): CaseReference | null {
  const parts = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}−._/]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const house = HOUSE_SHAPE.exec(parts.replaceAll('-', ''));
  if (house) {
    const [, letters = '', year = '', number = ''] = house;
    return `${letters.replaceAll('0', 'O')}${asDigits(year)}-${asDigits(number)}` as CaseReference;
  }
  if (parts.length < SHORTEST || parts.length > LONGEST || !ANY_SHAPE.test(parts)) return null;
  return parts as CaseReference;
}

function asDigits(text: string): string {
  return text.replaceAll('O', '0').replace(/[IL]/g, '1');
}
