/** Days an answer given without network may wait on a phone. */
export const OFFLINE_ANSWER_DAYS = 7;

const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * When an answer was given, as the phone tells it (ISO instant). Null when it tells nothing, or something no honest
 * phone would: the future, or longer ago than an answer is kept. Then the moment of arrival counts.
 */
export function givenAt(told: string | null, arrivedAt: Date): Date | null {
  const instant = Date.parse(told ?? '');
  const age = arrivedAt.getTime() - instant;
  const isPossible = age > -CLOCKS_DIFFER_MS && age <= OFFLINE_ANSWER_DAYS * 86_400_000;
  return isPossible ? new Date(Math.min(instant, arrivedAt.getTime())) : null;
}
