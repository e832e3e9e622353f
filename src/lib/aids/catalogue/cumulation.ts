import type { AidKey } from '../aids';
import type { AidEstimate } from '../estimate';

/** Two national aids that bear on one another. The engine has already computed the amounts that follow. */
export interface AidPair {
  /** The one that comes first; `are` is the unemployment benefit of the household. */
  readonly first: AidKey | 'are';
  readonly second: AidKey;
  /** `exclusive`: never both; `counted`: the first lowers the second. */
  readonly how: 'exclusive' | 'counted';
  readonly law: string;
  readonly url: string;
  readonly words: string;
}

/** A pair at work in a household: the second is gone, or lower than alone. */
export interface PairAtWork extends AidPair {
  readonly effect: 'gone' | 'lower';
}

const isPaid = (estimate: AidEstimate | undefined) => estimate?.state === 'known' && estimate.value > 0;
const isNothing = (estimate: AidEstimate | undefined) => estimate?.state === 'known' && estimate.value === 0;

/**
 * Which known aids bear on one another in a household, so that the best set can be shown with why. A pair is at
 * work when its first aid is paid, and the second is paid beside it (`counted`) or not at all.
 */
export function pairsAtWork(
  pairs: readonly AidPair[],
  estimates: readonly AidEstimate[],
  hasUnemploymentBenefit: boolean
): readonly PairAtWork[] {
  const of = (key: AidKey) => estimates.find(({ aid }) => aid === key);
  return pairs.flatMap((pair): PairAtWork[] => {
    const first = pair.first === 'are' ? hasUnemploymentBenefit : isPaid(of(pair.first));
    if (!first) return [];
    if (isNothing(of(pair.second))) return [{ ...pair, effect: 'gone' }];
    return pair.how === 'counted' && isPaid(of(pair.second)) ? [{ ...pair, effect: 'lower' }] : [];
  });
}
