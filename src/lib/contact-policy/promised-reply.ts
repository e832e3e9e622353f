import { addDays, type LocalDate } from '$lib/kernel';
import { clockAt, instantOf, minutesOf, windowsOn, type TimeOfDay, type WeeklyWindows } from './time-windows';

/** When a referent reads and answers, on the referent's own clock. Data, so that a firm can say otherwise. */
export interface WorkingHours {
  readonly timeZone: string;
  readonly week: WeeklyWindows;
  /** A first answer comes within this time at work: the promise that the figures are held against. */
  readonly replyWithinMinutes: number;
}

/** Monday to Friday, 9 to 18, and eight hours at work for a first answer (house promise, 2026-11). */
export const DEFAULT_WORKING_HOURS: WorkingHours = {
  timeZone: 'Europe/Paris',
  week: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
  replyWithinMinutes: 8 * 60
};

/** An honest promise: by when, and whether anybody is reading now. */
export interface ReplyPromise {
  /** The end of the working day in which the promised time at work runs out. */
  readonly by: Date;
  /** Somebody is at work at this moment. */
  readonly isReadingNow: boolean;
  /** When somebody next reads; the present moment when somebody is reading. */
  readonly readsFrom: Date;
}

const LONGEST_CLOSURE_DAYS = 60;

/**
 * By when an answer is promised to a message sent now. Time runs only at work: neither evenings, nor weekends, nor
 * the days `isClosed` names (public holidays, an absence nobody covers). The promise is rounded to the end of that
 * working day, because a minute would be a lie. Null when nobody works within sixty days.
 */
export function promisedReplyBy(
  now: Date,
  hours: WorkingHours,
  isClosed: (day: LocalDate) => boolean
): ReplyPromise | null {
  const today = clockAt(now, hours.timeZone);
  let missing = hours.replyWithinMinutes;
  let readsFrom: Date | null = null;
  for (let ahead = 0; ahead <= LONGEST_CLOSURE_DAYS; ahead += 1) {
    const day = addDays(today.day, ahead);
    const windows = isClosed(day) ? [] : windowsOn(hours.week, day);
    for (const { from, to } of windows) {
      const start = ahead === 0 && today.time > from ? today.time : from;
      if (start >= to) continue;
      readsFrom ??= readingFrom(now, day, start, hours.timeZone);
      missing -= minutesOf(to) - minutesOf(start);
    }
    const close = windows.at(-1)?.to;
    if (readsFrom && close && missing <= 0) {
      const by = instantOf(day, close, hours.timeZone);
      return { by, isReadingNow: readsFrom.getTime() === now.getTime(), readsFrom };
    }
  }
  return null;
}

function readingFrom(now: Date, day: LocalDate, start: TimeOfDay, timeZone: string): Date {
  const opens = instantOf(day, start, timeZone);
  return opens > now ? opens : now;
}
