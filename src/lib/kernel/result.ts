/** The answer of a rule or a use case: a value, or a refusal that is a value too. */
export type Result<T, R extends Refusal = Refusal> = Ok<T> | Refused<R>;

/** A success. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** A refusal: `why` carries a machine-readable code and the numbers that explain it. */
export interface Refused<R extends Refusal = Refusal> {
  readonly ok: false;
  readonly why: R;
}

/**
 * Why something was refused: a code named as a fact (`plan_too_long`, `left_to_live_below_floor`) and the
 * figures a screen needs to explain it in words.
 */
export interface Refusal {
  readonly code: string;
}

/** Wraps a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function refused<R extends Refusal>(why: R): Refused<R> {
  return { ok: false, why };
}

/** For states the types rule out: reaching it is a defect, so it throws. */
export function impossible(state: never): never {
  throw new Error(`Impossible state: ${JSON.stringify(state)}`);
}
