import { sql } from 'drizzle-orm';
import type { TeamId } from '$lib/kernel';
import type { Transaction } from '../db';

/** How long people of a team waited for answers. */
export interface ReplyTimes {
  /** Questions answered since the instant: a run of messages of the person counts as one, from its first. */
  readonly answered: number;
  /** Half waited less; null when none was answered. */
  readonly medianMinutes: number | null;
  /** Answered within twenty-four hours. */
  readonly withinADay: number;
}

/** Reply times to what people wrote since an instant. For jobs only: it looks at all cases. */
export async function selectReplyTimes(tx: Transaction, teamId: TeamId, since: Date): Promise<ReplyTimes> {
  const [row] = await tx.execute<{ answered: number; median: number | null; within: number }>(sql`
    with lines as (
      select m.case_id, m.author, m.sent_at,
        lag(m.author) over (partition by m.case_id order by m.id) as before,
        min(m.sent_at) filter (where m.author = 'staff')
          over (partition by m.case_id order by m.id rows between 1 following and unbounded following) as answered_at
      from messages m
      where m.author <> 'system' and m.sent_at >= ${since.toISOString()}::timestamptz
        and exists (select from case_files f where f.id = m.case_id and f.team_id = ${teamId})
    ), waits as (
      select extract(epoch from answered_at - sent_at) / 60 as minutes from lines
      where author = 'debtor' and before is distinct from 'debtor' and answered_at is not null
    )
    select count(*)::int as answered, percentile_cont(0.5) within group (order by minutes) as median,
      count(*) filter (where minutes <= 1440)::int as within from waits`);
  return {
    answered: row?.answered ?? 0,
    medianMinutes: row?.median === null || row === undefined ? null : Math.round(Number(row.median)),
    withinADay: row?.within ?? 0
  };
}
