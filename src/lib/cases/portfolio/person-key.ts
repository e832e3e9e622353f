import type { LocalDate } from '$lib/kernel';

/** What tells one person from another in a portfolio. */
export interface PersonFacts {
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: LocalDate;
}

/**
 * A text that is the same for the same person and differs for another: names without accents, case, ligatures,
 * spaces and punctuation, and the birth date. "Lefœuvre-D’Angelo" and "LEFOEUVRE D'ANGELO" are one name; another
 * first name or birth date is another person, so twins are two.
 */
export function personKey({ lastName, firstName, birthDate }: PersonFacts): string {
  return `${folded(lastName)}|${folded(firstName)}|${birthDate}`;
}

function folded(name: string): string {
  const lower = name.toLowerCase();
  const plain = lower
    .normalize('NFKD')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? lower : plain;
}
