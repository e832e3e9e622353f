import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openDatabase, useDatabase, type Database } from '../../src/lib/server/db';
import { makeVault } from '../../src/lib/server/platform/crypto';
import { useClock, useVault } from '../../src/lib/server/platform/runtime';
import { testDatabase, type TestDatabase } from './database';

/** A clock that stands still until a test moves it. */
export interface FixedClock {
  now(): Date;
  set(instant: string | Date): void;
  /** Later by so much. */
  pass(time: { minutes?: number; hours?: number; days?: number; ms?: number }): void;
}

/** The product as a test file sees it: its own database, the clock, the use cases ready to be called. */
export interface TestProduct {
  readonly clock: FixedClock;
  /** Everything, past row-level security: to arrange and to look behind the scenes. */
  readonly sql: TestDatabase['superuserSql'];
  /** What the application itself signs in with. */
  readonly appSql: TestDatabase['appSql'];
}

/** When tests happen unless they say otherwise: a Saturday evening. */
export const TEST_NOW = '2026-11-21T20:00:00Z';

/**
 * A migrated database, keys and a fixed clock for this test file; the clock is set back before each test.
 *
 * @example const product = testProduct();
 * // inside a test: product().clock.pass({ minutes: 30 })
 */
export function testProduct(): () => TestProduct {
  const opened = testDatabase();
  const clock = fixedClock();
  let pool: Database | undefined;
  beforeAll(() => {
    pool = openDatabase({ url: opened().appUrl, poolSize: 6 });
    useDatabase(pool);
    useVault(makeVault([{ id: 'test', bytes: Buffer.alloc(32, 7) }]));
    useClock(clock);
  });
  beforeEach(() => clock.set(TEST_NOW));
  afterAll(() => pool?.close(1));
  return () => ({ clock, sql: opened().superuserSql, appSql: opened().appSql });
}

function fixedClock(): FixedClock {
  let instant = new Date(TEST_NOW);
  return {
    now: () => new Date(instant),
    set: (next) => {
      instant = new Date(next);
    },
    pass: ({ minutes = 0, hours = 0, days = 0, ms = 0 }) => {
      instant = new Date(instant.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000 + ms);
    }
  };
}
