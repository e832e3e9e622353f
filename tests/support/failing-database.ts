import { setImmediate as turn } from 'node:timers/promises';
import type { Sql, TransactionSql } from 'postgres';
import { openDatabase, type Database } from '../../src/lib/server/db';

/**
 * A database of which one statement can be made to fail, in the process and not in the database: there the transaction
 * would be spoilt, and whoever swallowed the error would be saved by the rollback.
 */
export interface FailingDatabase {
  readonly pool: Database;
  /** Counts statements anew; the one of this number fails, and no other. 0: none does. */
  failAt(number: number): void;
  /** How many statements were asked for since, those of `begin` and `commit` not counted. */
  count(): number;
  /** What got through to a transaction that was over: it runs on its own, or among the statements of a stranger. */
  late(): readonly string[];
  /** Waits until nothing that was asked for is under way. */
  settled(): Promise<void>;
}

/** What is thrown in the place of a statement that never left. */
export class Unsent extends Error {
  override readonly name = 'Unsent';
}

type Unsafe = Sql['unsafe'];
type Work = (tx: TransactionSql) => Promise<unknown>;

/** Opens a pool as the product does, and stands between its use cases and the driver. */
export function openFailingDatabase(url: string): FailingDatabase {
  const pool = openDatabase({ url, poolSize: 3 });
  let [asked, failing] = [0, 0];
  const underWay = new Set<Promise<unknown>>();
  let late: string[] = [];

  const watched = (unsafe: Unsafe, isOver: () => boolean): Unsafe =>
    ((...[text, values, options]: Parameters<Unsafe>) => {
      asked += 1;
      if (isOver()) late.push(text);
      if (asked === failing) throw new Unsent(text);
      const query = unsafe(text, values, options);
      // a second listener: whoever asked still gets the answer, or the error
      const done = query.then(
        () => void underWay.delete(done),
        () => void underWay.delete(done)
      );
      underWay.add(done);
      return query;
    }) as Unsafe;

  const { sql } = pool;
  const { unsafe } = sql;
  const begin = sql.begin.bind(sql) as (work: Work) => Promise<unknown>;
  Object.assign(sql, {
    unsafe: watched(unsafe, () => false),
    begin: (work: Work) =>
      begin((tx) => {
        let isOver = false;
        Object.assign(tx, { unsafe: watched(tx.unsafe, () => isOver) });
        return work(tx).finally(() => (isOver = true));
      })
  });

  return {
    pool,
    failAt(number) {
      [asked, failing, late] = [0, number, []];
    },
    count: () => asked,
    late: () => late,
    async settled() {
      await turn();
      while (underWay.size > 0) await Promise.all(underWay).then(() => turn());
    }
  };
}
