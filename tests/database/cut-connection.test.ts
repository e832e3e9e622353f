import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/lib/kernel';
import { keepLawFresh } from '../../src/lib/server/aids';
import { openDatabase, useDatabase, type Database } from '../../src/lib/server/db';
import { newId } from '../../src/lib/server/platform/ids';
import { aTeam, TUESDAY, useTestRuntime } from '../support/cases';
import type { CommandHouse, CommandLine } from '../support/command-line';
import { COMMAND_LINES } from '../support/command-lines';
import { openCuttingProxy, type CuttingProxy, type Way } from '../support/cutting-proxy';
import { testDatabase } from '../support/database';
import { seededRandom } from '../support/seeded-random';
import { hashTables, rowsGained } from '../support/table-hashes';

const db = testDatabase();
/** The places to cut are chosen anew each time; a failure says the seed that finds them again: `CUT_SEED=…`. */
const SEED = Number(process.env.CUT_SEED ?? Date.now() % 1_000_000);
/** How many places of each command; at leisure `CUTS=300`. */
const CUTS = Number(process.env.CUTS ?? 3);
/** The commit and its answer, and a little before, in bytes. */
const END = 24;
/** Where in turn: in the end a byte more or less decides whether it is done. */
const PLACES: readonly { readonly way: Way; readonly within: 'end' | 'all' }[] = [
  { way: 'answered', within: 'all' },
  { way: 'asked', within: 'end' },
  { way: 'answered', within: 'end' },
  { way: 'asked', within: 'all' }
];

let clock: ReturnType<typeof useTestRuntime>;
let proxy: CuttingProxy;
let whole: Database;
let house: CommandHouse;
/** Cuts after which all was kept and nobody told, and after which nothing was. */
const reached = { untold: 0, undone: 0 };

beforeAll(async () => {
  clock = useTestRuntime(db());
  whole = openDatabase({ url: db().appUrl, poolSize: 2 });
  useDatabase(whole);
  house = { database: db(), team: await aTeam(db()) };
  proxy = await openCuttingProxy(db().appUrl);
  // read once in a while by whichever command comes first
  await keepLawFresh();
  console.info(`Connections are cut by the seed CUT_SEED=${SEED}`);
});
beforeEach(() => clock.set(TUESDAY));
afterAll(async () => {
  await proxy.close();
  await whole.close(1);
  await clock.close();
});

const tables = () => hashTables(db().superuserSql);
const aCommand = () => ({ id: newId<'command'>() as CommandId, input: 'cut' });
type CarryOut = Awaited<ReturnType<CommandLine>>;
/** A command on its way, and the case it is for. */
interface Sent {
  readonly carryOut: CarryOut;
  readonly command: ReturnType<typeof aCommand>;
}

/**
 * Carries a command out on a connection that has done nothing yet, so that it always takes the same bytes, and cuts it
 * after so many. Null when nobody was told how it ended.
 */
async function carryOutCut(carryOut: () => ReturnType<CarryOut>, way: Way, bytes: number | null) {
  const pool = openDatabase({ url: proxy.url, poolSize: 1 });
  proxy.cutAfter('asked', null);
  await pool.sql`select 1`;
  proxy.cutAfter(way, bytes);
  useDatabase(pool);
  const answer = await carryOut().catch(() => null);
  useDatabase(whole);
  const counted = proxy.count();
  await pool.close(0);
  return { answer, counted };
}

/** The places of the command of this number: each begins one further, so that three of four are enough. */
function placesToCut(counted: Readonly<Record<Way, number>>, number: number) {
  const random = seededRandom(SEED + number);
  return Array.from({ length: CUTS }, (_, turn) => {
    const { way, within } = PLACES[(number + turn) % PLACES.length]!;
    const room = within === 'all' ? counted[way] : Math.min(END, counted[way]);
    return { way, byte: counted[way] - 1 - random.below(room) };
  });
}

async function isKept({ id }: { readonly id: CommandId }): Promise<boolean> {
  const kept = await db().superuserSql`select from commands where id = ${id}`;
  return kept.length > 0;
}

/** A command that was cut at least once: the repeat says how it ended, and the one after says the same and changes nothing. */
async function repeat(sent: Sent, first: unknown, where: string): Promise<void> {
  const second = await sent.carryOut(sent.command);
  expect(second, where).toMatchObject({ ok: true });
  if (first) expect(second, where).toEqual(first);
  expect(await sent.carryOut(sent.command), where).toEqual(second);
}

describe('a connection to the database cut at any byte of a command loses and doubles nothing', () => {
  it.each(Object.entries(COMMAND_LINES).map(([name, line], index) => ({ name, line, number: index })))(
    '$name',
    { timeout: 60_000 + CUTS * 1_000 },
    async ({ line, number }) => {
      const start = await tables();
      const undisturbed = await line(house);
      const { answer, counted } = await carryOutCut(() => undisturbed(aCommand()), 'asked', null);
      expect(answer).toMatchObject({ ok: true });
      const before = await tables();

      let cases = 0;
      let sent: Sent | null = null;
      let where = '';
      for (const { way, byte } of placesToCut(counted, number)) {
        where = `CUT_SEED=${SEED}: ${way}, ${byte} of ${counted[way]} bytes`;
        if (!sent) cases += 1;
        // what is kept nowhere is sent again with the same id, and cut again
        sent ??= { carryOut: await line(house), command: aCommand() };
        const { carryOut, command }: Sent = sent;
        const first = await carryOutCut(() => carryOut(command), way, byte);
        const isDone = await isKept(command);
        if (first.answer) expect(isDone, where).toBe(true);
        else reached[isDone ? 'untold' : 'undone'] += 1;
        if (!isDone) continue;
        await repeat(sent, first.answer, where);
        sent = null;
      }
      if (sent) await repeat(sent, null, where);
      // each case, its command included, left what the one that was not cut left
      const once = Object.entries(rowsGained(start, before));
      const all = Object.fromEntries(once.map(([table, rows]) => [table, rows * cases]));
      expect(rowsGained(before, await tables()), `CUT_SEED=${SEED}`).toEqual(all);
    }
  );

  it('reaches both halves of the danger: done and not told, and not done', () => {
    const lines = Object.keys(COMMAND_LINES).length;
    expect(reached.untold).toBeGreaterThan(lines / 4);
    expect(reached.undone).toBeGreaterThan(lines / 4);
  });
});
