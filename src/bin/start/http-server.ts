import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse
} from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import compression from 'compression';
import { MAX_UPLOAD_BYTES } from '../../lib/server/platform/body-limits';
import type { Settings } from '../../lib/server/platform/env';
import { drain } from '../../lib/server/platform/shutdown';
import { StartupFailure, errorCode, errorText } from '../../lib/server/platform/startup-failure';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A server that answers. */
export interface RunningServer {
  /** Takes no new connection, ends event streams, lets requests finish, at most `withinMs`. */
  stop(withinMs: number): Promise<void>;
}

/** Header names that only this program sets, from what the request said, after checking it. */
const HOST_HEADER = 'x-oxygene-host';
const PROTOCOL_HEADER = 'x-oxygene-protocol';

/** Serves a build. The database must be ready: the application opens its pools while it loads. */
export async function serve(settings: Settings, buildDir: string): Promise<RunningServer> {
  const handler = await loadHandler(settings, buildDir);
  const streams = new Set<ServerResponse>();
  const server = createServer(listener(settings, handler, streams));
  // longer than the proxies in front, so that they and not we close an idle connection
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 300_000;
  await listen(server, settings);
  return { stop: (withinMs) => stop(server, streams, withinMs) };
}

/** Refuses a port that somebody uses, before anything slow is begun. */
export async function refuseTakenPort(settings: Settings): Promise<void> {
  const probe = createServer();
  await listen(probe, settings);
  await new Promise((resolve) => probe.close(resolve));
}

async function loadHandler(settings: Settings, buildDir: string): Promise<Handler> {
  process.env.NODE_ENV = 'production';
  // large files are for one page only: src/lib/server/http/body-size-handle.ts holds the others to their own limit
  process.env.BODY_SIZE_LIMIT = String(MAX_UPLOAD_BYTES);
  if (settings.isOriginAssumed) {
    delete process.env.ORIGIN;
    process.env.HOST_HEADER = HOST_HEADER;
    process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
  } else {
    process.env.ORIGIN = settings.origin;
  }
  tellWhereVisitorsAre(settings);
  const entry = pathToFileURL(path.join(buildDir, 'handler.js')).href;
  const { handler } = (await import(entry)) as { handler: Handler };
  return handler;
}

/** As checked: the handler itself reads an empty depth as none, and would then take all visitors for one. */
function tellWhereVisitorsAre({ visitors }: Settings): void {
  delete process.env.ADDRESS_HEADER;
  delete process.env.XFF_DEPTH;
  if (!visitors) return;
  process.env.ADDRESS_HEADER = visitors.header;
  process.env.XFF_DEPTH = String(visitors.depth);
}

function listener(settings: Settings, handler: Handler, streams: Set<ServerResponse>): RequestListener {
  const compress = compression({
    filter: (request, response) => !isEventStream(response) && compression.filter(request, response),
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
  }) as unknown as Handler;
  const always = headersOfAll(settings);
  return (request, response) => {
    if (settings.isOriginAssumed) sayOrigin(request, settings);
    for (const [name, value] of always) response.setHeader(name, value);
    response.on('close', () => streams.delete(response));
    onHeaders(response, () => {
      if (isEventStream(response)) streams.add(response);
    });
    compress(request, response, () =>
      handler(request, response, () => {
        response.statusCode = 404;
        response.end();
      })
    );
  };
}

/** What every answer says, also for files, which never come by the application. */
function headersOfAll({ origin }: Settings): readonly (readonly [string, string])[] {
  const all = [
    ['referrer-policy', 'no-referrer'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    [
      'permissions-policy',
      'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()'
    ]
  ] as const;
  if (!origin.startsWith('https:')) return all;
  return [...all, ['strict-transport-security', 'max-age=63072000; includeSubDomains']];
}

/** Without ORIGIN, every name of this machine works (localhost, 127.0.0.1), and no other name is believed. */
function sayOrigin(request: IncomingMessage, settings: Settings): void {
  const { host = '' } = request.headers;
  const isOwnName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  request.headers[HOST_HEADER] = isOwnName ? host : new URL(settings.origin).host;
  request.headers[PROTOCOL_HEADER] = 'http';
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}

function onHeaders(response: ServerResponse, look: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    const written = writeHead(...args);
    look();
    return written;
  }) as ServerResponse['writeHead'];
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenFailure(error, port)));
    server.listen({ port, host }, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

function listenFailure(error: Error, port: number): StartupFailure {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartupFailure(
        `Le port ${port} est déjà pris : arrêtez ce qui l’utilise, ou donnez-en un autre dans PORT.`
      );
    case 'EACCES':
      return new StartupFailure(
        `Le port ${port} demande des droits d’administrateur : donnez un PORT de 1024 ou plus.`
      );
    default:
      return new StartupFailure(
        `Impossible d’écouter sur le port ${port} (${errorText(error)}) : vérifiez PORT et HOST.`
      );
  }
}

async function stop(server: Server, streams: Set<ServerResponse>, withinMs: number): Promise<void> {
  // a request already on its way on a kept connection is answered, and its connection closed after it
  server.on('request', (_request, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  });
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await drain(Math.min(1_000, withinMs));
  // what the application did not end itself: browsers come back by themselves
  for (const stream of streams) stream.end();
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, sleep(withinMs, undefined, { ref: false })]);
  clearInterval(sweep);
  server.closeAllConnections();
}
