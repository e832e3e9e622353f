import { hourOf, nearDay } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { promiseReply } from '$lib/server/contact-policy';

/** The promise made when she asked; null once it has passed, since a promise is not made again by itself. */
export function answerBy(askedAt: Date, timeZone: string) {
  const { by } = promiseReply(askedAt);
  const now = new Date();
  if (by < now) return null;
  return { day: nearDay(dayInZone(by, timeZone), dayInZone(now, timeZone)), hour: hourOf(by, timeZone) };
}
