import { leftToClaim, type KeptAnswers, type LeftToClaim } from '$lib/aids';
import { evaluatedDay } from '$lib/aids/ui/evaluated-day';
import { keepLawFresh } from './law/keep-law-fresh';
import type { ClaimInShort } from './reminder-repository';

/** What she may still ask for, by the law in force at an instant; null when she saved no answers or nothing is left. */
export async function countLeftToClaim(
  kept: KeptAnswers | null,
  claims: readonly ClaimInShort[],
  at: Date
): Promise<LeftToClaim | null> {
  if (kept === null) return null;
  await keepLawFresh();
  const granted = claims.filter(({ state }) => state === 'granted').map(({ aid }) => aid);
  return leftToClaim(kept, granted, evaluatedDay(at).month);
}
