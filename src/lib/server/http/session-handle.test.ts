import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { RequestEvent } from '@sveltejs/kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase, useDatabase, type Database } from '../db';
import { sessionHandle } from './session-handle';

const SECRET = 'x'.repeat(43);

/** Only what the handle reads of an event, with the cookie of somebody who came in. */
function visitTo(routeId: string) {
  const jar = new Map([['oxygene', SECRET]]);
  return {
    url: new URL('http://localhost:3000/'),
    route: { id: routeId },
    locals: {},
    cookies: {
      get: (name: string) => jar.get(name),
      delete: (name: string) => void jar.delete(name)
    }
    // only what the handle looks at: a whole event cannot be made by hand
  } as unknown as RequestEvent;
}

describe('while the database is frozen: it takes connections and says nothing', () => {
  const sockets = new Set<Socket>();
  const frozen = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
  let pool: Database;

  beforeAll(async () => {
    frozen.listen(0, '127.0.0.1');
    await once(frozen, 'listening');
  });
  beforeEach(() => {
    const { port } = frozen.address() as AddressInfo;
    pool = openDatabase({ url: `postgres://nobody:x@127.0.0.1:${port}/none`, poolSize: 1 });
    useDatabase(pool);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    for (const socket of sockets) socket.destroy();
    await pool.close(0);
  });
  afterAll(() => void frozen.close());

  /** What a visit with the cookie has become after so long. */
  async function after(ms: number, routeId: string) {
    const event = visitTo(routeId);
    let answer: Response | undefined;
    Promise.resolve(sessionHandle({ event, resolve: async () => new Response('page') })).then(
      (response) => (answer = response),
      () => undefined
    );
    await vi.advanceTimersByTimeAsync(ms);
    return { event, answer };
  }

  it('a page open to everyone is shown after two seconds, as for nobody, and the session is kept', async () => {
    expect((await after(1_999, '/(public)/vos-droits')).answer).toBeUndefined();
    const { event, answer } = await after(2_000, '/(public)/vos-droits');
    expect(answer?.status).toBe(200);
    expect(event.locals).toMatchObject({ actor: null, sessionId: null });
    expect(event.cookies.get('oxygene')).toBe(SECRET);
  });

  it('her own page is never shown as for nobody', async () => {
    expect((await after(14_000, '/(debtor)/accueil')).answer).toBeUndefined();
  });
});
