import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openDatabase, useDatabase } from '../../src/lib/server/db';
import { answerLive, answerReady } from '../../src/lib/server/http/health';
import { testDatabase } from '../support/database';

const db = testDatabase();

describe('the health of a process', () => {
  it('is ready while its database answers', async () => {
    const pool = openDatabase({ url: db().appUrl, poolSize: 1 });
    useDatabase(pool);
    expect((await answerReady()).status).toBe(200);
    await pool.close();
  });

  it('is alive but not ready, and says when to ask again, while its database is away', async () => {
    const pool = openDatabase({ url: 'postgres://nobody:x@127.0.0.1:1/none', poolSize: 1 });
    useDatabase(pool);
    const answer = await answerReady();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toEqual({ ready: false, reason: 'database_away' });
    expect(answerLive().status).toBe(200);
    await pool.close(0);
  });

  it('does not wait for a database that is silent', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const pool = openDatabase({
      url: `postgres://nobody:x@127.0.0.1:${(silent.address() as AddressInfo).port}/none`,
      poolSize: 1
    });
    useDatabase(pool);
    const startedAt = Date.now();
    expect((await answerReady()).status).toBe(503);
    expect(Date.now() - startedAt).toBeLessThan(2_500);
    await pool.close(0);
    silent.close();
  });
});
