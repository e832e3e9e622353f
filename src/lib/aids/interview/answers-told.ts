import type { AidKey } from '../aids';
import { isAidKey } from '../claims';
import type { KeptAnswers } from './answers-kept';
import type { RawAnswer } from './fields';
import { isAskable, readTold, TELL, TOLD_WORDS, type Told } from './told';

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
    const answer = TOLD_WORDS[word];
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
