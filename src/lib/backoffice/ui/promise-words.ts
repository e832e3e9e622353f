import { hourOf, m, nearDay, weekdayAndNumber } from '$lib/i18n';
import { dayInZone, daysBetween, type LocalDate } from '$lib/kernel';
import { isLate, type Awaited, type AwaitedKind } from '../promise';

/** The clock of the desk. */
export const DESK_ZONE = 'Europe/Paris';

/** What is owed, in words. */
export const AWAITED: Readonly<Record<AwaitedKind, () => string>> = {
  look: m.backoffice_awaited_look,
  reply: m.backoffice_awaited_reply,
  signal_words: m.backoffice_awaited_signal_words,
  proposal: m.backoffice_awaited_proposal
};

/** By when: "avant 18 h", "demain, avant 18 h"; late is said as what was promised: "promis pour hier, 18 h". */
export function promiseWords(awaited: Awaited, now: Date): string {
  const { by } = awaited;
  if (by === null) return m.backoffice_by_now();
  const today = dayInZone(now, DESK_ZONE);
  const day = dayInZone(by, DESK_ZONE);
  const words = { day: dayWords(day, today), hour: hourOf(by, DESK_ZONE) };
  if (isLate(awaited, now)) {
    return day === today ? m.backoffice_by_late_today(words) : m.backoffice_by_late(words);
  }
  return day === today ? m.backoffice_by_today(words) : m.backoffice_by_later(words);
}

/** Within the week the weekday and its number say enough: "jeudi 26". */
function dayWords(day: LocalDate, today: LocalDate): string {
  const away = Math.abs(daysBetween(today, day));
  return away > 1 && away < 7 ? weekdayAndNumber(day) : nearDay(day, today);
}
