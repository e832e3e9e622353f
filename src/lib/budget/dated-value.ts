import { refused, ok, type LocalDate, type Result } from '$lib/kernel';

/**
 * How sure a figure is: `certain` was read in its source, `likely` rests on one secondary source or on our own
 * arithmetic from a certain one, `check` was never found in a source and is a marker only.
 */
export type Certainty = 'certain' | 'likely' | 'check';

/** A figure of the law with the days it is in force and where it was read. */
export interface DatedValue<T> {
  /** First day in force. */
  readonly fromOn: LocalDate;
  /** Day from which a newer figure is expected: after it the value is still used, and said to be old. */
  readonly renewedOn: LocalDate;
  readonly value: T;
  /** The text or body, as shown to people: not translated, proper names only. */
  readonly source: string;
  /** Day somebody last read the source. */
  readonly checkedOn: LocalDate;
  readonly certainty: Certainty;
}

/** No figure of the series was in force on that day. */
export interface NoValueThatDay {
  readonly code: 'no_value_that_day';
  readonly askedOn: LocalDate;
  readonly firstOn: LocalDate | null;
}

/**
 * The entry in force on a day, from a series in any order. Refused for a day before the first entry:
 * a figure of the law is never guessed backwards.
 */
export function valueOn<T>(
  series: readonly DatedValue<T>[],
  day: LocalDate
): Result<DatedValue<T>, NoValueThatDay> {
  const inOrder = [...series].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const inForce = inOrder.filter((entry) => entry.fromOn <= day).at(-1);
  return inForce
    ? ok(inForce)
    : refused({ code: 'no_value_that_day', askedOn: day, firstOn: inOrder[0]?.fromOn ?? null });
}

/** Whether a newer figure should have been published by that day. */
export function mayBeOutdated(entry: DatedValue<unknown>, day: LocalDate): boolean {
  return day >= entry.renewedOn;
}
