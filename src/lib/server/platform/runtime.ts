import type { Clock } from '$lib/kernel';
import { systemClock } from './clock';
import type { Vault } from './crypto';

let currentClock: Clock = systemClock;
let currentVault: Vault | undefined;

/** Chooses the clock of this process; tests choose a fixed one. */
export function useClock(chosen: Clock): void {
  currentClock = chosen;
}

/** The present instant, by the clock of this process. */
export function now(): Date {
  return currentClock.now();
}

/** Chooses the keys that seal sensitive columns. Called once at start. */
export function useVault(chosen: Vault): void {
  currentVault = chosen;
}

/** The vault of this process. Throws when no keys were loaded: a use case ran before the start was over. */
export function vault(): Vault {
  if (!currentVault) throw new Error('No data keys: useVault() was not called');
  return currentVault;
}
