import { setTimeout as pause } from 'node:timers/promises';

/** Longer than the work it covers, even on a busy day. */
const DELAY_MS = 600;

/**
 * Answers after the same time whatever the work was: sending a code takes longer than finding that there is nobody
 * to send it to, and nobody may measure that.
 */
export async function withSameDelay<T>(work: () => Promise<T>): Promise<T> {
  const floor = pause(DELAY_MS);
  try {
    return await work();
  } finally {
    await floor;
  }
}
