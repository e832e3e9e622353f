import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import { getImportRun, importPortfolio, listImportRuns } from '../../src/lib/server/cases';
import { openDatabase, useDatabase, type Database } from '../../src/lib/server/db';
import { systemClock } from '../../src/lib/server/platform/clock';
import { useClock } from '../../src/lib/server/platform/runtime';
import { testDatabase } from '../support/database';
import { aLine, fileFolder, portfolioText } from '../support/portfolio-file';

const db = testDatabase();
const files = fileFolder();
const CASES = 4_000;
let database: Database;

beforeEach(async () => {
  database ??= openDatabase({ url: db().appUrl });
  useDatabase(database);
  await db().superuserSql.unsafe(
    'truncate case_files, case_references, creditors, mandates, import_runs, audit_events, staff_audit_events cascade'
  );
});
afterAll(async () => {
  files.close();
  await database.close();
});

/** A person and two debts for each number; her second debt stands in the other half of the file. */
const linesOf = (numbers: readonly number[], principal = '100,00') => {
  const line = (number: number, debt: number) =>
    aLine({
      reference_dossier: `OX26-${String(number).padStart(6, '0')}`,
      reference_contrat: `C${number}-${debt}`,
      creancier: `Créancier ${number % 20}`,
      principal,
      deja_regle: '0'
    });
  return [...numbers.map((number) => line(number, 1)), ...numbers.map((number) => line(number, 2))];
};
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

async function importWhole(file: string) {
  const result = await importPortfolio(systemActor('import'), { path: file });
  if (!result.ok) throw new Error(result.why.code);
  const { totals, refused } = result.value;
  result.value.close();
  return { ...totals, refused: refused.total };
}

/** What is in the database, whichever run put it there. */
async function contents() {
  const [row] = await db().superuserSql`
    select (select count(*)::int from case_files) as cases, (select count(*)::int from debtors) as debtors,
      (select count(*)::int from case_references) as refs, (select count(*)::int from debts) as debts,
      (select count(*)::int from creditors) as creditors, (select count(*)::int from mandates) as mandates,
      (select count(distinct reference)::int from case_files) as different,
      (select sum(principal_cents)::int from debts) as cents,
      (select md5(string_agg(c.reference || x.contract_reference || x.principal_cents || d.last_name, ',' order by c.reference, x.contract_reference))
        from case_files c join debts x on x.case_id = c.id join debtors d on d.case_id = c.id) as content`;
  return row;
}

/** Starts the import in a process of its own, kills it outright once it has done `rows`, and says how far it came. */
async function killAt(file: string, rows: number): Promise<number> {
  const program = path.resolve(import.meta.dirname, '../support/import-program.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, db().appUrl, file], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let reached = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    reached = Number(line);
    if (reached >= rows) child.kill('SIGKILL');
  }
  await gone;
  expect(child.signalCode).toBe('SIGKILL');
  return reached;
}

describe('an import that is killed', () => {
  let whole: Awaited<ReturnType<typeof contents>>;

  it.each([2_000, 4_000, 6_000])(
    'after %i of 8,000 rows leaves whole batches, and ends the same when run again',
    async (rows) => {
      const file = files.write(portfolioText(linesOf(numbers(0, CASES))));
      if (!whole) await importWhole(file);
      whole ??= await contents();
      await db().superuserSql.unsafe('truncate case_files, case_references, creditors, mandates cascade');

      await killAt(file, rows);
      const [left] = await db().superuserSql`
        select (select count(*)::int from debts) as debts, (select rows_read from import_runs where finished_at is null) as said`;
      expect(left?.debts).toBeGreaterThanOrEqual(rows);
      expect(left?.debts).toBe(left?.said);

      const [cut] = await listImportRuns(systemActor('import'));
      expect(cut).toMatchObject({ isUnderWay: true, failure: null });
      useClock({ now: () => new Date(Date.now() + 3 * 60_000) });
      const [seenLater] = await listImportRuns(systemActor('import'));
      useClock(systemClock);
      expect(seenLater).toMatchObject({ isUnderWay: false, failure: 'stopped', rowsRead: left?.said });
      expect(await getImportRun(systemActor('import'), cut!.id)).toEqual(cut);

      const again = await importWhole(file);
      expect(again.debts.created + again.debts.unchanged).toBe(2 * CASES);
      expect(again.debts).toMatchObject({ unchanged: left?.debts, updated: 0 });
      expect(again.refused).toBe(0);
      expect(await contents()).toEqual(whole);
    },
    60_000
  );
});

describe('two imports at once', () => {
  it('of one file put each case in once, and count each row once', async () => {
    const file = files.write(portfolioText(linesOf(numbers(0, CASES))));
    const [one, other] = await Promise.all([importWhole(file), importWhole(file)]);
    expect(one.debts.created + other.debts.created).toBe(2 * CASES);
    for (const { debts } of [one, other]) expect(debts.created + debts.unchanged).toBe(2 * CASES);
    expect(one.cases.created + other.cases.created).toBe(CASES);
    expect(await contents()).toMatchObject({
      cases: CASES,
      different: CASES,
      debtors: CASES,
      refs: CASES,
      debts: 2 * CASES,
      creditors: 20,
      mandates: 20
    });
  }, 60_000);

  it('of files that overlap end as one after the other would, with the history of what moved', async () => {
    const first = files.write(portfolioText(linesOf(numbers(0, 2_000))));
    const second = files.write(portfolioText(linesOf(numbers(1_000, 3_000), '150,00')));
    await Promise.all([importWhole(first), importWhole(second)]);
    expect(await contents()).toMatchObject({ cases: 3_000, different: 3_000, debts: 6_000 });
    await importWhole(second);
    const [sums] = await db().superuserSql`
      select count(*) filter (where principal_cents = 15000)::int as raised from debts`;
    expect(sums?.raised).toBe(4_000);
    // whichever came first, the rows of the overlap moved from one amount to the other, and each move is kept
    const moves = await db().superuserSql`
      select debt_id, count(*)::int as n from debt_changes where field = 'principal_cents' group by debt_id`;
    expect(moves.length).toBe(2_000);
  }, 60_000);
});
