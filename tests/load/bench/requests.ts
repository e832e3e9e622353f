import http from 'node:http';
import type { MeasuredServer } from './server-process';
import { cpuMs } from './server-process';

/** What a browser would ask. */
export interface Asked {
  readonly path: string;
  readonly cookie?: string;
  /** Fields of a form, sent as the page's own script sends them; a plain page without. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

/** Asks once. Bodies come uncompressed unless `encoding` says otherwise, and then only their length matters. */
export function ask(url: string, { path, cookie, form }: Asked, encoding = 'identity'): Promise<Answer> {
  const target = new URL(path, url);
  const body = form && new URLSearchParams(form).toString();
  const headers: http.OutgoingHttpHeaders = { 'accept-encoding': encoding, accept: 'text/html' };
  if (cookie) headers.cookie = cookie;
  if (body !== undefined) {
    headers['content-type'] = 'application/x-www-form-urlencoded';
    headers['content-length'] = Buffer.byteLength(body);
    headers.origin = target.origin;
    headers['sec-fetch-site'] = 'same-origin';
    headers['x-sveltekit-action'] = 'true';
    headers.accept = 'application/json';
  }
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(
      target,
      { method: body === undefined ? 'GET' : 'POST', headers, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
            ms: performance.now() - startedAt
          })
        );
      }
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** How many ask at the same time. */
const AT_ONCE = 8;

/**
 * Sends `count` requests, a few at a time, and answers the server's processor time for one, in milliseconds.
 * Throws when an answer is not the expected one: a fast refusal is no measure.
 */
export async function cpuPerRequest(
  server: MeasuredServer,
  count: number,
  next: (index: number) => Asked,
  isGood: (answer: Answer) => boolean
): Promise<number> {
  let index = 0;
  const before = cpuMs(server.pid);
  const worker = async () => {
    while (index < count) {
      const asked = next(index++);
      const answer = await ask(server.url, asked);
      if (!isGood(answer)) {
        throw new Error(`${asked.path} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return (cpuMs(server.pid) - before) / count;
}
