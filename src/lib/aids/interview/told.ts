import type { AidKey } from '../aids';
import { isAidKey } from '../claims';
import type { RawAnswer } from './fields';
import type { KeptAnswers } from './answers-kept';

/**
 * What she said of the rights that depend on it, by what was missing: `situation.moving_in`, `benefit.pch`. False is
 * a no; null: she does not know, which stays open and is not asked as if she had said nothing.
 */
export type Told = Readonly<Record<string, boolean | null>>;

/** The fields of the form that carry such answers begin so. */
export const TELL = 'tell.';

const ANSWERS: Readonly<Record<string, boolean | null>> = { yes: true, no: false, unknown: null };
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
  return Object.keys(ANSWERS).find((word) => ANSWERS[word] === told[missing]) ?? '';
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

const benefitOf = (missing: string) => missing.replace('benefit.', '');

/** A national aid she says she receives leaves the sum of what is to claim. */
function heldWith(held: readonly AidKey[], told: Told): readonly AidKey[] {
  const received = Object.keys(told).filter((missing) => told[missing] === true);
  const more = received.map(benefitOf).filter(isAidKey);
  return [...held, ...more.filter((key) => !held.includes(key))];
}

/** The answers with those a press of the form carries, whatever was pressed. */
export function withTold(kept: KeptAnswers, form: RawAnswer): KeptAnswers {
  const said = Object.entries(form).flatMap(([name, word]): [string, boolean | null][] => {
    const missing = name.startsWith(TELL) ? name.slice(TELL.length) : '';
    const answer = ANSWERS[word];
    return isAskable(missing) && answer !== undefined ? [[missing, answer]] : [];
  });
  if (said.length === 0) return kept;
  const told = readTold({ ...kept.told, ...Object.fromEntries(said) });
  return { ...kept, told, held: heldWith(kept.held, Object.fromEntries(said)) };
}

/** The answers without one of them: its question is open again. */
export function withoutTold(kept: KeptAnswers, missing: string): KeptAnswers {
  const { [missing]: _, ...told } = kept.told;
  return { ...kept, told };
}
