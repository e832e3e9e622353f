import type { DebtorActor } from '$lib/access';
import { sha256Hex } from '../platform/crypto';

/** Tells whose forms a phone keeps, without saying who that is: a phone changes hands. */
export function outboxOwner({ caseId }: DebtorActor): string {
  return sha256Hex(`outbox:${caseId}`).slice(0, 24);
}
