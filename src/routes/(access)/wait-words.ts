import { dayInZone } from '$lib/kernel';
import { hourOf, longDay, m } from '$lib/i18n';

/** Nobody is known yet at the door, so hours are those of Paris. */
const ZONE = 'Europe/Paris';

/** Until when a calm wait lasts, kindly: by the hour today, by the day later. */
export function waitWords(until: Date, now: Date): string {
  const day = dayInZone(until, ZONE);
  const when =
    day === dayInZone(now, ZONE)
      ? m.access_wait_hour({ hour: hourOf(until, ZONE) })
      : m.access_wait_day({ day: `${longDay(day)}, ${hourOf(until, ZONE)}` });
  return m.access_wait({ when });
}
