import { sql } from 'drizzle-orm';
import { systemActor } from '$lib/access';
import { dayInZone } from '$lib/kernel';
import { RETENTION } from '$lib/privacy';
import { forgetExpiredAccess } from '../access';
import { refreshLimitations } from '../cases';
import { keepSilences } from '../contact-policy';
import { enter } from '../db';
import { eachOnItsOwn } from '../platform/each-on-its-own';
import { now } from '../platform/runtime';
import { forgetKeptTooLong } from './forget-kept-too-long';
import { endExpiredSignals, forgetEndedSignals } from '../questionnaire';

/** How long the answer to a command is kept: an offline phone outlives a day, and a month. */
export const COMMAND_DAYS = RETENTION.commands.keep.days;

const END_OF_DAY = systemActor('end-of-day');

/**
 * Ends what is over by itself: sessions, links and codes past their time, counts of tries, answers to old commands,
 * signals after their last day, and ended signals a month later, whatever was kept as long as it may be. What the calendar says of time-barred debts is
 * written again too.
 */
export async function endOfDay(): Promise<void> {
  const steps = [
    forgetExpiredAccess,
    forgetOldCommands,
    () => endExpiredSignals(keepSilences),
    forgetEndedSignals,
    forgetKeptTooLong,
    () => refreshLimitations(END_OF_DAY, dayInZone(now(), 'Europe/Paris'))
  ];
  await eachOnItsOwn(steps, (step) => step());
}

async function forgetOldCommands(): Promise<void> {
  const at = now().toISOString();
  await enter(END_OF_DAY, { permission: 'system.expire' }, async (tx) => {
    await tx.execute(
      sql`delete from commands where created_at < ${at}::timestamptz - make_interval(days => ${COMMAND_DAYS})`
    );
  });
}
