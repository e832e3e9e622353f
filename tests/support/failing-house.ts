import { afterAll, beforeAll } from 'vitest';
import { openDatabase, useDatabase, type Database } from '../../src/lib/server/db';
import { aTeam, useTestRuntime, type TestClock, type TestTeam } from './cases';
import type { TestDatabase } from './database';
import { openFailingDatabase, type FailingDatabase } from './failing-database';

/** The product of a test file, with two hands on its database: a whole one, in use at first, and one that can be made to fail. */
export interface FailingHouse {
  readonly clock: TestClock;
  readonly whole: Database;
  readonly failing: FailingDatabase;
  readonly team: TestTeam;
}

/** Opens such a house before the tests of a file, and closes it after them. Empty until then. */
export function failingHouse(db: () => TestDatabase, poolSize: number): FailingHouse {
  const house = {} as { -readonly [Part in keyof FailingHouse]: FailingHouse[Part] };
  let letGo: () => Promise<void>;
  beforeAll(async () => {
    const clock = useTestRuntime(db());
    letGo = () => clock.close();
    house.clock = clock;
    house.whole = openDatabase({ url: db().appUrl, poolSize });
    useDatabase(house.whole);
    house.failing = openFailingDatabase(db().appUrl);
    house.team = await aTeam(db());
  });
  afterAll(async () => {
    await house.failing.pool.close(1);
    await house.whole.close(1);
    await letGo();
  });
  return house;
}
