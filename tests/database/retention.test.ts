import { randomUUID } from 'node:crypto';
import { sql as drizzleSql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { systemActor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { intervalOf, RETAINED, RETENTION, type Retained } from '$lib/privacy';
import { createLetterCode, createLink, openSession } from '../../src/lib/server/access';
import { enter } from '../../src/lib/server/db';
import { vault } from '../../src/lib/server/platform/runtime';
import { endOfDay } from '../../src/lib/server/privacy';
import { aCase } from '../support/people';
import { testProduct } from '../support/product';

const product = testProduct();

/** For each line of the table: puts such a thing into a case, and counts what is left of it. */
interface Kept {
  make(caseId: CaseId, at: Date): Promise<unknown>;
  left(caseId: CaseId): Promise<number>;
}

const count = async (query: Promise<readonly Record<string, unknown>[]>) => Number((await query)[0]?.count);
const asSystem = (work: Parameters<typeof enter>[2]) =>
  enter(systemActor('test'), { permission: 'system.seed' }, work);
const close = (caseId: CaseId, at: Date) =>
  product().sql`update case_files set open = false, closed_at = ${at} where id = ${caseId}`;

const KEPT: Readonly<Record<Exclude<Retained, 'journal'>, Kept>> = {
  entry_links: {
    make: (caseId, at) => asSystem((tx) => createLink(tx, caseId, at)),
    left: (caseId) => count(product().sql`select count(*) from access_links where case_id = ${caseId}`)
  },
  letter_codes: {
    make: (caseId, at) => asSystem((tx) => createLetterCode(tx, caseId, at)),
    left: (caseId) => count(product().sql`select count(*) from letter_codes where case_id = ${caseId}`)
  },
  sessions: {
    make: (caseId) => openSession({ kind: 'debtor', id: caseId }, 'Essai'),
    left: (caseId) => count(product().sql`select count(*) from sessions where actor_id = ${caseId}`)
  },
  commands: {
    make: (caseId, at) => product().sql`
      insert into commands (case_id, id, request_hash, answer, created_at)
      values (${caseId}, ${randomUUID()}, 'h', '1', ${at})`,
    left: (caseId) => count(product().sql`select count(*) from commands where case_id = ${caseId}`)
  },
  ended_signals: {
    make: (caseId, at) => insertSignal(caseId, at),
    left: (caseId) =>
      count(product().sql`select count(*) from signals where case_id = ${caseId} and erased_at is null`)
  },
  situation_words: {
    make: (caseId, at) => product().sql`
      insert into case_situations (case_id, id, kind, words_sealed, reply_to_sealed, reported_at, handled_at)
      values (${caseId}, ${randomUUID()}, 'not_me', 'x', 'y', ${at}, ${at})`,
    left: (caseId) =>
      count(product().sql`
      select count(*) from case_situations
      where case_id = ${caseId} and (words_sealed is not null or reply_to_sealed is not null)`)
  },
  survey_comments: {
    make: (caseId, at) => product().sql`
      insert into survey_answers (id, token_hash, team_id, score, comment_sealed, answered_on)
      values (${randomUUID()}, ${caseId}, ${randomUUID()}, 4, 'x', ${at})`,
    left: (caseId) =>
      count(product().sql`
      select count(*) from survey_answers where token_hash = ${caseId} and comment_sealed is not null`)
  },
  answers: {
    make: async (caseId, at) => {
      await product().sql`
        insert into questionnaires (case_id, id, answers_sealed, updated_at)
        values (${caseId}, ${randomUUID()}, 'x', ${at})`;
      await product().sql`
        insert into aid_profiles (case_id, id, answers_sealed, tells_referent, wants_news, updated_at)
        values (${caseId}, ${randomUUID()}, 'x', false, false, ${at})`;
      await close(caseId, at);
    },
    left: (caseId) =>
      count(product().sql`
      select (select count(*) from questionnaires where case_id = ${caseId})
        + (select count(*) from aid_profiles where case_id = ${caseId}) as count`)
  },
  whole_case: {
    make: close,
    left: (caseId) => count(product().sql`select count(*) from case_files where id = ${caseId}`)
  }
};

function insertSignal(caseId: CaseId, endedAt: Date) {
  const sealed = vault().seal('{"cause":{}}', `signals.signal:${caseId}`);
  return product().sql`
    insert into signals (case_id, id, kind, signal_sealed, raised_at, ended_at, ended_why)
    values (${caseId}, ${randomUUID()}, 'household_change', ${sealed}, ${endedAt}, ${endedAt}, 'expired')`;
}

/** The same hour, so much later. */
function after(at: Date, code: Retained, days: number): Date {
  const { months, days: kept } = intervalOf(RETENTION[code].keep);
  const later = new Date(at);
  later.setUTCMonth(later.getUTCMonth() + months);
  later.setUTCDate(later.getUTCDate() + kept + days);
  return later;
}

describe('what the night erases is what people are told', () => {
  // the journals are judged by the clock of the database too: their own tests are below
  const moved = RETAINED.filter((code) => code !== 'journal');
  it.each(moved)('%s: there the day before its time is over, gone the day after', async (code) => {
    const { caseId } = await aCase(product());
    const at = product().clock.now();
    const { make, left } = KEPT[code];
    await make(caseId, at);
    expect(await left(caseId)).toBeGreaterThan(0);
    product().clock.set(after(at, code, -1));
    await endOfDay();
    expect(await left(caseId)).toBeGreaterThan(0);
    product().clock.set(after(at, code, 1));
    await endOfDay();
    expect(await left(caseId)).toBe(0);
  });

  it('erases nothing of a case that is open, however old', async () => {
    const { caseId } = await aCase(product());
    const at = product().clock.now();
    await product().sql`
      insert into questionnaires (case_id, id, answers_sealed, updated_at)
      values (${caseId}, ${randomUUID()}, 'x', ${at})`;
    product().clock.set(after(at, 'whole_case', 3_000));
    await endOfDay();
    expect(await KEPT.answers.left(caseId)).toBe(1);
    expect(await KEPT.whole_case.left(caseId)).toBe(1);
  });
});

describe('the journals', () => {
  const MINUTE = 60_000;
  const lineIn = (table: string, caseId: CaseId, at: Date) => {
    const { sql } = product();
    const id = randomUUID();
    return table === 'audit_events'
      ? sql`insert into audit_events (case_id, id, actor_kind, action, at) values (${caseId}, ${id}, 'system', 'old', ${at})`
      : sql`insert into staff_audit_events (id, action, at) values (${id}, 'old', ${at})`;
  };

  it.each(['audit_events', 'staff_audit_events'])(
    '%s: a line stays up to five years to the instant, also of an open case, and goes just after',
    async (table) => {
      const { sql, clock } = product();
      const { caseId } = await aCase(product());
      const present = new Date();
      clock.set(present);
      const limit = new Date(present);
      limit.setUTCMonth(limit.getUTCMonth() - intervalOf(RETENTION.journal.keep).months);
      for (const minutes of [-1, 0, 1])
        await lineIn(table, caseId, new Date(limit.getTime() + minutes * MINUTE));
      await endOfDay();
      const left = await sql`select at from ${sql(table)} where action = 'old' order by at`;
      expect(left.map(({ at }) => (at - limit.getTime()) / MINUTE)).toEqual([0, 1]);
      await sql`delete from ${sql(table)} where action = 'old'`;
    }
  );

  it('the database erases no line before its time, whatever the application asks and whoever asks', async () => {
    const { sql, clock } = product();
    const { caseId, actor } = await aCase(product());
    const limit = new Date();
    limit.setUTCMonth(limit.getUTCMonth() - intervalOf(RETENTION.journal.keep).months);
    const [old, young] = [new Date(limit.getTime() - MINUTE), new Date(limit.getTime() + 60 * MINUTE)];
    await lineIn('audit_events', caseId, young);
    await lineIn('staff_audit_events', caseId, young);
    await lineIn('audit_events', caseId, old);
    const tables = ['audit_events', 'staff_audit_events'];
    const count = async () =>
      Number(
        (
          await sql`
      select (select count(*) from audit_events where action = 'old')
        + (select count(*) from staff_audit_events where action = 'old') as count`
        )[0]!.count
      );
    // a clock set wrong erases nothing: in ten years everything would be old
    clock.set(new Date(Date.now() + 10 * 365 * 86_400_000));
    await endOfDay();
    expect(await count()).toBe(2);
    await lineIn('audit_events', caseId, old);
    for (const table of tables) {
      const erase = drizzleSql`delete from ${drizzleSql.identifier(table)} where action = 'old'`;
      await enter(actor, { permission: 'own_case.read', caseId }, (tx) => tx.execute(erase));
      const rewrite = drizzleSql`update ${drizzleSql.identifier(table)} set action = 'new'`;
      await expect(asSystem((tx) => tx.execute(rewrite))).rejects.toThrow();
    }
    // not even her own old line: that is for the night
    expect(await count()).toBe(3);
    await sql`delete from audit_events where action = 'old'`;
    await sql`delete from staff_audit_events where action = 'old'`;
  });
});

it('a case that is over leaves nothing in any table but codes in the journal', async () => {
  const { sql, clock } = product();
  const tables = await sql<{ name: string; follows: string[] | null }[]>`
    select c.relname as name, (select array_agg(k.confrelid::regclass::text) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'f' and k.confdeltype = 'c') as follows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
    where n.nspname = 'public' and c.relkind in ('r', 'p')`;
  // what hangs on the case, or on what hangs on it, goes with it
  const gone = new Set(['case_files']);
  for (const _round of tables) {
    for (const { name, follows } of tables) if (follows?.some((parent) => gone.has(parent))) gone.add(name);
  }
  expect(gone.size).toBeGreaterThan(12);
  const others = tables.map(({ name }) => name).filter((name) => !gone.has(name) && name !== 'audit_events');
  expect(others.length).toBeGreaterThan(2);

  const { caseId } = await aCase(product());
  const at = clock.now();
  for (const table of others) await fill(table, caseId);
  await openSession({ kind: 'debtor', id: caseId }, 'Essai');
  await close(caseId, at);
  clock.set(after(at, 'whole_case', 1));
  await endOfDay();
  for (const table of others) {
    expect(await count(sql`select count(*) from ${sql(table)} where case_id = ${caseId}`), table).toBe(0);
  }
  expect(await KEPT.sessions.left(caseId)).toBe(0);
  expect(await KEPT.whole_case.left(caseId)).toBe(0);
  expect(await count(sql`select count(*) from debtors where case_id = ${caseId}`)).toBe(0);
});

it('a case that cannot be worked on does not hold up what the night owes the others', async () => {
  const { sql, clock } = product();
  const [broken, other] = [await aCase(product()), await aCase(product())];
  const at = clock.now();
  await sql`
    insert into signals (case_id, id, kind, signal_sealed, raised_at, ended_at, ended_why)
    values (${broken.caseId}, ${randomUUID()}, 'household_change', 'unreadable', ${at}, ${at}, 'expired')`;
  await KEPT.situation_words.make(other.caseId, at);
  clock.set(after(at, 'situation_words', 1));
  await expect(endOfDay()).rejects.toThrow();
  expect(await KEPT.situation_words.left(other.caseId)).toBe(0);
  await sql`delete from signals where case_id = ${broken.caseId}`;
});

/** Puts one row of a case into a table, whatever its columns. */
async function fill(table: string, caseId: CaseId): Promise<void> {
  const { sql } = product();
  if ((await count(sql`select count(*) from ${sql(table)} where case_id = ${caseId}`)) > 0) return;
  const columns = await sql<{ name: string; type: string; sample: string | null }[]>`
    select a.attname as name, format_type(a.atttypid, null) as type,
      (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid limit 1) as sample
    from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.attnotnull and not a.atthasdef`;
  const row = Object.fromEntries(
    columns.map(({ name, type, sample }) => [name, name === 'case_id' ? caseId : (sample ?? valueOf(type))])
  );
  await sql.begin(async (tx) => {
    // rows of parents are of no interest here
    await tx`set local session_replication_role = replica`;
    await tx`insert into ${tx(table)} ${tx(row as Record<string, string>)}`;
  });
}

function valueOf(type: string): string | number | boolean {
  if (type === 'uuid') return randomUUID();
  if (type === 'date') return '2026-01-01';
  if (type.startsWith('timestamp')) return '2026-01-01T00:00:00Z';
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return false;
  return /int|numeric|double|real/.test(type) ? 1 : randomUUID();
}
