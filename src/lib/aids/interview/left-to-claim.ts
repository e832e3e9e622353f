import { isAidKey, type ClaimSubject } from '../claims';
import type { EvaluatedMonth } from '../month';
import type { KeptAnswers } from './answers-kept';
import { nextStop } from './interview';
import { outcomeOf, type FoundAid } from './outcome';

/** What she could ask for and does not receive, as the answers she saved give it. */
export interface LeftToClaim {
  /** Euros a month on average, the most usual answer standing for each missing one. */
  readonly monthly: number;
  /** The largest of those paid each month, two at most. */
  readonly first: readonly FoundAid[];
}

// one look: the whole list is a press away
const MOST_NAMED = 2;

/**
 * What is left to claim in a month, without what she says she receives or was granted; null when that is nothing, while
 * her answers do not lead to a result yet, when they contradict one another, and when her situation is not computed.
 */
export function leftToClaim(
  kept: KeptAnswers,
  granted: readonly ClaimSubject[],
  month: EvaluatedMonth
): LeftToClaim | null {
  if (nextStop({ ...kept, goesOn: false }, month).kind !== 'result') return null;
  const held = [...new Set([...kept.held, ...granted.filter(isAidKey)])];
  const outcome = outcomeOf({ ...kept, held }, month);
  if (!outcome.ok || Math.round(outcome.value.monthly.usual) <= 0) return null;
  const first = outcome.value.toClaim.filter(({ rhythm }) => rhythm === 'month').slice(0, MOST_NAMED);
  return { monthly: outcome.value.monthly.usual, first };
}
