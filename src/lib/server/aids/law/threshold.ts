import { desc } from 'drizzle-orm';
import type { Actor } from '$lib/access';
import { USUAL_THRESHOLD_CENTS } from '$lib/aids';
import { cents, ok, refused, type Cents, type Result } from '$lib/kernel';
import { recordStaffAudit } from '../../audit';
import { enter, type Transaction } from '../../db';
import { aidNewsThresholds } from '../../db/schema/aids';
import { newId } from '../../platform/ids';
import { now } from '../../platform/runtime';
import { SHORTEST_REASON } from './propose-parameter-change';

/** From how much gain a month people are told; who set it and why, null while nobody did. */
export interface NewsThreshold {
  readonly cents: Cents;
  readonly reason: string | null;
  readonly setByName: string | null;
  readonly setAt: Date | null;
}

/** Why a threshold is not taken. */
export type ThresholdRefusal =
  | { readonly code: 'threshold_out_of_range'; readonly mostCents: number }
  | { readonly code: 'reason_missing' };

const MOST_CENTS = 100_000;

/** The threshold in force. */
export async function selectThreshold(tx: Transaction): Promise<NewsThreshold> {
  const [row] = await tx
    .select()
    .from(aidNewsThresholds)
    .orderBy(desc(aidNewsThresholds.setAt), desc(aidNewsThresholds.id))
    .limit(1);
  if (!row) return { cents: cents(USUAL_THRESHOLD_CENTS), reason: null, setByName: null, setAt: null };
  const { thresholdCents, reason, setByName, setAt } = row;
  return { cents: cents(thresholdCents), reason, setByName, setAt };
}

/** Sets from how much gain a month people are told, with the reason. */
export async function setNewsThreshold(
  actor: Actor,
  input: { readonly cents: number; readonly reason: string }
): Promise<Result<null, ThresholdRefusal>> {
  const at = now();
  return enter(
    actor,
    { permission: 'law_watch.decide' },
    async (tx): Promise<Result<null, ThresholdRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff set it');
      const reason = input.reason.trim();
      if (input.cents < 0 || input.cents > MOST_CENTS)
        return refused({ code: 'threshold_out_of_range', mostCents: MOST_CENTS });
      if (reason.length < SHORTEST_REASON) return refused({ code: 'reason_missing' });
      await tx.insert(aidNewsThresholds).values({
        id: newId(at),
        thresholdCents: input.cents,
        reason,
        setBy: actor.staffId,
        setByName: actor.name,
        setAt: at
      });
      const detail = { thresholdCents: input.cents };
      await recordStaffAudit(tx, actor, { action: 'law.threshold_set', detail }, at);
      return ok(null);
    }
  );
}
