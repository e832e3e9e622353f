import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isDatabaseAway, keepAnswering, openDatabase, type Database } from '../../src/lib/server/db';
import { testDatabase } from '../support/database';
import { openSilentProxy, type SilentProxy } from '../support/silent-proxy';

const db = testDatabase();
/** Much shorter than in life. */
const PULSE = { everyMs: 50, withinMs: 400 };

let proxy: SilentProxy;
let pool: Database;
let stop: () => void;
let silences = 0;

beforeAll(async () => {
  proxy = await openSilentProxy(db().appUrl);
});
afterEach(async () => {
  stop();
  // cut off while it greets the database, a connection of the driver throws where nobody can catch it
  await pool.close(1);
});
afterAll(() => proxy.close());

async function openPool(pulse = PULSE): Promise<void> {
  silences = 0;
  pool = openDatabase({ url: proxy.url, poolSize: 2 });
  expect(await Promise.all([ask(0.05), ask(0.05)])).toEqual(['answered', 'answered']);
  stop = keepAnswering(pool, () => (silences += 1), pulse);
}
const ask = (seconds = 0) =>
  Promise.resolve(pool.sql`select pg_sleep(${seconds})`).then(
    () => 'answered',
    (error: unknown) => (isDatabaseAway(error) ? 'away' : 'broken')
  );

describe('a pool whose connections have gone silent', () => {
  it('is replaced: what was asked is told that the database is away, what is asked next is answered', async () => {
    await openPool();
    proxy.silence();
    const transaction = pool.orm.transaction((tx) => tx.execute('select 1')).catch(isDatabaseAway);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['away', 'away', 'away']);
    expect(await transaction).toBe(true);
    expect(silences).toBe(1);
    expect(await ask()).toBe('answered');
    await pool.orm.transaction((tx) => tx.execute('select 1'));
  });

  it('is left alone while it is only slow', async () => {
    await openPool({ everyMs: 50, withinMs: 5_000 });
    const before = proxy.count();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => ask(0.15)));
    expect(new Set(outcomes)).toEqual(new Set(['answered']));
    expect([silences, proxy.count() - before]).toEqual([0, 0]);
  });

  it('lets go of a queue nobody waits for any more, and serves what comes next at once', async () => {
    await openPool({ everyMs: 50, withinMs: 300 });
    const queue = Array.from({ length: 60 }, () => ask(0.1));
    const outcomes = await Promise.all(queue);
    expect(outcomes).toContain('answered');
    expect(outcomes.filter((outcome) => outcome === 'away').length).toBeGreaterThan(20);
    const askedAt = performance.now();
    expect(await ask()).toBe('answered');
    expect(performance.now() - askedAt).toBeLessThan(1_000);
  });

  it('is asked nothing any more once the process ends', async () => {
    await openPool();
    stop();
    proxy.silence();
    await new Promise((go) => setTimeout(go, 2 * (PULSE.everyMs + PULSE.withinMs)));
    expect(silences).toBe(0);
  });
});
