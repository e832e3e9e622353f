import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../lib/server/platform/env';
import { onDrain } from '../../lib/server/platform/shutdown';
import { refuseTakenPort, serve, type RunningServer } from './http-server';

/** A stand-in for a build: an event stream, a slow answer, a long page, and what the handler was told of the origin. */
const HANDLER = `
export function handler(request, response) {
  if (request.url === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: open\\n\\n');
  } else if (request.url === '/slow') {
    setTimeout(() => response.end('whole answer'), 400);
  } else if (request.url === '/visitors') {
    response.end([process.env.ADDRESS_HEADER, process.env.XFF_DEPTH].join());
  } else if (request.url === '/origin') {
    response.end(request.headers['x-oxygene-protocol'] + '://' + request.headers['x-oxygene-host']);
  } else {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('calme '.repeat(2000));
  }
}`;

const before = { ...process.env };
let build = '';
let running: RunningServer | undefined;

beforeAll(() => {
  build = mkdtempSync(path.join(tmpdir(), 'oxygene-build-'));
  writeFileSync(path.join(build, 'handler.js'), HANDLER);
  writeFileSync(path.join(build, 'package.json'), '{"type":"module"}');
});
afterEach(async () => {
  await running?.stop(100);
  running = undefined;
});
afterAll(() => {
  rmSync(build, { recursive: true });
  process.env = before;
});

async function start(more: Record<string, string> = {}): Promise<number> {
  const port = await freePort();
  running = await serve(readSettings({ PORT: String(port), HOST: '127.0.0.1', ...more }), build);
  return port;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function fetchFrom(
  port: number,
  at: string,
  headers: Record<string, string> = {},
  agent?: Agent
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: at, headers, agent: agent ?? new Agent() }, (message) => {
      let body = '';
      message.on('data', (chunk: Buffer) => (body += chunk.toString()));
      message.on('end', () => resolve({ headers: message.headers, body }));
      message.on('error', reject);
    }).on('error', reject);
  });
}

function openStream(port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/events', headers: { 'accept-encoding': 'br' } }, (message) => {
      message.once('data', () => resolve(message));
    })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  it('compresses pages, and never an event stream', async () => {
    const port = await start();
    const page = await fetchFrom(port, '/', { 'accept-encoding': 'gzip, br' });
    expect(page.headers['content-encoding']).toBe('br');
    const stream = await openStream(port);
    expect(stream.headers['content-encoding']).toBeUndefined();
    stream.destroy();
  });

  it.each(['127.0.0.1:1234', 'localhost:1234', '[::1]:1234'])(
    'answers under the name %s of this machine',
    async (host) => {
      const port = await start();
      expect((await fetchFrom(port, '/origin', { host })).body).toBe(`http://${host}`);
    }
  );

  it.each([
    [{ host: 'elsewhere.example' }],
    [{ host: 'localhost.elsewhere.example' }],
    [{ host: 'elsewhere.example', 'x-oxygene-host': 'elsewhere.example', 'x-oxygene-protocol': 'https' }]
  ])('believes no other name: %o', async (headers) => {
    const port = await start();
    expect((await fetchFrom(port, '/origin', headers)).body).toBe(`http://localhost:${port}`);
  });

  it('says of every answer, files included, that it is what it says and stays here', async () => {
    const port = await start();
    const { headers } = await fetchFrom(port, '/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'referrer-policy': 'no-referrer'
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    await running?.stop(100);
    const secure = await fetchFrom(await start({ ORIGIN: 'https://oxygene.example' }), '/');
    expect(secure.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  });

  it('tells the application which proxy to believe, and of none when no header is given', async () => {
    process.env.XFF_DEPTH = '';
    expect((await fetchFrom(await start(), '/visitors')).body).toBe(',');
    await running?.stop(100);
    const port = await start({ ADDRESS_HEADER: 'X-Forwarded-For', XFF_DEPTH: '2' });
    expect((await fetchFrom(port, '/visitors')).body).toBe('x-forwarded-for,2');
  });

  it('stops at once when nothing is under way, kept connections included', async () => {
    const agent = new Agent({ keepAlive: true });
    const port = await start();
    await fetchFrom(port, '/', {}, agent);
    const startedAt = Date.now();
    await running?.stop(3_000);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    agent.destroy();
  });

  it('ends open event streams and lets requests finish when it stops', async () => {
    const port = await start();
    const streams = await Promise.all(Array.from({ length: 20 }, () => openStream(port)));
    const ends = streams.map((stream) => new Promise<void>((resolve) => stream.once('end', () => resolve())));
    const slow = fetchFrom(port, '/slow');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const drained: string[] = [];
    onDrain(() => void drained.push('told'));
    const startedAt = Date.now();
    await running?.stop(3_000);
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    expect((await slow).body).toBe('whole answer');
    await Promise.all(ends);
    expect(drained).toEqual(['told']);
    await expect(fetchFrom(port, '/')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('refuses a taken port in one sentence', async () => {
    const port = await start();
    const settings = readSettings({ PORT: String(port), HOST: '127.0.0.1' });
    await expect(refuseTakenPort(settings)).rejects.toThrow(`Le port ${port} est déjà pris`);
  });
});
