import type * as simulator from './simulate';

type LoadedSimulator = typeof simulator;

let loading: Promise<LoadedSimulator> | undefined;

async function load(base: string): Promise<LoadedSimulator> {
  const [loaded, { useLawOfToday }] = await Promise.all([import('./simulate'), import('./law-of-today')]);
  await useLawOfToday(base);
  return loaded;
}

/** The simulator with the law of today in it, loaded once; tried again after a failure. */
export function simulatorOfToday(base: string): Promise<LoadedSimulator> {
  loading ??= load(base).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
