import { dayInZone, type LocalDate } from '$lib/kernel';

const FRANCE = 'Europe/Paris';

/** The day in France at an instant, and its month as the engine counts months: year × 12 + month - 1. */
export function evaluatedDay(at: Date): { readonly today: LocalDate; readonly month: number } {
  const today = dayInZone(at, FRANCE);
  return { today, month: Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 };
}
