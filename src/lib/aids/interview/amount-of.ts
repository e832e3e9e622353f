import { AIDS, type AidKey } from '../aids';
import { checkHousehold } from '../household-check';
import { Settler } from '../settling';
import { consistentDraftOf, outOfScope, type KeptAnswers } from './answers-kept';
import { usualHousehold } from './outcome';

/**
 * What kept answers give for one aid in a month, in cents of its own rhythm, the most usual answer standing for a
 * missing one. Null for what has no amount, or answers that cannot be computed.
 */
export function amountOf(kept: KeptAnswers, key: AidKey, month: number): number | null {
  const aid = AIDS.find((one) => one.key === key);
  if (!aid || aid.rhythm === 'cover' || outOfScope(kept).length > 0) return null;
  const draft = consistentDraftOf(kept);
  const checked = draft && checkHousehold(usualHousehold(draft), month);
  if (!checked?.ok) return null;
  return Math.round(aid.read(new Settler(month).settle(checked.value)) * 100);
}
