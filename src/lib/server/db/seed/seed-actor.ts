import { systemActor } from '$lib/access';

/** Who acts when the demonstration is loaded. */
export const SEED = systemActor('seed');
