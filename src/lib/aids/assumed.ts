import { monthNumber } from './answers';
import type { EvaluatedMonth } from './month';
import type { ParameterSource } from './parameter-source';

/**
 * The month since which the value used in a month is only assumed: the law gives a new one each year, it should be out, and
 * nobody compared since. Null while the value is known. A value that stayed as it was is known once its source was
 * read again in or after that month.
 */
export function assumedSince(
  { renewed, from, checked }: Pick<ParameterSource, 'renewed' | 'from' | 'checked'>,
  month: EvaluatedMonth
): EvaluatedMonth | null {
  const last = from.at(-1);
  if (renewed === undefined || last === undefined || monthNumber(last) > month) return null;
  const renewal = Math.floor(month / 12) * 12 + renewed - 1;
  const due = renewal > month ? renewal - 12 : renewal;
  const knownIn = Math.max(monthNumber(last), monthNumber(checked.slice(0, 7)));
  return knownIn >= due ? null : due;
}
