import { readPublishedLaw, usePublishedLaw } from '$lib/aids';

const LONGEST_WAIT_MS = 3_000;
const SHELL = 'oxygene-';

/** The copy beside what the service worker keeps; there is none without a worker. */
async function shell(): Promise<Cache | null> {
  if (!('caches' in globalThis)) return null;
  const name = (await caches.keys()).find((own) => own.startsWith(SHELL));
  return name ? caches.open(name) : null;
}

async function fetched(address: string): Promise<Response | undefined> {
  const kept = await shell();
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
    if (!response.ok) return await kept?.match(address);
    await kept?.put(address, response.clone());
    return response;
  } catch {
    // no network, or too slow: what was fetched before, or the law this build knows
    return kept?.match(address);
  }
}

/**
 * Brings this page to what was published since it was built, from the network or from the copy on the phone. Nothing
 * published costs one small answer.
 */
export async function useLawOfToday(base: string): Promise<void> {
  try {
    const response = await fetched(`${base}/api/aids/law`);
    const law = response && readPublishedLaw(await response.json());
    if (law) await usePublishedLaw(law);
  } catch {
    // an answer that cannot be read, or storage forbidden: the law this build knows holds
  }
}
