import { sql } from 'drizzle-orm';
import type { TeamId } from '$lib/kernel';
import type { Transaction } from '../db';

/** How many contacts of a team's cases each rule stopped since an instant. For jobs only: it looks at all cases. */
export async function countStopped(
  tx: Transaction,
  teamId: TeamId,
  since: Date
): Promise<readonly { readonly code: string; readonly count: number }[]> {
  return tx.execute<{ code: string; count: number } & Record<string, unknown>>(sql`
    select c.rule_code as code, count(*)::int as count
    from contacts c
    where c.state = 'refused' and c.rule_code <> 'not_delivered' and c.occurred_at >= ${since.toISOString()}::timestamptz
      and exists (select from case_files f where f.id = c.case_id and f.team_id = ${teamId})
    group by c.rule_code`);
}
