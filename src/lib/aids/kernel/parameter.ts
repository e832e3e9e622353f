import type { Evaluation } from './evaluation';
import type { MoneyUnit, Quantity, Unit } from './quantity';

declare const valueOf: unique symbol;

/** The slot of a dated parameter; `T` is what reading it gives. At run time a number. */
export interface Parameter<T> {
  readonly [valueOf]: T;
}

/** What reading a parameter of a unit gives. */
export type ValueIn<U extends Unit> = U extends MoneyUnit ? Quantity<U> : number;

/** The value of a parameter in the month evaluated. */
export function the<T>(evaluation: Evaluation, which: Parameter<T>): T {
  const slot = which as unknown as number;
  if (evaluation.recorder !== null) evaluation.recorder.parameter(slot);
  return evaluation.parameters[slot] as unknown as T;
}

/** The value of one row of a scale, counted from zero, in the month evaluated. */
export function row<T>(evaluation: Evaluation, scale: Parameter<T>, index: number): T {
  const slot = (scale as unknown as number) + index;
  if (evaluation.recorder !== null) evaluation.recorder.parameter(slot);
  return evaluation.parameters[slot] as unknown as T;
}

/** Dated values of consecutive slots: first slot, month in force (year × 12 + month - 1), then the values. */
export type DatedRow = readonly [slot: number, fromMonth: number, ...values: number[]];

/**
 * All parameters as they stand in a month: the values of the start, slot after slot, with those in force since then over
 * them. Rows are ordered by date, so the latest in force wins.
 */
export function parametersIn(
  month: number,
  atStart: readonly number[],
  rows: readonly DatedRow[]
): Float64Array {
  const resolved = Float64Array.from(atStart);
  for (const [slot, from, ...values] of rows) if (from <= month) resolved.set(values, slot);
  return resolved;
}
