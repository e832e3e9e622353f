const SHELL = 'oxygene-';
const OWN_FILES = '/_app/immutable/';

/**
 * Puts the files this page has used beside what the service worker keeps, so that the next visit works without
 * network: on a first visit they were fetched before the worker watched. Says nothing when there is no worker.
 */
export async function keepForOffline(base: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return;
  try {
    await navigator.serviceWorker.ready;
    const name = (await caches.keys()).find((own) => own.startsWith(SHELL));
    if (!name) return;
    const shell = await caches.open(name);
    const used = performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.includes(OWN_FILES));
    const wanted = [...new Set([...used.map(({ pathname }) => pathname), `${base}/territory/index.json`])];
    for (const file of wanted) if (!(await shell.match(file))) await shell.add(file);
  } catch {
    // storage full or forbidden: the simulator works with network only, as it does without a worker
  }
}

/** A file from the network; without one only from the copy on this phone, and no request is tried in vain. */
export async function fetchOrKept(address: string): Promise<Response> {
  if (navigator.onLine || !('caches' in globalThis)) return fetch(address);
  return (await caches.match(address)) ?? new Response(null, { status: 504 });
}
