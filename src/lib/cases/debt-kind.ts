/** What a debt comes from. It decides the limitation period and the words of the honesty card. */
export const DEBT_KINDS = [
  'purchase',
  'insurance',
  'consumer_credit',
  'energy',
  'rent',
  'health',
  'telecom'
] as const;

/** One of {@link DEBT_KINDS}. */
export type DebtKind = (typeof DEBT_KINDS)[number];

/** The word of the column `nature` in a creditor's file for each kind. */
const KIND_OF_NATURE: ReadonlyMap<string, DebtKind> = new Map([
  ['achat', 'purchase'],
  ['assurance', 'insurance'],
  ['credit_conso', 'consumer_credit'],
  ['energie', 'energy'],
  ['loyer', 'rent'],
  ['sante', 'health'],
  ['telecom', 'telecom']
]);

/** The words that the column `nature` may hold, for a message that lists them. */
export const KNOWN_NATURES: readonly string[] = [...KIND_OF_NATURE.keys()];

/** The kind a creditor's word means (accents, case, spaces and hyphens do not matter); null when unknown. */
export function kindOfNature(word: string): DebtKind | null {
  const exact = KIND_OF_NATURE.get(word);
  if (exact) return exact;
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[\s-]+/g, '_');
  return KIND_OF_NATURE.get(plain) ?? null;
}
