import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandId } from '../../src/lib/kernel';
import { openDatabase, useDatabase, type Database } from '../../src/lib/server/db';
import { postMessage } from '../../src/lib/server/messaging';
import { newId } from '../../src/lib/server/platform/ids';
import { aCase, aTeam, useTestRuntime, type TestCase } from '../support/cases';
import { openCuttingProxy, type CuttingProxy, type Way } from '../support/cutting-proxy';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let proxy: CuttingProxy;
let pool: Database;
let person: TestCase;

beforeAll(async () => {
  clock = useTestRuntime(db());
  const team = await aTeam(db());
  person = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
  proxy = await openCuttingProxy(db().appUrl);
});
afterAll(async () => {
  await proxy.close();
  await clock.close();
});

/** A connection that has done nothing yet, so that a command always takes the same bytes. */
async function connect(): Promise<void> {
  pool = openDatabase({ url: proxy.url, poolSize: 1 });
  useDatabase(pool);
  proxy.cutAfter('asked', null);
  await pool.sql`select 1`;
}

const post = (id: CommandId) => {
  const text = 'Bonsoir';
  return postMessage(person.debtor, person.caseId, { text }, { id, input: { text } });
};

/** What is kept of a command: how many answers, messages and lines of the journal. */
async function kept(id: CommandId) {
  const [row] = await db().superuserSql`
    select count(*)::int as commands, count(m.id)::int as messages, count(a.id)::int as lines
    from commands c
    left join messages m on m.case_id = c.case_id and m.id::text = c.answer ->> 'id'
    left join audit_events a on a.case_id = c.case_id and a.detail ->> 'messageId' = c.answer ->> 'id'
    where c.id = ${id}`;
  return row;
}
const messages = async () => {
  const [row] = await db()
    .superuserSql`select count(*)::int as n from messages where case_id = ${person.caseId}`;
  return row!.n as number;
};

/** How far apart the cuts are before the end; `CUT_EVERY=1` cuts everywhere. */
const CUT_EVERY = Number(process.env.CUT_EVERY ?? 499);
/** The commit and its answer, and a little before. */
const END = 24;

/** Every byte of the end; before, one in so many. */
function placesToCut(bytes: number): number[] {
  const all = Array.from({ length: bytes }, (_, index) => index);
  return all.filter((byte) => byte >= bytes - END || byte % CUT_EVERY === 0);
}

it(
  'a connection to the database cut at any byte of a command loses and doubles nothing',
  { timeout: 60_000 + 10_000_000 / CUT_EVERY },
  async () => {
    await connect();
    proxy.cutAfter('asked', null);
    await post(newId<'command'>());
    const whole = proxy.count();
    await pool.close(0);
    let [unanswered, undone] = [0, 0];

    for (const way of ['asked', 'answered'] as readonly Way[])
      for (const byte of placesToCut(whole[way])) {
        const id = newId<'command'>() as CommandId;
        const before = await messages();
        await connect();
        proxy.cutAfter(way, byte);
        const first = await post(id).catch(() => null);
        const isDone = (await messages()) > before;
        if (first === null && isDone) unanswered += 1;
        if (first === null && !isDone) undone += 1;
        proxy.cutAfter('asked', null);
        const second = await post(id);
        expect(second, `${way} ${byte}`).toMatchObject({ ok: true });
        if (first) expect(second).toEqual(first);
        expect(await post(id)).toEqual(second);
        expect(await kept(id), `${way} ${byte}`).toEqual({ commands: 1, messages: 1, lines: 1 });
        expect(await messages()).toBe(before + 1);
        await pool.close(0);
      }
    // both halves of the danger were reached: done and not told, and not done
    expect(unanswered).toBeGreaterThan(4);
    expect(undone).toBeGreaterThan(4);
  }
);
