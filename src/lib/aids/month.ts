import { ok, refused, type Result } from '$lib/kernel';
import { FIRST_MONTH } from './parameters-of-month';

/** A month the engine can evaluate, as year × 12 + month - 1. */
export type EvaluatedMonth = number;

/** Why a month is not evaluated. */
export type MonthRefusal =
  | { readonly code: 'month_not_a_month'; readonly text: string }
  | { readonly code: 'month_not_covered'; readonly first: string; readonly last: string };

// beyond, too many amounts would be those of years before
const LAST_MONTH = 2027 * 12 + 11;
const WRITTEN = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The month as `YYYY-MM`. */
export function writtenMonth(month: EvaluatedMonth): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Reads `YYYY-MM`; refuses months for which parameters are not known. */
export function readMonth(text: string): Result<EvaluatedMonth, MonthRefusal> {
  const match = WRITTEN.exec(text);
  if (!match) return refused({ code: 'month_not_a_month', text });
  const month = Number(match[1]) * 12 + Number(match[2]) - 1;
  if (month < FIRST_MONTH || month > LAST_MONTH)
    return refused({
      code: 'month_not_covered',
      first: writtenMonth(FIRST_MONTH),
      last: writtenMonth(LAST_MONTH)
    });
  return ok(month);
}
