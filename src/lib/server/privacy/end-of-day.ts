import { sql } from 'drizzle-orm';
import { systemActor } from '$lib/access';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { endExpiredSignals, forgetEndedSignals } from '../questionnaire';

/** How long the answer to a command is kept: an offline phone outlives a day, and a month. */
export const COMMAND_DAYS = 35;

/**
 * Ends what is over by itself: sessions, links and codes past their time, counts of tries, answers to old commands,
 * signals after their last day, and ended signals a month later.
 */
export async function endOfDay(): Promise<void> {
  const at = now().toISOString();
  await enter(systemActor('end-of-day'), { permission: 'system.expire' }, async (tx) => {
    await tx.execute(sql`delete from sessions where expires_at < ${at}::timestamptz`);
    await tx.execute(sql`delete from pending_sign_ins where expires_at < ${at}::timestamptz`);
    await tx.execute(sql`delete from access_links where expires_at < ${at}::timestamptz - interval '7 days'`);
    await tx.execute(
      sql`delete from one_time_codes where expires_at < ${at}::timestamptz - interval '1 day'`
    );
    await tx.execute(
      sql`delete from rate_limits where window_start < ${at}::timestamptz - interval '2 days'`
    );
    await tx.execute(
      sql`delete from commands where created_at < ${at}::timestamptz - make_interval(days => ${COMMAND_DAYS})`
    );
  });
  await endExpiredSignals();
  await forgetEndedSignals();
}
