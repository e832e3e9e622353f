const SILENCE_MS = 2 * 60_000;

/**
 * Whether an import that has not said its end is over all the same: its process was killed or stopped. One that goes on
 * writes a batch every few seconds, and gives up by itself when the database is away; none is silent for two minutes.
 */
export function isCutShort(lastAdvance: Date, instant: Date): boolean {
  return instant.getTime() - lastAdvance.getTime() > SILENCE_MS;
}
