import type { AidKey } from '../aids';
import type { Activity, HousingStatus } from '../household';
import type { Condition } from './condition';
import type { Arrears, Benefit } from './vocabulary';

/** Why a right is not hers, and by how much. */
export type Reason =
  | { readonly code: 'too_young' | 'too_old'; readonly bound: number; readonly years: number }
  | { readonly code: 'nobody_of_age'; readonly least: number | null; readonly most: number | null }
  | { readonly code: 'too_few_children'; readonly needed: number; readonly fewer: number }
  | { readonly code: 'lives_alone' | 'lives_in_couple' }
  | { readonly code: 'other_activity'; readonly wanted: readonly Activity[] }
  | { readonly code: 'other_housing'; readonly wanted: readonly HousingStatus[] }
  | { readonly code: 'disability_below'; readonly needed: number; readonly short: number }
  | { readonly code: 'no_disabled_child' }
  | {
      readonly code: 'income_over';
      readonly ceiling: number;
      readonly income: number;
      readonly over: number;
      /** The income looked at stands for another, such as that of two years ago. */
      readonly estimated: boolean;
    }
  | { readonly code: 'not_entitled'; readonly aids: readonly AidKey[] }
  | { readonly code: 'not_received'; readonly benefits: readonly Benefit[] }
  | { readonly code: 'not_the_situation'; readonly situation: string }
  | { readonly code: 'no_such_arrears'; readonly arrears: readonly Arrears[] }
  | { readonly code: 'not_in_debt' }
  | { readonly code: 'excluded'; readonly by: Condition }
  | { readonly code: 'elsewhere' }
  | { readonly code: 'meant_for_others' }
  | { readonly code: 'loan_without_income' };

/**
 * What is missing for a plain yes or no: a question of the engine (`children`, `age.0`), `arrears`, `territory`,
 * `situation.<code>`, `benefit.<key>`, `near_ceiling` (the body must look) or `words` (it decides itself).
 */
export type Missing = string;

/** Three values: unanswered is neither yes nor no. */
export type Verdict =
  | { readonly answer: 'yes' }
  | { readonly answer: 'maybe'; readonly missing: readonly Missing[] }
  | { readonly answer: 'no'; readonly reasons: readonly Reason[] };

/** It holds. */
export const YES: Verdict = { answer: 'yes' };

/** It holds or not, depending on what is missing. */
export function maybe(...missing: readonly Missing[]): Verdict {
  return { answer: 'maybe', missing };
}

/** It does not hold, for this reason. */
export function no(...reasons: readonly Reason[]): Verdict {
  return { answer: 'no', reasons };
}

const missingOf = (verdicts: readonly Verdict[]) => [
  ...new Set(verdicts.flatMap((verdict) => (verdict.answer === 'maybe' ? verdict.missing : [])))
];
const reasonsOf = (verdicts: readonly Verdict[]) =>
  verdicts.flatMap((verdict) => (verdict.answer === 'no' ? verdict.reasons : []));
const has = (verdicts: readonly Verdict[], answer: Verdict['answer']) =>
  verdicts.some((verdict) => verdict.answer === answer);

/** Every one must hold: one no is enough, and all noes say why. */
export function every(verdicts: readonly Verdict[]): Verdict {
  if (has(verdicts, 'no')) return no(...reasonsOf(verdicts));
  return has(verdicts, 'maybe') ? maybe(...missingOf(verdicts)) : YES;
}

/** One must hold: one yes is enough. */
export function some(verdicts: readonly Verdict[]): Verdict {
  if (has(verdicts, 'yes')) return YES;
  return has(verdicts, 'maybe') ? maybe(...missingOf(verdicts)) : no(...reasonsOf(verdicts));
}
