import type { Clock } from '$lib/kernel';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };
