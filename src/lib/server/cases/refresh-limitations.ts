import { sql } from 'drizzle-orm';
import type { Actor } from '$lib/access';
import { SOON_DAYS } from '$lib/cases';
import type { LocalDate } from '$lib/kernel';
import { enter } from '../db';
import { now } from '../platform/runtime';

/**
 * Moves on the limitation of debts as days go by: within its time, soon out of it, presumed expired. The last day
 * was computed by the pure rule when the debt came in; this only compares it with today, in one statement, so that
 * it can run every night on any number of cases. Answers how many debts changed.
 */
export async function refreshLimitations(actor: Actor, today: LocalDate): Promise<number> {
  return enter(actor, { permission: 'system.expire' }, async (tx) => {
    const changed = await tx.execute(sql`
      update debts set limitation = due.status, updated_at = ${now().toISOString()}::timestamptz
      from (
        select case_id, id, case
          when limitation_ends_on < ${today}::date then 'presumed_expired'
          when limitation_ends_on - ${today}::date < ${SOON_DAYS}::int then 'soon'
          else 'ok' end::limitation_status as status
        from debts where limitation_ends_on is not null
      ) due
      where debts.case_id = due.case_id and debts.id = due.id and debts.limitation <> due.status
      returning debts.id`);
    return changed.length;
  });
}
