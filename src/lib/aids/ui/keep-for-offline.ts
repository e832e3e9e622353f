import { KEEP_SIMULATOR, SHELL_PREFIX } from '$lib/ui/offline-shell';

/** The copy of the site the service worker keeps; null without a worker, or while it keeps nothing yet. */
export async function simulatorShell(): Promise<Cache | null> {
  if (!('caches' in globalThis)) return null;
  const name = (await caches.keys()).find((own) => own.startsWith(SHELL_PREFIX));
  return name ? caches.open(name) : null;
}

/**
 * Asks the service worker to keep all the simulator may need, so that it goes on without network. Does nothing where
 * there is no worker; one that is being installed hears it once it is there. A phone told to save data keeps what it
 * used only.
 */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || savesData(navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(KEEP_SIMULATOR);
}

/** Whether she asked her phone to spare her data plan; false where the browser does not say. */
function savesData(phone: Navigator & { readonly connection?: { readonly saveData?: boolean } }): boolean {
  return phone.connection?.saveData === true;
}

/** A file from the network; without one only from the copy on this phone, and no request is tried in vain. */
export async function fetchOrKept(address: string): Promise<Response> {
  if (navigator.onLine || !('caches' in globalThis)) return fetch(address);
  return (await caches.match(address)) ?? new Response(null, { status: 504 });
}
