import type { Handle, RequestEvent } from '@sveltejs/kit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_BODY_BYTES } from '../platform/body-limits';
import { makeLog, useLog } from '../platform/logger';
import { openDatabase, useDatabase } from '../db';
import { bodySizeHandle } from './body-size-handle';
import { databaseAwayHandle } from './database-away-handle';
import { handleError, incidentHandle } from './incident-handle';
import { noStoreHandle } from './no-store-handle';
import { sessionHandle } from './session-handle';

interface Visit {
  readonly url?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly routeId?: string | null;
  readonly cookies?: Record<string, string>;
}

function visit({
  url = 'http://localhost:3000/',
  method = 'GET',
  headers,
  routeId = '/',
  cookies = {}
}: Visit) {
  const jar = new Map(Object.entries(cookies));
  // only what the handles read of an event
  return {
    url: new URL(url),
    request: new Request(url, { method, headers }),
    route: { id: routeId },
    isDataRequest: false,
    locals: { actor: null, sessionId: null },
    cookies: {
      get: (name: string) => jar.get(name),
      set: (name: string, value: string) => void jar.set(name, value),
      delete: (name: string) => void jar.delete(name)
    }
  } as unknown as RequestEvent;
}

const page = async () => new Response('page', { headers: { 'content-type': 'text/html' } });
const run = async (handle: Handle, event: RequestEvent, resolve: () => Promise<Response> = page) =>
  handle({ event, resolve: () => resolve() });

beforeEach(() => useLog(makeLog('silent')));

describe('what is kept out of caches and search engines', () => {
  it.each([
    ['/(public)/aide', false],
    ['/(access)/entrer', true],
    ['/(access)/lien/[token]', true],
    ['/(debtor)/accueil', true],
    ['/(staff)/bureau/ma-journee', true],
    ['/avis/[token]', true]
  ])('%s: %s', async (routeId, isPrivate) => {
    const { headers } = await run(noStoreHandle, visit({ routeId }));
    expect(headers.get('cache-control')).toBe(isPrivate ? 'no-store' : null);
    expect(headers.get('x-robots-tag')).toBe(isPrivate ? 'noindex, nofollow' : null);
  });

  it('is any page of somebody who is signed in', async () => {
    const event = visit({ routeId: '/(public)/aide' });
    event.locals.actor = { kind: 'debtor', caseId: 'c' as never };
    const { headers } = await run(noStoreHandle, event);
    expect(headers.get('cache-control')).toBe('no-store');
    // no search engine has a session; the tools that read this header would call her own page hidden
    expect(headers.get('x-robots-tag')).toBeNull();
  });

  it('is so too when the headers of the answer are locked', async () => {
    const answer = await run(noStoreHandle, visit({ routeId: '/(access)/entrer' }), async () =>
      Response.redirect('http://localhost/x', 303)
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('location')).toBe('http://localhost/x');
  });
});

describe('a body announced as too large', () => {
  const sent = (length: number) =>
    run(bodySizeHandle, visit({ headers: { 'content-length': String(length) } }));

  it('is refused with 413, at the first byte over', async () => {
    expect((await sent(MAX_BODY_BYTES)).status).toBe(200);
    expect((await sent(MAX_BODY_BYTES + 1)).status).toBe(413);
  });
});

describe('while the database is away', () => {
  beforeEach(() => useDatabase(openDatabase({ url: 'postgres://nobody:x@127.0.0.1:1/none', poolSize: 1 })));
  const withCookie = (more: Visit) => visit({ cookies: { oxygene: 'x'.repeat(43) }, ...more });
  const through = async (event: RequestEvent) =>
    run(
      incidentHandle,
      event,
      () => run(databaseAwayHandle, event, () => run(sessionHandle, event)) as Promise<Response>
    );

  it('a signed-in page answers 503, says when to come back, and is calm', async () => {
    const answer = await through(withCookie({ routeId: '/(debtor)/accueil' }));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
    const text = await answer.text();
    expect(text).toContain('3114');
    expect(text).not.toMatch(/ECONNREFUSED|postgres|<script/i);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('a form sent by script gets the same in a form it can read', async () => {
    const headers = { accept: 'application/json' };
    const answer = await through(withCookie({ routeId: '/(debtor)/messages', headers }));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ type: 'error', status: 503 });
  });

  it('public pages are still shown, with or without a cookie', async () => {
    expect((await through(withCookie({ routeId: '/(public)/vos-droits' }))).status).toBe(200);
    expect((await through(visit({ routeId: '/(public)/vos-droits' }))).status).toBe(200);
  });

  it('no query is made without a cookie, nor for what is no page', async () => {
    expect((await through(visit({ routeId: '/(debtor)/accueil' }))).status).toBe(200);
    expect((await through(withCookie({ routeId: null }))).status).toBe(200);
  });

  it('an error inside a page is recognised too', async () => {
    const event = visit({ routeId: '/(debtor)/accueil' });
    const answer = await run(
      incidentHandle,
      event,
      () =>
        run(databaseAwayHandle, event, async () => {
          const error = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
          await handleError({ error, event, status: 500, message: 'x' });
          return new Response('broken', { status: 500 });
        }) as Promise<Response>
    );
    expect(answer.status).toBe(503);
  });

  it('one that says nothing at all is away too', async () => {
    vi.useFakeTimers();
    const silent = run(databaseAwayHandle, visit({}), () => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(15_000);
    const answer = await silent;
    vi.useRealTimers();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
  });

  it('a machine that asks whether the process lives is answered, whatever cookie it carries', async () => {
    const answer = await through(withCookie({ routeId: '/api/health' }));
    expect(answer.status).toBe(200);
  });

  it('another error stays one', async () => {
    const event = visit({});
    await expect(run(databaseAwayHandle, event, () => Promise.reject(new Error('a defect')))).rejects.toThrow(
      'a defect'
    );
  });
});

describe('something unexpected', () => {
  it('is told by a short id only', async () => {
    const event = visit({});
    event.locals.incident = 'ABC123';
    const told = await handleError({ error: new Error('secret of Nadia'), event, status: 500, message: 'x' });
    expect(told).toMatchObject({ incident: 'ABC123' });
    expect(JSON.stringify(told)).not.toContain('Nadia');
  });

  it('writes no line for what was sent wrong: anybody could fill the log with it', async () => {
    const lines: string[] = [];
    useLog(makeLog('warn', { write: (line) => void lines.push(line) }));
    const event = visit({});
    event.locals.incident = 'ABC123';
    await handleError({ error: new Error('x'), event, status: 415, message: 'x' });
    expect(lines).toEqual([]);
    await handleError({ error: new Error('x'), event, status: 500, message: 'x' });
    expect(lines).toHaveLength(1);
  });

  it('has another id for each request', async () => {
    const ids = new Set<string>();
    for (let index = 0; index < 50; index++) {
      const event = visit({});
      await run(incidentHandle, event);
      expect(event.locals.incident).toMatch(/^[0-9A-Z]{4,8}$/);
      ids.add(event.locals.incident);
    }
    expect(ids.size).toBe(50);
  });
});
