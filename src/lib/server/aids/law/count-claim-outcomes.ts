import { sql } from 'drizzle-orm';
import { systemActor, type Actor } from '$lib/access';
import {
  AIDS,
  OTHER_AMOUNT_CENTS,
  outcomeGroups,
  type ClaimSubject,
  type OutcomeCounts,
  type OutcomeGroup
} from '$lib/aids';
import { enter } from '../../db';

const COUNTER = systemActor('figures');

interface CountedAid {
  readonly aid_key: string;
  readonly granted: number;
  readonly other_amount: number;
  readonly refused: number;
  readonly no_answer: number;
}

/** What became of the claims of an aid; `groups` null under ten answers. */
export interface AidOutcomes {
  readonly aid: ClaimSubject;
  readonly groups: readonly OutcomeGroup[] | null;
}

/**
 * What people told of their claims, for each aid that is computed or the rights given, in groups of ten or more: of
 * everyone, so that nobody is seen.
 */
export async function countClaimOutcomes(
  actor: Actor,
  subjects: readonly ClaimSubject[] = AIDS.map(({ key }) => key)
): Promise<readonly AidOutcomes[]> {
  // the supervisor must be one; the count itself is nobody's
  await enter(actor, { permission: 'law_watch.read' }, async () => null);
  const rows = await enter(COUNTER, { permission: 'system.figures' }, (tx) =>
    tx.execute<CountedAid & Record<string, unknown>>(sql`
      with told as (
        select aid_key, state, abs(amount_cents - estimated_cents) > ${OTHER_AMOUNT_CENTS} as is_other
        from aid_claims where state in ('granted', 'refused', 'no_answer'))
      select aid_key,
        count(*) filter (where state = 'granted' and is_other is not true)::int as granted,
        count(*) filter (where state = 'granted' and is_other)::int as other_amount,
        count(*) filter (where state = 'refused')::int as refused,
        count(*) filter (where state = 'no_answer')::int as no_answer
      from told group by aid_key`)
  );
  const byAid = new Map(rows.map((row) => [row.aid_key, row]));
  return subjects.map((aid) => ({ aid, groups: outcomeGroups(countsOf(byAid.get(aid))) }));
}

function countsOf(row: CountedAid | undefined): OutcomeCounts {
  return {
    granted: row?.granted ?? 0,
    other_amount: row?.other_amount ?? 0,
    refused: row?.refused ?? 0,
    no_answer: row?.no_answer ?? 0
  };
}
