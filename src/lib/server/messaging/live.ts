import { LiveHub } from './live-hub';

let hub: LiveHub | undefined;

/** Starts the live hub of this process; throws when LISTEN is deaf. Called once at start. */
export async function startLive(directUrl: string): Promise<void> {
  const fresh = new LiveHub(directUrl);
  await fresh.start();
  hub = fresh;
}

/** The live hub, or null when this process has none (a program, a test). */
export function liveHub(): LiveHub | null {
  return hub ?? null;
}

/** Ends every live stream. Called when the process drains. */
export async function stopLive(): Promise<void> {
  const ending = hub;
  hub = undefined;
  await ending?.close();
}
