import { hourOf, m, nearDay } from '$lib/i18n';
import { addDays, dayInZone, wallClockIn } from '$lib/kernel';
import type { ReplyPromise } from '../promised-reply';

/**
 * The promise on the person's own clock: "Répond avant demain, 18 h". Without a promise (nobody works soon):
 * "Répond dès son retour".
 */
export function replyPromiseWords(promise: ReplyPromise | null, now: Date, timeZone: string): string {
  if (!promise) return m.contacts_reply_unknown();
  const today = dayInZone(now, timeZone);
  const day = dayInZone(promise.by, timeZone);
  const hour = hourOf(promise.by, timeZone);
  return day === today
    ? m.contacts_reply_today({ hour })
    : m.contacts_reply_later({ day: nearDay(day, today), hour });
}

const EVENING_FROM_HOUR = 18;

/**
 * Whether anybody reads now, in words, or null when somebody does: "Le soir, Leïla ne lit pas.", or when she reads
 * again. `name` is the referent's first name.
 */
export function notReadingWords(
  promise: ReplyPromise | null,
  name: string,
  now: Date,
  timeZone: string
): string | null {
  if (!promise || promise.isReadingNow) return null;
  const today = dayInZone(now, timeZone);
  const day = dayInZone(promise.readsFrom, timeZone);
  const isEvening = wallClockIn(now, timeZone).hour >= EVENING_FROM_HOUR;
  if (isEvening && day === addDays(today, 1)) return m.contacts_reply_evening({ name });
  return m.contacts_reply_reads_from({
    name,
    day: nearDay(day, today),
    hour: hourOf(promise.readsFrom, timeZone)
  });
}
