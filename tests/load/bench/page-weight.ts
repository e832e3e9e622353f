import type { Browser } from '@playwright/test';

/** What opening a page with an empty cache costs a phone. */
export interface PageWeight {
  readonly status: number;
  /** Compressed script, as it travels. */
  readonly scriptBytes: number;
  /** Everything the page asked for, headers included. */
  readonly bytes: number;
  readonly requests: number;
}

/** Time for what a page fetches on its own after it has loaded. */
const AFTERWARDS_MS = 1_500;

/** Opens a page in a fresh browser and adds up what travels. */
export async function weigh(
  browser: Browser,
  url: string,
  path: string,
  cookie?: string
): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' });
  try {
    if (cookie) await context.addCookies([cookieOf(cookie, url)]);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const types = new Map<string, string>();
    let [scriptBytes, bytes, requests] = [0, 0, 0];
    network.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url.startsWith('http')) requests += 1;
    });
    network.on('Network.responseReceived', ({ requestId, type, response }) => {
      types.set(requestId, type);
      const length = Number(response.headers['content-length'] ?? response.headers['Content-Length'] ?? 0);
      if (type === 'Script') scriptBytes += length;
    });
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const response = await page.goto(`${url}${path}`, { waitUntil: 'load' });
    await page.waitForTimeout(AFTERWARDS_MS);
    return { status: statusOf(response, path), scriptBytes, bytes, requests };
  } finally {
    await context.close();
  }
}

/** A page that sends elsewhere was not measured: its status is that of the redirect. */
function statusOf(
  response: { status(): number; url(): string; request(): { redirectedFrom(): unknown } } | null,
  path: string
): number {
  if (!response) return 0;
  return new URL(response.url()).pathname === path ? response.status() : 303;
}

function cookieOf(cookie: string, url: string) {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, url, httpOnly: true, sameSite: 'Lax' as const };
}
