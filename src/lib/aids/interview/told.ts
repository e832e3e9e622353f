/**
 * What she said of the rights that depend on it, by what was missing: `situation.moving_in`, `benefit.pch`. False is
 * a no; null: she does not know, which stays open and is not asked as if she had said nothing.
 */
export type Told = Readonly<Record<string, boolean | null>>;

/** The fields of the form that carry such answers begin so. */
export const TELL = 'tell.';

/** What each word of the form says. */
export const TOLD_WORDS: Readonly<Record<string, boolean | null>> = { yes: true, no: false, unknown: null };
const ASKABLE = /^(?:situation|benefit)\.[a-z_]+$/;
// more than the catalogue asks: a page that sends more is not ours
const MOST = 200;

/** Whether what is missing for a right is a question she can answer beside it. */
export function isAskable(missing: string): boolean {
  return ASKABLE.test(missing);
}

/** The word of the form for an answer given; empty while there is none. */
export function toldWord(told: Told, missing: string): string {
  if (!Object.hasOwn(told, missing)) return '';
  return Object.keys(TOLD_WORDS).find((word) => TOLD_WORDS[word] === told[missing]) ?? '';
}

/** Reads answers kept before; what is not one is left out. */
export function readTold(value: unknown): Told {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [string, boolean | null] =>
      isAskable(entry[0]) && (entry[1] === null || typeof entry[1] === 'boolean')
  );
  return Object.fromEntries(entries.slice(0, MOST));
}
