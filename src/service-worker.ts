/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { version } from '$service-worker';
import {
  handlingOf,
  KEEP_SIMULATOR,
  KEPT_PAGES,
  OFFLINE_PAGE,
  SHELL_PREFIX,
  simulatorFiles
} from './lib/ui/offline-shell';

/**
 * Without network: the page that says so, the blank questions, and the files they need. What a person reads is never
 * kept. What is decided for each request stands in lib/ui/offline-shell.
 */
declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { readonly url: string }[];
};
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const SHELL = `${SHELL_PREFIX}${version}`;
/** Files served under their own name, as the build lists them. */
const STATIC_FILES = new Set(self.__WB_MANIFEST.map(({ url }) => `/${url.replace(/^\//, '')}`));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', (event) => {
  if (event.data === KEEP_SIMULATOR) event.waitUntil(keepSimulator());
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  const isOwnOrigin = origin === worker.location.origin;
  const handling = handlingOf({ method, mode, isOwnOrigin, pathname }, STATIC_FILES);
  if (handling === 'asset') event.respondWith(fromPhoneFirst(event.request));
  if (handling === 'kept_page') event.respondWith(fetch(event.request).catch(() => fromShell(pathname)));
  if (handling === 'page') event.respondWith(fetch(event.request).catch(() => fromShell(OFFLINE_PAGE)));
});

/** Keeps the pages that are nobody's, with the styles and pictures they name. No cookie goes with it. */
async function install(): Promise<void> {
  const shell = await caches.open(SHELL);
  for (const page of KEPT_PAGES) {
    const response = await fetch(page, { credentials: 'omit', cache: 'reload' });
    if (!response.ok || response.redirected) throw new Error(`${page} cannot be kept: ${response.status}`);
    const html = await response.clone().text();
    const linked = [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|svg|png|js))"/g)].map(
      (match) => new URL(match[1] ?? '', new URL(page, worker.location.origin)).pathname
    );
    await shell.put(page, response);
    await shell.addAll([...new Set(linked)]);
  }
  await worker.skipWaiting();
}

/** Keeps what the simulator may need, one file after the other: she may be using the network meanwhile. */
async function keepSimulator(): Promise<void> {
  const shell = await caches.open(SHELL);
  for (const file of simulatorFiles(STATIC_FILES)) if (!(await shell.match(file))) await shell.add(file);
}

async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function fromPhoneFirst(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    void caches.open(SHELL).then((shell) => shell.put(request, copy));
  }
  return response;
}

async function fromShell(page: string): Promise<Response> {
  return (await caches.match(page)) ?? Response.error();
}
