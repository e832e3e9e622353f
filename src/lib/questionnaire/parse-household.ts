import { ok, refused, type Result } from '$lib/kernel';
import type { HouseholdValue } from './answers';
import { AGE_BANDS, type AgeBand } from './choices';

/** The most adults, and the most children, a household may count here. */
export const MOST_PEOPLE = 20;

/** The oldest age taken as an age. */
export const OLDEST_AGE = 120;

/** Why a household could not be read; `field` says where. */
export type HouseholdRefusal = (AdultsRefusal & { readonly also?: AgesRefusal }) | AgesRefusal;

/** Why the adults could not be read. With `also`, neither could the ages: both are said at once. */
type AdultsRefusal =
  | { readonly code: 'adults_missing'; readonly field: 'adults' }
  | { readonly code: 'adults_not_a_number'; readonly field: 'adults'; readonly text: string }
  | { readonly code: 'adults_out_of_range'; readonly field: 'adults'; readonly maximum: number };

/** Why the ages could not be read. */
type AgesRefusal =
  | { readonly code: 'ages_not_understood'; readonly field: 'childAges'; readonly text: string }
  | { readonly code: 'age_out_of_range'; readonly field: 'childAges'; readonly age: number }
  | { readonly code: 'child_is_an_adult'; readonly field: 'childAges'; readonly age: number }
  | { readonly code: 'too_many_children'; readonly field: 'childAges'; readonly maximum: number };

/** The band of a child's age in full years; null from 25 on, where one counts among the adults. */
export function ageBandOf(age: number): AgeBand | null {
  return AGE_BANDS.find((band) => age >= boundsOf(band).first && age <= boundsOf(band).last) ?? null;
}

function boundsOf(band: AgeBand): { first: number; last: number } {
  const [first, last] = band.split('-').map(Number) as [number, number];
  return { first, last };
}

/**
 * Reads the adults ("2", "2 adultes") and the children's ages as people write them: "6, 11", "6 ans et 8 mois",
 * "6 11", "de 6 à 10 ans". Only bands are kept. Blank ages mean no child. Names are refused, not stored.
 */
export function parseHousehold(
  adultsText: string,
  agesText: string
): Result<HouseholdValue, HouseholdRefusal> {
  const adults = parseAdults(adultsText);
  const bands = parseChildAges(agesText);
  if (!adults.ok) return bands.ok ? adults : refused({ ...adults.why, also: bands.why });
  if (!bands.ok) return bands;
  const childrenByBand: Partial<Record<AgeBand, number>> = {};
  for (const band of AGE_BANDS) {
    const count = bands.value.filter((one) => one === band).length;
    if (count > 0) childrenByBand[band] = count;
  }
  return ok({ kind: 'household', adults: adults.value, childrenByBand });
}

function parseAdults(text: string): Result<number, AdultsRefusal> {
  if (text === '') return refused({ code: 'adults_missing', field: 'adults' });
  const match = /^(\d{1,4})\s*(?:adultes?|personnes?)?$/i.exec(text);
  if (!match) return refused({ code: 'adults_not_a_number', field: 'adults', text });
  const adults = Number(match[1]);
  if (adults < 1 || adults > MOST_PEOPLE)
    return refused({ code: 'adults_out_of_range', field: 'adults', maximum: MOST_PEOPLE });
  return ok(adults);
}

const NO_CHILD = /^(?:non|aucun|aucune|pas d.enfants?|sans enfants?)?$/;
const BAND = /^(?:de )?(\d{1,2}) ?(?:à|a|-|–) ?(\d{1,2})(?: ans)?$/;
const AGE = /^(\d{1,4}) ?(ans?|mois)?$/;

function parseChildAges(text: string): Result<AgeBand[], AgesRefusal> {
  const plain = text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  if (NO_CHILD.test(plain)) return ok([]);
  const pieces = plain.split(/ ?[,;/+&] ?| et /).flatMap((piece) => splitBareAges(piece.trim()));
  const bands: AgeBand[] = [];
  for (const piece of pieces.filter((one) => one !== '')) {
    const band = parsePiece(piece);
    if (!band.ok) return band;
    bands.push(band.value);
  }
  if (bands.length === 0) return refused({ code: 'ages_not_understood', field: 'childAges', text });
  if (bands.length > MOST_PEOPLE)
    return refused({ code: 'too_many_children', field: 'childAges', maximum: MOST_PEOPLE });
  return ok(bands);
}

function splitBareAges(piece: string): string[] {
  return /^\d{1,3}(?: \d{1,3})+(?: ans)?$/.test(piece) ? piece.replace(/ ans$/, '').split(' ') : [piece];
}

function parsePiece(piece: string): Result<AgeBand, AgesRefusal> {
  const range = BAND.exec(piece);
  const written = AGE_BANDS.find((band) => range !== null && band === `${range[1]}-${range[2]}`);
  if (written) return ok(written);
  const match = AGE.exec(piece);
  if (!match) return refused({ code: 'ages_not_understood', field: 'childAges', text: piece });
  const age = match[2] === 'mois' ? Math.floor(Number(match[1]) / 12) : Number(match[1]);
  if (age > OLDEST_AGE) return refused({ code: 'age_out_of_range', field: 'childAges', age });
  const band = ageBandOf(age);
  return band === null ? refused({ code: 'child_is_an_adult', field: 'childAges', age }) : ok(band);
}
