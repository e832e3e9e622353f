import { dayInZone, type LocalDate } from '$lib/kernel';

/** The day in France at an instant: the law changes there. */
export function dayInFrance(at: Date): LocalDate {
  return dayInZone(at, 'Europe/Paris');
}
