import { leftToClaim, readMonth, type KeptAnswers, type LeftToClaim } from '$lib/aids';
import { dayInZone } from '$lib/kernel';
import { keepLawFresh } from './law/keep-law-fresh';
import type { ClaimInShort } from './reminder-repository';

/** What she may still ask for, by the law in force at an instant; null when she saved no answers or nothing is left. */
export async function countLeftToClaim(
  kept: KeptAnswers | null,
  claims: readonly ClaimInShort[],
  at: Date
): Promise<LeftToClaim | null> {
  const month = readMonth(dayInZone(at, 'Europe/Paris').slice(0, 7));
  if (kept === null || !month.ok) return null;
  await keepLawFresh();
  const granted = claims.filter(({ state }) => state === 'granted').map(({ aid }) => aid);
  return leftToClaim(kept, granted, month.value);
}
