import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/lib/kernel';
import { keepLawFresh } from '../../src/lib/server/aids';
import { openDatabase, useDatabase } from '../../src/lib/server/db';
import { newId } from '../../src/lib/server/platform/ids';
import { aTeam, TUESDAY, useTestRuntime } from '../support/cases';
import type { CommandHouse, CommandLine } from '../support/command-line';
import { COMMAND_LINES } from '../support/command-lines';
import { testDatabase } from '../support/database';
import { openFailingDatabase, type FailingDatabase } from '../support/failing-database';
import { hashTables, rowsGained } from '../support/table-hashes';

const db = testDatabase();
/** The text of every use case: which of them take commands is read there. */
const sources = import.meta.glob<string>('../../src/lib/server/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true
});

let clock: ReturnType<typeof useTestRuntime>;
let failing: FailingDatabase;
let house: CommandHouse;

beforeAll(async () => {
  clock = useTestRuntime(db());
  failing = openFailingDatabase(db().appUrl);
  useDatabase(failing.pool);
  // read once in a while by whichever command comes first
  await keepLawFresh();
});
beforeEach(async () => {
  clock.set(TUESDAY);
  house = { database: db(), team: await aTeam(db()) };
});
afterAll(async () => {
  await failing.pool.close(1);
  await clock.close();
});

const tables = () => hashTables(db().superuserSql);
const aCommand = (input: unknown) => ({ id: newId<'command'>() as CommandId, input });

/** What a command adds when nothing fails, and how many statements it takes. */
async function undisturbed(line: CommandLine) {
  const carryOut = await line(house);
  const before = await tables();
  failing.failAt(0);
  const answer = await carryOut(aCommand('once'));
  expect(answer).toMatchObject({ ok: true });
  return { statements: failing.count(), gained: rowsGained(before, await tables()) };
}

describe('when any one of its statements fails, nothing of a command is kept, and the same id then has one effect', () => {
  it.each(Object.entries(COMMAND_LINES))('%s', async (_name, line) => {
    const { statements, gained } = await undisturbed(line);
    const carryOut = await line(house);
    const command = aCommand('retried');
    const before = await tables();
    for (let number = 1; number <= statements; number++) {
      failing.failAt(number);
      await expect(carryOut(command), `statement ${number}`).rejects.toThrow();
      await failing.settled();
      expect(failing.late(), `asked after statement ${number}`).toEqual([]);
    }
    expect(await tables()).toEqual(before);
    failing.failAt(0);
    const answer = await carryOut(command);
    expect(answer).toMatchObject({ ok: true });
    const after = await tables();
    expect(rowsGained(before, after)).toEqual(gained);
    expect(await carryOut(command)).toEqual(answer);
    expect(await tables()).toEqual(after);
  });
});

describe('a transaction that is over', () => {
  it.each([true, false])('takes no statement any more (prepared: %s)', async (prepare) => {
    const pool = openDatabase({ url: db().appUrl, prepare, poolSize: 1 });
    let late: Promise<unknown> | undefined;
    const slow = async (tx: Parameters<Parameters<typeof pool.orm.transaction>[0]>[0]) => {
      await tx.execute(sql`select 1`);
      await turn();
      // somebody else's by now
      return tx.execute(sql`select 2`);
    };
    const failed = pool.orm.transaction((tx) => {
      late = slow(tx);
      late.catch(() => undefined);
      return Promise.reject(new Error('one of two failed'));
    });
    await expect(failed).rejects.toThrow('one of two failed');
    await expect(late).rejects.toThrow('Failed query: select 2');
    await pool.close(1);
  });
});

it('knows every use case that takes a command', () => {
  const takers = Object.values(sources).flatMap((text) =>
    text
      .split(/^export (?=async function)/m)
      .filter((part) => part.includes('carryOutOnce'))
      .flatMap((part) => /^async function (\w+)/.exec(part)?.[1] ?? [])
  );
  const known = Object.keys(COMMAND_LINES).map((name) => name.split(':')[0]);
  expect(new Set(takers.filter((name) => name !== 'carryOutOnce'))).toEqual(new Set(known));
});
