import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor, type Actor, type DebtorActor, type StaffActor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { registerCaseReferences } from '../../src/lib/server/access';
import { debtsOf, ownCaseHead } from '../../src/lib/server/cases';
import { enter, look, NotYours, read, readAlone } from '../../src/lib/server/db';
import { aCase, aStaff, aTeam, type TestCase } from '../support/people';
import { testProduct } from '../support/product';
import type postgres from 'postgres';

const product = testProduct();
let herReferent: StaffActor;
let otherReferent: StaffActor;
let herSupervisor: StaffActor;
let otherSupervisor: StaffActor;
let her: TestCase;
let other: TestCase;
let tables: string[];
let app: postgres.Sql;

beforeAll(async () => {
  const teamId = await aTeam(product());
  herReferent = await aStaff(product(), { teamId });
  herSupervisor = await aStaff(product(), { teamId, role: 'supervisor' });
  otherReferent = await aStaff(product(), { teamId });
  otherSupervisor = await aStaff(product(), { role: 'supervisor' });
  her = await aCase(product(), { teamId, referentId: herReferent.staffId });
  other = await aCase(product(), { teamId, referentId: otherReferent.staffId });
  const rows = await product().sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname = 'case_files' or exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped))
    order by 1`;
  tables = rows.map(({ name }) => name);
  for (const { caseId } of [her, other]) for (const table of tables) await fill(table, caseId);
  app = product().appSql;
});

/** Puts one row into a table, whatever its columns, past every rule. */
async function fill(table: string, caseId: CaseId): Promise<void> {
  const { sql } = product();
  const found = await sql`select from ${sql(table)} where ${sql(keyOf(table))} = ${caseId} limit 1`;
  if (found.length > 0) return;
  const columns = await sql<{ name: string; type: string; sample: string | null; required: boolean }[]>`
    select a.attname as name, format_type(a.atttypid, null) as type,
      (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid limit 1) as sample,
      a.attnotnull and not a.atthasdef as required
    from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''`;
  const row = Object.fromEntries(
    columns
      .filter(({ name, required }) => required || name === 'case_id')
      .map(({ name, type, sample }) => [name, name === 'case_id' ? caseId : (sample ?? valueOf(type))])
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

const keyOf = (table: string) => (table === 'case_files' ? 'id' : 'case_id');

/** As the database sees the application acting for somebody; nobody when null. */
async function as<T>(actor: Actor | null, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  return app.begin(async (tx) => {
    if (actor?.kind === 'debtor') await tx`select app.enter('debtor', ${actor.caseId}, null)`;
    if (actor?.kind === 'system') await tx`select app.enter('system', null, null)`;
    if (actor?.kind === 'staff') {
      await tx`select app.enter(${actor.role === 'supervisor' ? 'supervisor' : 'referent'}, null, ${actor.staffId})`;
    }
    return work(tx);
  }) as Promise<T>;
}

async function onCase<T>(
  actor: StaffActor,
  caseId: CaseId,
  work: (tx: postgres.TransactionSql) => Promise<T>
): Promise<T> {
  const scope = actor.role === 'supervisor' ? 'supervisor' : 'referent';
  return app.begin(async (tx) => {
    await tx`select app.enter(${scope}, ${caseId}, ${actor.staffId})`;
    return work(tx);
  }) as Promise<T>;
}

const rowsOf = (tx: postgres.TransactionSql, table: string, caseId: CaseId) =>
  tx`select from ${tx(table)} where ${tx(keyOf(table))} = ${caseId}`;

describe('the catalogue', () => {
  it('protects every table of cases: enabled, forced, one policy for all commands with both conditions', async () => {
    expect(tables.length).toBeGreaterThan(15);
    const rows = await product().sql`
      select c.relname, c.relrowsecurity, c.relforcerowsecurity, p.polcmd,
        p.polqual is not null as reads, p.polwithcheck is not null as writes
      from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polpermissive
      where c.relname = any(${tables})`;
    for (const row of rows) {
      expect(row, row.relname as string).toMatchObject({
        relrowsecurity: true,
        relforcerowsecurity: true,
        polcmd: '*',
        reads: true,
        writes: true
      });
    }
    expect(rows).toHaveLength(tables.length);
    // what narrows further is one thing: who may end the journal
    const narrower = await product().sql`
      select c.relname, p.polname from pg_policy p join pg_class c on c.oid = p.polrelid where not p.polpermissive`;
    expect(narrower).toEqual([{ relname: 'audit_events', polname: 'journal_end' }]);
  });

  it('lets the application own nothing and pass no rule', async () => {
    const [role] = await app`select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
      from pg_roles where rolname = current_user`;
    expect(role).toMatchObject({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false
    });
    const owned = await product().sql`
      select relname from pg_class where pg_get_userbyid(relowner) = ${role!.name as string}
      union all select proname from pg_proc where pg_get_userbyid(proowner) = ${role!.name as string}
      union all select nspname from pg_namespace where pg_get_userbyid(nspowner) = ${role!.name as string}`;
    expect(owned).toEqual([]);
    const rights = await product().sql`
      select table_name, privilege_type from information_schema.role_table_grants
      where grantee = ${role!.name as string} and table_schema = 'public'
        and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`;
    expect(rights).toEqual([]);
    const journals = await product().sql`
      select privilege_type from information_schema.role_table_grants
      where grantee = ${role!.name as string} and table_name = 'audit_events' order by 1`;
    expect(journals.map((row) => row.privilege_type)).toEqual(['DELETE', 'INSERT', 'SELECT']);
    // the right to delete ends at a policy: only what was kept long enough, and only for the night
    const [end] = await product().sql`
      select permissive, cmd, qual from pg_policies where tablename = 'audit_events' and policyname = 'journal_end'`;
    expect(end).toMatchObject({ permissive: 'RESTRICTIVE', cmd: 'DELETE' });
    expect(end!.qual).toMatch(/'system'.* AND .*at < \(now\(\) - '5 years'::interval\)/);
  });

  it('has no function that runs with the rights of its owner, and no view that does', async () => {
    expect(
      await product().sql`select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('public', 'app') and prosecdef`
    ).toEqual([]);
    expect(
      await product().sql`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and relkind in ('v', 'm')
          and not coalesce(reloptions::text like '%security_invoker=true%', false)`
    ).toEqual([]);
  });
});

describe('who sees a case', () => {
  const onlyHers = async (table: string, read: () => Promise<readonly unknown[]>) =>
    expect(await read(), table).toHaveLength(0);

  it('every table holds a row of both cases, so that seeing nothing means something', async () => {
    for (const table of tables) {
      for (const { caseId } of [her, other]) {
        const rows = await as(systemActor('test'), (tx) => rowsOf(tx, table, caseId));
        expect(rows.length, table).toBeGreaterThan(0);
      }
    }
  });

  it('the person herself sees every row of it and none of another', async () => {
    for (const table of tables) {
      expect((await as(her.actor, (tx) => rowsOf(tx, table, her.caseId))).length, table).toBeGreaterThan(0);
      await onlyHers(table, () => as(her.actor, (tx) => rowsOf(tx, table, other.caseId)));
      const ids = await as(
        her.actor,
        (tx) => tx`select distinct ${tx(keyOf(table))} as id from ${tx(table)}`
      );
      expect(
        ids.map((row) => row.id),
        table
      ).toEqual([her.caseId]);
    }
  });

  it('nobody sees anything', async () => {
    for (const table of tables) {
      expect(await as(null, (tx) => tx`select from ${tx(table)}`), table).toHaveLength(0);
    }
  });

  it('her referent enters it, another referent of the same team cannot', async () => {
    for (const table of tables) {
      const rows = await onCase(herReferent, her.caseId, (tx) => rowsOf(tx, table, her.caseId));
      expect(rows.length, table).toBeGreaterThan(0);
      await onlyHers(table, () =>
        onCase(herReferent, her.caseId, (tx) => rowsOf(tx, table, other.caseId)).then((all) =>
          table === 'case_files' ? [] : all
        )
      );
    }
    await expect(onCase(otherReferent, her.caseId, async () => 1)).rejects.toThrow('not_yours');
    await expect(onCase(herReferent, other.caseId, async () => 1)).rejects.toThrow('not_yours');
  });

  it('a referent without a case sees the list of her own, and no row of any other table', async () => {
    for (const table of tables.filter((name) => name !== 'case_files')) {
      expect(await as(herReferent, (tx) => tx`select from ${tx(table)}`), table).toHaveLength(0);
    }
    const list = await as(herReferent, (tx) => tx`select id from case_files`);
    expect(list.map((row) => row.id)).toEqual([her.caseId]);
  });

  it('the supervisor of the team enters both, one of another team neither', async () => {
    for (const { caseId } of [her, other]) {
      expect(await onCase(herSupervisor, caseId, (tx) => rowsOf(tx, 'debts', caseId))).not.toHaveLength(0);
      await expect(onCase(otherSupervisor, caseId, async () => 1)).rejects.toThrow('not_yours');
    }
    expect(await as(otherSupervisor, (tx) => tx`select from case_files`)).toHaveLength(0);
  });

  it('a referent cannot pass for a supervisor, nor somebody who left for herself', async () => {
    await expect(
      app.begin((tx) => tx`select app.enter('supervisor', null, ${herReferent.staffId})`)
    ).rejects.toThrow('not_yours');
    const gone = await aStaff(product());
    await product().sql`update staff set active = false where id = ${gone.staffId}`;
    await expect(app.begin((tx) => tx`select app.enter('referent', null, ${gone.staffId})`)).rejects.toThrow(
      'not_yours'
    );
  });

  it.each(['', 'SYSTEM', 'owner', 'debtor; drop table staff', 'null'])(
    'the scope %j is refused',
    async (scope) => {
      await expect(app.begin((tx) => tx`select app.enter(${scope}, ${her.caseId}, null)`)).rejects.toThrow();
    }
  );

  it('settings that are not an id show nothing, or an error that tells nothing', async () => {
    const read = app.begin(async (tx) => {
      await tx`select set_config('app.scope', 'debtor', true), set_config('app.case_id', 'x', true)`;
      return tx`select from debts`;
    });
    await expect(read).rejects.not.toThrow(her.caseId);
  });

  it('who acted is forgotten with the transaction: a connection used again shows nothing', async () => {
    for (let index = 0; index < 200; index++) {
      const one = index % 2 === 0 ? her : other;
      const ids = await as(one.actor, (tx) => tx`select distinct case_id from debts`);
      expect(ids).toEqual([{ case_id: one.caseId }]);
      expect(await app`select from debts`).toHaveLength(0);
    }
  });
});

describe('writing to a case of somebody else', () => {
  const me = (): DebtorActor => her.actor;

  it('changes and deletes nothing, in any table', async () => {
    for (const table of tables) {
      const before = await rowsAsText(table);
      const key = keyOf(table);
      const attempts = [
        (tx: postgres.TransactionSql) =>
          tx`update ${tx(table)} set ${tx(key)} = ${tx(key)} where ${tx(key)} = ${other.caseId}`,
        (tx: postgres.TransactionSql) => tx`delete from ${tx(table)} where ${tx(key)} = ${other.caseId}`
      ];
      for (const attempt of attempts) {
        // append-only tables refuse by their grants, the others find no row
        const changed = await as(me(), attempt).catch((error: Error) => {
          expect(error.message).toContain('permission denied');
          return [];
        });
        expect((changed as { count?: number }).count ?? 0, table).toBe(0);
      }
      expect(await rowsAsText(table), table).toEqual(before);
    }
  });

  it('adds no row, and moves none of her own there', async () => {
    for (const table of tables.filter((name) => name !== 'case_files')) {
      const copy = (tx: postgres.TransactionSql, columns: string[]) => {
        const others = columns.filter((name) => name !== 'case_id').map((name) => `"${name}"`);
        return tx.unsafe(
          `insert into "${table}" (case_id, ${others.join()}) select '${other.caseId}', ${others.join()} from "${table}"`
        );
      };
      const columns = await columnsOf(table);
      await expect(
        as(me(), (tx) => copy(tx, columns)),
        table
      ).rejects.toThrow(/row-level security|duplicate key/);
      const move = as(me(), (tx) => tx`update ${tx(table)} set case_id = ${other.caseId}`);
      await expect(move, table).rejects.toThrow(/row-level security|permission denied|generated/);
    }
  });

  async function columnsOf(table: string): Promise<string[]> {
    const rows = await product().sql`
      select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0
        and not attisdropped and attgenerated = ''`;
    return rows.map((row) => row.name as string);
  }

  async function rowsAsText(table: string): Promise<unknown[]> {
    const { sql } = product();
    return [...(await sql`select t::text as row from ${sql(table)} t order by 1`)];
  }
});

describe('enter', () => {
  it.each([
    ['a debtor on another case', () => her.actor, () => other.caseId],
    ['another referent', () => otherReferent, () => her.caseId],
    ['a supervisor of another team', () => otherSupervisor, () => her.caseId],
    ['a case that does not exist', () => herReferent, () => randomUUID() as CaseId]
  ] as const)('answers the same for %s', async (_name, actor, caseId) => {
    const permission = actor().kind === 'debtor' ? 'own_case.read' : 'case.read';
    await expect(enter(actor(), { permission, caseId: caseId() }, async () => 'seen')).rejects.toBeInstanceOf(
      NotYours
    );
  });

  it('refuses what the permission table refuses, before asking the database', async () => {
    await expect(enter(her.actor, { permission: 'case.read' }, async () => 1)).rejects.toBeInstanceOf(
      NotYours
    );
    await expect(enter(herReferent, { permission: 'team.route' }, async () => 1)).rejects.toBeInstanceOf(
      NotYours
    );
    await expect(
      enter(systemActor('x'), { permission: 'case.decide_plan' }, async () => 1)
    ).rejects.toBeInstanceOf(NotYours);
  });

  it('a reference cannot be taken over by registering it again', async () => {
    await enter(systemActor('test'), { permission: 'system.seed' }, (tx) =>
      registerCaseReferences(tx, [{ reference: her.reference, caseId: other.caseId }])
    );
    const [row] = await product().sql`select case_id from case_references where reference = ${her.reference}`;
    expect(row!.case_id).toBe(her.caseId);
  });
});

describe('a look, which enters and reads in one statement', () => {
  const own = (caseId: CaseId) => ({ permission: 'own_case.read', caseId }) as const;
  const atDesk = (caseId: CaseId) => ({ permission: 'case.read', caseId }) as const;
  const whole = (caseId: CaseId) => [ownCaseHead(caseId), debtsOf(caseId)] as const;

  it('answers what the same reads answer one by one in a transaction, instants and amounts included', async () => {
    await product().sql`
      update debts set disputed_at = '2026-03-29 01:30:00.123+00', principal_cents = 900719925474099 where case_id = ${her.caseId}`;
    const [head, debts] = await look(her.actor, own(her.caseId), whole(her.caseId));
    const again = await enter(her.actor, own(her.caseId), (tx) =>
      Promise.all(whole(her.caseId).map((one) => read<unknown>(tx, one)))
    );
    expect([head, debts]).toEqual(again);
    expect(head.reference).toBe(her.reference);
    expect(debts[0]).toMatchObject({
      disputedAt: new Date('2026-03-29T01:30:00.123Z'),
      principalCents: 900719925474099
    });
  });

  it('shows her referent and the supervisor of the team the case, and nobody else', async () => {
    for (const actor of [herReferent, herSupervisor]) {
      expect((await look(actor, atDesk(her.caseId), [ownCaseHead(her.caseId)]))[0].reference).toBe(
        her.reference
      );
    }
    for (const actor of [otherReferent, otherSupervisor]) {
      await expect(look(actor, atDesk(her.caseId), [debtsOf(her.caseId)])).rejects.toThrow(NotYours);
    }
    await expect(look(other.actor, own(her.caseId), [debtsOf(her.caseId)])).rejects.toThrow(NotYours);
    await expect(look(herReferent, own(her.caseId), [debtsOf(her.caseId)])).rejects.toThrow(NotYours);
  });

  it('finds no row of another case, whatever a read asks for', async () => {
    expect(await look(her.actor, own(her.caseId), [debtsOf(other.caseId)])).toEqual([[]]);
    expect(await look(herReferent, atDesk(her.caseId), [debtsOf(other.caseId)])).toEqual([[]]);
  });

  it('leaves nothing behind on its connection: the same read finds nothing once nobody acts', async () => {
    // more than there are connections in the pool of a test
    const looks = Array.from({ length: 12 }, () => look(her.actor, own(her.caseId), [debtsOf(her.caseId)]));
    for (const [debts] of await Promise.all(looks)) expect(debts).not.toHaveLength(0);
    const alone = await Promise.all(Array.from({ length: 12 }, () => readAlone(debtsOf(her.caseId))));
    expect(alone.flat()).toEqual([]);
  });
});
