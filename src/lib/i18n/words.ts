import { NBSP } from './spaces';

/**
 * Chooses the singular or the plural as French counts: 0, 1 and 1,5 are singular, 2 and more are plural.
 * Give it messages or texts: `plural(count, m.plans_month_one, m.plans_month_other)({ count })`.
 */
export function plural<One, Other = One>(count: number, one: One, other: Other): One | Other {
  return Math.abs(count) < 2 ? one : other;
}

/** Words joined as a sentence does: "a", "a et b", "a, b et c". */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;
}

/** A text between French quotation marks, with their no-break spaces. */
export function quoted(text: string): string {
  return `«${NBSP}${text}${NBSP}»`;
}

/** The same text with a capital first letter: days and months are lower case inside a sentence only. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** The same text with a small first letter: what begins a line elsewhere goes on with a sentence here. */
export function small(text: string): string {
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}
