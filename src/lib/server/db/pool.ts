import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';

/** A pool that signs in as `oxygene_app`, with Drizzle over it. */
export interface Database {
  readonly orm: PostgresJsDatabase;
  readonly sql: Sql;
  /** Ends the pool; waits at most `seconds` for running queries. */
  close(seconds?: number): Promise<void>;
  /** Lets go of every connection and of what waits for one, and begins anew. */
  renew(): Promise<void>;
}

/** What a pool is made of: it ends for good, and another one takes its place. */
export type OnePool = Omit<Database, 'renew'>;

/** A pool whose connections can all be replaced at once. Whoever asks goes through the one of the moment. */
export function renewable(open: () => OnePool): Database {
  let pool = open();
  return {
    get orm() {
      return pool.orm;
    },
    get sql() {
      return pool.sql;
    },
    close: (seconds) => pool.close(seconds),
    async renew() {
      const former = pool;
      pool = open();
      await former.close(0);
    }
  };
}

/** How often a pool is asked whether it still answers, and how long it may take, in milliseconds. */
export interface Pulse {
  readonly everyMs: number;
  readonly withinMs: number;
}

/** Twice as long as a request waits before it is told to come back. */
const PULSE: Pulse = { everyMs: 10_000, withinMs: 30_000 };

/**
 * Asks a pool again and again whether it answers, until the answer is called; when it does not, replaces all its
 * connections. One whose other end is gone without a word (a machine that lost its power, a network that swallows
 * everything) is silent for a quarter of an hour and more, and the driver waits. What stands in the queue by then was
 * told long ago to come back later: it is let go of, so that what comes next is served at once. `onSilence` hears of it.
 */
export function keepAnswering(database: Database, onSilence: () => void, pulse: Pulse = PULSE): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const next = () => {
    if (isOver) return;
    timer = setTimeout(() => void beat(), pulse.everyMs);
    timer.unref();
  };
  const beat = async () => {
    if (!(await doesAnswer(database, pulse.withinMs)) && !isOver) {
      onSilence();
      await database.renew();
    }
    next();
  };
  next();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** Whether the database says anything in time, were it that it cannot work. */
async function doesAnswer({ sql }: Database, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
    timer.unref();
  });
  const answer = sql`select 1`.then(
    () => true,
    () => true
  );
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}
