import type { Adult, Child, Household, Housing } from './household';

/** A key nobody reads: a misspelt income would count as nothing. */
export interface UnknownKey {
  /** Where it stands, `adults[0].net_salery`. */
  readonly path: string;
  /** The known key it resembles most; null when it resembles none. */
  readonly nearest: string | null;
}

type Keys<T> = Readonly<Record<keyof T, true>>;

const HOUSEHOLD: Keys<Household> = { adults: true, children: true, housing: true, recently_separated: true };
const ADULT: Keys<Adult> = {
  age: true,
  birth: true,
  activity: true,
  net_salary: true,
  unemployment_benefit: true,
  retirement_pension: true,
  invalidity_pension: true,
  alimony_received: true,
  alimony_paid: true,
  livret_a: true,
  other_savings: true,
  disability_rate: true,
  rsdae: true,
  ass_eligible: true,
  scholarship_holder: true,
  rsa_jeune: true,
  pregnant: true
};
const CHILD: Keys<Child> = { age: true, birth: true, aeeh: true, aeeh_complement: true };
const HOUSING: Keys<Housing> = {
  status: true,
  zone: true,
  rent: true,
  flatshare: true,
  room: true,
  pays_contribution: true
};

/** How many letters are to be added, left out or changed to get from one word to the other (Levenshtein). */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    for (let column = 1; column <= other.length; column++) {
      const changed = row[column - 1]! + (one[line - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min(changed, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}

function nearestOf(key: string, known: readonly string[]): string | null {
  const plain = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '');
  let best: string | null = null;
  // half of the letters: further apart, it is another word
  let least = Math.max(key.length, 3) / 2;
  for (const candidate of known) {
    const apart = lettersApart(plain(key), plain(candidate));
    if (apart > least || (apart === least && best !== null)) continue;
    [best, least] = [candidate, apart];
  }
  return best;
}

function unknownIn(fields: unknown, known: Readonly<Record<string, true>>, path: string): UnknownKey[] {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return [];
  const found: UnknownKey[] = [];
  for (const key of Object.keys(fields))
    if (!Object.hasOwn(known, key))
      found.push({ path: path + key, nearest: nearestOf(key, Object.keys(known)) });
  return found;
}

const inEach = (list: unknown, known: Readonly<Record<string, true>>, place: 'adults' | 'children') =>
  Array.isArray(list)
    ? list.flatMap((one: unknown, index) => unknownIn(one, known, `${place}[${index}].`))
    : [];

/** The keys of a household from outside that nobody reads, each with its nearest known spelling. What is no household has none. */
export function unknownKeysIn(input: unknown): readonly UnknownKey[] {
  if (typeof input !== 'object' || input === null) return [];
  const { adults, children, housing } = input as Record<string, unknown>;
  return [
    ...unknownIn(input, HOUSEHOLD, ''),
    ...inEach(adults, ADULT, 'adults'),
    ...inEach(children, CHILD, 'children'),
    ...unknownIn(housing, HOUSING, 'housing.')
  ];
}
