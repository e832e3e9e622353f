import { readPublishedLaw, readRevisedRights, usePublishedLaw, type RevisedRight } from '$lib/aids';
import { simulatorShell } from './keep-for-offline';

const ADDRESS = '/api/aids/law';
const LONGEST_WAIT_MS = 3_000;

async function fetched(address: string): Promise<Response | undefined> {
  const kept = await simulatorShell();
  // a phone that knows it has no network does not try in vain
  if (!navigator.onLine) return kept?.match(address);
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

async function bringLaw(): Promise<void> {
  try {
    const response = await fetched(ADDRESS);
    const law = response && readPublishedLaw(await response.json());
    if (law) await usePublishedLaw(law);
  } catch {
    // an answer that cannot be read, or storage forbidden: the law this build knows holds
  }
}

let arriving: Promise<void> | undefined;

/**
 * Brings this page to what was published since it was built, from the network or from the copy on the phone, and waits
 * for it so long at most. Whether it is in use; nothing published costs one small answer.
 */
export function lawWithin(ms: number): Promise<boolean> {
  arriving ??= bringLaw();
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms));
  return Promise.race([arriving.then(() => true), late]);
}

/** Waits for it as long as the network may take. */
export const lawSettled = (): Promise<boolean> => lawWithin(LONGEST_WAIT_MS);

/** What was published over the local aids of a département, from the network or from the copy on the phone. */
export async function localLaw(departement: string): Promise<readonly RevisedRight[]> {
  try {
    const response = await fetched(`${ADDRESS}/${departement}`);
    return (response && readRevisedRights(await response.json())) ?? [];
  } catch {
    // an answer that cannot be read, or storage forbidden: the local aids this build knows hold
    return [];
  }
}
