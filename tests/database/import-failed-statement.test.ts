import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import { importPortfolio } from '../../src/lib/server/cases';
import { useDatabase } from '../../src/lib/server/db';
import { testDatabase } from '../support/database';
import { openFailingDatabase, type FailingDatabase } from '../support/failing-database';
import { aLine, fileFolder, portfolioText } from '../support/portfolio-file';
import { hashTables, rowsGained } from '../support/table-hashes';

const db = testDatabase();
const files = fileFolder();
let failing: FailingDatabase;

beforeAll(() => {
  failing = openFailingDatabase(db().appUrl);
  useDatabase(failing.pool);
});
beforeEach(empty);
afterAll(async () => {
  files.close();
  await failing.pool.close(1);
});

async function empty() {
  await db().superuserSql.unsafe(
    'truncate case_files, case_references, creditors, mandates, import_runs, audit_events, staff_audit_events cascade'
  );
}

const line = (number: number, contract: string, principal: string) =>
  aLine({ reference_dossier: `OX26-00000${number}`, reference_contrat: contract, principal });
/** One person with one debt, there before. */
const before = [line(1, 'A', '400,00')];
/** Two people with two debts each; the one that was there moved. */
const after = [1, 2].flatMap((number) => [line(number, 'A', '500,00'), line(number, 'B', '90,00')]);

async function importAll(file: string) {
  const result = await importPortfolio(systemActor('import'), { path: file });
  if (result.ok) result.value.close();
  return result;
}

/** What the file brought, without the record of the runs themselves. */
async function brought(since: Awaited<ReturnType<typeof hashTables>>) {
  const { 'public.import_runs': _runs, ...rows } = rowsGained(since, await hashTables(db().superuserSql));
  return rows;
}

it('an import of which any one statement fails brings the whole batch or none of it, and all of it when run again', async () => {
  const [first, file] = [before, after].map((lines) => files.write(portfolioText(lines))) as [string, string];
  const asBefore = async () => {
    await empty();
    failing.failAt(0);
    await importAll(first);
  };
  await asBefore();
  const start = await hashTables(db().superuserSql);
  failing.failAt(0);
  expect(await importAll(file)).toMatchObject({ ok: true });
  const statements = failing.count();
  const whole = await brought(start);
  // the last line of all says in the journal that the import is over
  const { 'public.staff_audit_events': _said, ...batch } = whole;
  expect(batch).toMatchObject({ 'public.case_files': 1, 'public.debts': 3, 'public.debt_changes': 1 });

  await asBefore();
  for (let number = 1; number <= statements; number++) {
    failing.failAt(number);
    await expect(importAll(file), `statement ${number}`).rejects.toThrow();
    await failing.settled();
    expect(failing.late()).toEqual([]);
    const left = await brought(start);
    expect([{}, batch], `after statement ${number}`).toContainEqual(left);
    const finished = await db().superuserSql`select 1 from import_runs where report is not null`;
    expect(finished, `after statement ${number}`).toHaveLength(1);
    if (Object.keys(left).length === 0 && number < statements) continue;

    failing.failAt(0);
    expect(await importAll(file)).toMatchObject({ ok: true });
    expect(await brought(start)).toEqual(whole);
    await asBefore();
  }
});
