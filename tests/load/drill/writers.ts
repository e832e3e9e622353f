import { randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { openHouse } from '../../../src/bin/start/open-house';
import type { CaseId } from '../../../src/lib/kernel';
import { openDatabase, useDatabase } from '../../../src/lib/server/db';
import { cookieFor } from '../bench/house';
import { ask } from '../bench/requests';

/** People who write messages as fast as they are answered, and what they were told. */
export interface Writers {
  /** The commands that were answered with success. */
  readonly acknowledged: readonly string[];
  /** Those sent and not answered so. */
  readonly unknown: readonly string[];
  /** Statuses that came back, and how often; 0 for no answer at all. */
  readonly statuses: ReadonlyMap<number, number>;
  /** They write until this is called; it waits for the last answers. */
  stop(): Promise<void>;
}

/** Signs people in on the embedded database of a data folder. Answers their cookies. */
export async function signIn(dataDir: string, people: number): Promise<string[]> {
  return withOwner(dataDir, async (owner, appUrl) => {
    const pool = openDatabase({ url: appUrl, poolSize: 2 });
    useDatabase(pool);
    try {
      const cases = await asSystem(
        owner,
        (sql) =>
          sql<{ id: CaseId }[]>`select id from case_files where closed_at is null order by id limit ${people}`
      );
      return await Promise.all(cases.map(({ id }) => cookieFor({ kind: 'debtor', id })));
    } finally {
      await pool.close(1);
    }
  });
}

/** Each of these people writes, one message after the other, and lets a little time pass when nobody answers. */
export function startWriters(url: string, cookies: readonly string[]): Writers {
  const [acknowledged, unknown] = [[] as string[], [] as string[]];
  const statuses = new Map<number, number>();
  let isOver = false;
  const write = async (cookie: string) => {
    while (!isOver) {
      const command = randomUUID();
      const asked = { path: '/messages?/send', cookie, form: { command, text: `Essai ${command}` } };
      const { status, body } = await ask(url, asked).catch(() => ({ status: 0, body: '' }));
      const isTaken = status === 200 && body.includes('"success"');
      (isTaken ? acknowledged : unknown).push(command);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (!isTaken) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const all = Promise.all(cookies.map(write));
  return {
    acknowledged,
    unknown,
    statuses,
    async stop() {
      isOver = true;
      await all;
    }
  };
}

/** How many of these commands are kept nowhere, and how many messages or lines of the journal are there too often or too seldom. */
export async function countFaults(
  dataDir: string,
  acknowledged: readonly string[]
): Promise<{ readonly lost: number; readonly wrong: number }> {
  return withOwner(dataDir, (owner) =>
    asSystem(owner, async (sql) => {
      const [row] = await sql<{ lost: number; wrong: number }[]>`
        with said as (select unnest(${sql.array([...acknowledged])}::uuid[]) as id),
        posted as (select c.id, c.case_id, c.answer ->> 'id' as message from commands c where c.answer ? 'replyBy')
        select (select count(*)::int from said where not exists (select from commands c where c.id = said.id)) as lost,
          ((select count(*)::int from posted p where 1 <> (select count(*) from messages m
              where m.case_id = p.case_id and m.id::text = p.message))
          + (select count(*)::int from posted p where 1 <> (select count(*) from audit_events a
              where a.case_id = p.case_id and a.detail ->> 'messageId' = p.message))) as wrong`;
      return row!;
    })
  );
}

/** The lines of the journal that live screens are told of for these commands, by id. */
export async function eventsOf(dataDir: string, acknowledged: readonly string[]): Promise<string[]> {
  return withOwner(dataDir, (owner) =>
    asSystem(owner, async (sql) => {
      const rows = await sql<{ id: string }[]>`
        select a.id from commands c
        join audit_events a on a.case_id = c.case_id and a.detail ->> 'messageId' = c.answer ->> 'id'
        where c.id = any(${sql.array([...acknowledged])}::uuid[])`;
      return rows.map(({ id }) => id);
    })
  );
}

/** Does `work` as the owner of the schema of a data folder, whose database is started for it when it does not run. */
export async function withOwner<T>(
  dataDir: string,
  work: (owner: Sql, appUrl: string) => Promise<T>
): Promise<T> {
  process.env.DATA_DIR = dataDir;
  const house = await openHouse();
  const owner = postgres(house.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(owner, house.runtime.appUrl);
  } finally {
    await owner.end({ timeout: 1 });
    await house.close();
  }
}

/** Row-level security holds for the owner too: says who asks, in a transaction of its own. */
async function asSystem<T>(owner: Sql, work: (sql: postgres.TransactionSql) => Promise<T>): Promise<T> {
  return (await owner.begin(async (sql) => {
    await sql`select app.say('system', null, null, null)`;
    return work(sql);
  })) as T;
}
