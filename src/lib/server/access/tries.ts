import { TRY_LIMITS, oldestSlice, sliceOf, waitUntil, type TryLimitName } from '$lib/access';
import { ok, refused, type Result } from '$lib/kernel';
import { now, vault } from '../platform/runtime';
import { addTry, countFailures, forgetTriesBefore, takeTryBack } from './tries-repository';

/** Too many tries: another one is welcome at `until`. */
export interface CalmWait {
  readonly code: 'calm_wait';
  readonly until: Date;
}

/** A try that was counted in advance, so that fifty at once cannot slip through. */
export interface CountedTry {
  /** Takes the count back: the try succeeded, and only failures count. */
  succeeded(): Promise<void>;
}

/**
 * Counts a try before it is made, or says until when to wait. The count is kept in the database, whatever becomes of
 * the try: two processes share it and a crash does not lose it.
 */
export async function countTry(name: TryLimitName, subject: string): Promise<Result<CountedTry, CalmWait>> {
  const at = now();
  const limit = TRY_LIMITS[name];
  const key = keyOf(name, subject);
  const slice = sliceOf(at);
  const slices = await addTry(key, slice, oldestSlice(limit, at));
  const before = slices.map((one) =>
    one.startsAt.getTime() === slice.getTime() ? { ...one, failures: one.failures - 1 } : one
  );
  const until = waitUntil(limit, before, at);
  const counted = { succeeded: () => takeTryBack(key, slice) };
  if (!until) return ok(counted);
  // a refused try was not made: it must not make the wait longer
  await counted.succeeded();
  return refused({ code: 'calm_wait', until });
}

/** Counts a try under several limits at once; the longest wait is told when any of them is full. */
export async function countTries(
  tries: readonly (readonly [TryLimitName, string])[]
): Promise<Result<CountedTry, CalmWait>> {
  const results = await Promise.all(tries.map(([name, subject]) => countTry(name, subject)));
  const counted = results.flatMap((result) => (result.ok ? [result.value] : []));
  const succeeded = async () => {
    await Promise.all(counted.map((one) => one.succeeded()));
  };
  const waits = results.flatMap((result) => (result.ok ? [] : [result.why.until.getTime()]));
  if (waits.length === 0) return ok({ succeeded });
  await succeeded();
  return refused({ code: 'calm_wait', until: new Date(Math.max(...waits)) });
}

/** How many failures stand against a subject now. */
export function failuresOf(name: TryLimitName, subject: string): Promise<number> {
  return countFailures(keyOf(name, subject), oldestSlice(TRY_LIMITS[name], now()));
}

/** Forgets counts that no limit reads any more. */
export function forgetOldTries(): Promise<void> {
  const longest = Math.max(...Object.values(TRY_LIMITS).map((limit) => limit.windowMinutes));
  return forgetTriesBefore(oldestSlice({ maxFailures: 1, windowMinutes: longest }, now()));
}

function keyOf(name: TryLimitName, subject: string): string {
  return `${name}:${vault().fingerprint(subject, 'tries')}`;
}
