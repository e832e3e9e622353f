import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import type { ImportFinding } from '../../src/lib/cases';
import {
  getImportRun,
  importPortfolio,
  listImportRuns,
  type ImportRequest
} from '../../src/lib/server/cases';
import { NotYours, openDatabase, useDatabase, type Database } from '../../src/lib/server/db';
import { systemClock } from '../../src/lib/server/platform/clock';
import { useClock } from '../../src/lib/server/platform/runtime';
import { testDatabase } from '../support/database';
import { aLine, fileFolder, portfolioText, type PortfolioCells } from '../support/portfolio-file';

const SAMPLES = path.resolve(import.meta.dirname, '../samples');
const db = testDatabase();
const files = fileFolder();
const program = systemActor('import');
let database: Database;

beforeEach(async () => {
  useClock({ now: () => new Date('2026-11-21T10:00:00Z') });
  database ??= openDatabase({ url: db().appUrl });
  useDatabase(database);
  await db().superuserSql.unsafe(
    'truncate case_files, case_references, creditors, mandates, import_runs, audit_events, staff_audit_events cascade'
  );
});
afterEach(() => useClock(systemClock));
afterAll(async () => {
  files.close();
  await database.close();
});

async function read(findings: { all(): AsyncIterable<ImportFinding> }): Promise<ImportFinding[]> {
  const all: ImportFinding[] = [];
  for await (const finding of findings.all()) all.push(finding);
  return all;
}

/** The whole report of an import that must not be refused. */
async function importFile(file: string, change: Partial<ImportRequest> = {}) {
  const result = await importPortfolio(program, { path: file, ...change });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.why)}`);
  const { totals, taken, refused, warnings, runId } = result.value;
  const report = { ...totals, taken, runId, refused: await read(refused), warnings: await read(warnings) };
  result.value.close();
  return report;
}
const importLines = (lines: readonly PortfolioCells[], change?: Partial<ImportRequest>) =>
  importFile(files.write(portfolioText(lines)), change);
const sample = (name: string) => path.join(SAMPLES, name);
const everything = () => db().superuserSql`
  select c.reference, d.last_name, d.first_name, d.birth_date, d.address, d.postcode, d.email, d.phone,
    x.creditor_name, x.contract_reference, x.principal_cents, x.interest_cents, x.paid_cents, x.limitation,
    x.letter_sent_on, x.updated_at
  from case_files c join debtors d on d.case_id = c.id join debts x on x.case_id = c.id
  order by c.reference, x.creditor_name, x.contract_reference`;
const count = async (table: string) =>
  Number((await db().superuserSql.unsafe(`select count(*) as n from ${table}`))[0]?.n);

describe('importing the sample portfolio', () => {
  it('takes each of its 663 rows into 500 cases, from Windows-1252', async () => {
    const report = await importFile(sample('portfolio.csv'));
    expect(report).toMatchObject({
      file: 'portfolio.csv',
      rows: 663,
      taken: 663,
      cases: { created: 500, updated: 0, unchanged: 0 },
      debts: { created: 663, updated: 0, unchanged: 0 },
      refused: []
    });
    expect(new Set(report.warnings.map(({ reason }) => reason))).toEqual(
      new Set(['limitation_presumed_expired'])
    );
    const [person] = await db().superuserSql`
      select d.city, d.first_name, d.phone, c.display_name, c.territory, c.time_zone, c.track, c.open
      from debtors d join case_files c on c.id = d.case_id where c.reference = 'OX26-000002'`;
    expect(person).toEqual({
      city: 'Rédené',
      first_name: 'Théo',
      phone: '+594694064448',
      display_name: 'Théo Gautier',
      territory: '29',
      time_zone: 'Europe/Paris',
      track: 'classic',
      open: true
    });
    expect(await count('creditors')).toBe(10);
    expect(await count('mandates')).toBe(10);
    expect(await count('case_references')).toBe(500);
    expect(await count("audit_events where action = 'case.opened'")).toBe(500);
  });

  it('changes nothing when the same file comes again, a day later too', async () => {
    await importFile(sample('portfolio.csv'));
    const before = await everything();
    const journal = await count('audit_events');
    useClock({ now: () => new Date('2026-11-22T10:00:00Z') });
    const report = await importFile(sample('portfolio.csv'));
    expect(report).toMatchObject({
      cases: { created: 0, updated: 0, unchanged: 500 },
      debts: { created: 0, updated: 0, unchanged: 663 }
    });
    expect(await everything()).toEqual(before);
    expect(await count('debt_changes')).toBe(0);
    expect(await count('audit_events')).toBe(journal);
  });

  it('writes nothing at all in a dry run, and says what it would do', async () => {
    const report = await importFile(sample('portfolio.csv'), { isDryRun: true });
    expect(report).toMatchObject({ runId: null, cases: { created: 500 }, debts: { created: 663 } });
    for (const table of ['case_files', 'debts', 'debtors', 'creditors', 'case_references', 'import_runs'])
      expect(await count(table), table).toBe(0);
    expect((await count('audit_events')) + (await count('staff_audit_events'))).toBe(0);
  });
});

describe('importing the portfolio with faults', () => {
  // record, column and reason of every line of the list of faults, in its order
  const REFUSED: [number, string, string, string][] = [
    [5, 'OX27-000004', 'principal', 'amount_negative'],
    [7, 'OX27-000006', 'principal', 'amount_not_a_number'],
    [9, 'OX27-000007', 'date_naissance', 'no_such_day'],
    [11, 'OX27-000008', 'date_naissance', 'minor'],
    [13, 'OX27-000010', 'premier_impaye', 'in_the_future'],
    [15, 'OX27-000011', 'code_postal', 'postcode_unknown'],
    [17, 'OX27-000012', 'nom', 'value_missing'],
    [19, 'OX27-000014', 'reference_mandat', 'mandate_missing'],
    [21, 'OX27-000016', 'date_premier_courrier', 'first_letter_missing'],
    [23, 'OX27-000018', 'deja_regle', 'paid_more_than_owed'],
    [25, 'OX27-000019', 'nature', 'kind_unknown'],
    [33, 'OX27-000025', 'accessoires', 'fees_charged_to_consumer'],
    [35, 'OX27-000027', 'prenom', 'formula'],
    [48, 'OX27-000037', 'nom', 'another_person'],
    [52, 'OX27-000039', '*', 'line_too_short']
  ];
  const WARNED: [number, string, string, string][] = [
    [27, 'OX27-000021', 'premier_impaye', 'limitation_presumed_expired'],
    [29, 'OX27-000023', 'email', 'email_left_out'],
    [31, 'OX27-000024', 'telephone', 'phone_left_out'],
    [43, 'OX27-000033', '*', 'line_repeated']
  ];
  // valid, or text that is kept as text
  const KEPT = [37, 39];

  it('knows every fault of the list, and no other', () => {
    const listed = readFileSync(sample('portfolio-with-faults.faults.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const known = [...REFUSED, ...WARNED].map(
      ([record, reference, column]) => `${record} ${reference} ${column}`
    );
    const others = listed
      .map((line) => line.split('\t').slice(0, 3).join(' '))
      .filter((fault) => !known.includes(fault));
    expect(others.map((fault) => Number(fault.split(' ')[0]))).toEqual(KEPT);
    expect(listed).toHaveLength(REFUSED.length + WARNED.length + KEPT.length);
  });

  it('meets each of them as the list says, and counts every line once', async () => {
    const report = await importFile(sample('portfolio-with-faults.csv'));
    const asRow = ({ record, case: reference, column, reason }: ImportFinding) => [
      record,
      reference,
      column,
      reason
    ];
    expect(report.refused.map(asRow)).toEqual(REFUSED);
    for (const warning of WARNED) expect(report.warnings.map(asRow)).toContainEqual(warning);
    const others = report.warnings.filter(({ record }) => !WARNED.some(([warned]) => warned === record));
    expect(new Set(others.map(({ reason }) => reason))).toEqual(new Set(['limitation_presumed_expired']));
    const repeated = report.warnings.filter(({ reason }) => reason === 'line_repeated').length;
    expect(report.taken + report.refused.length + repeated).toBe(report.rows);
    expect(report).toMatchObject({ rows: 80, taken: 64, debts: { created: 64 }, cases: { created: 51 } });
    for (const { message } of [...report.refused, ...report.warnings])
      expect(message).toMatch(/^[^{}]{10,}\.$/u);
  });

  it('marks the old debt for review, keeps the odd texts, and the first person of a reference', async () => {
    await importFile(sample('portfolio-with-faults.csv'));
    const rows = await everything();
    const of = (reference: string) => rows.filter((row) => row.reference === reference);
    expect(of('OX27-000021')[0]).toMatchObject({ limitation: 'presumed_expired' });
    expect(of('OX27-000023')[0]).toMatchObject({ email: null });
    expect(of('OX27-000024')[0]).toMatchObject({ phone: '+33655789931' });
    expect(of('OX27-000029')[0]).toMatchObject({ address: '12 rue\n"des Lilas"' });
    expect(of('OX27-000031')[0]).toMatchObject({ last_name: '<script>alert(1)</script>' });
    expect(of('OX27-000033')).toHaveLength(2);
    expect(of('OX27-000037').map((row) => row.last_name)).toEqual(['Mercier']);
    expect(of('OX27-000039')).toHaveLength(2);
  });

  it('says the same in a dry run', async () => {
    const dry = await importFile(sample('portfolio-with-faults.csv'), { isDryRun: true });
    const real = await importFile(sample('portfolio-with-faults.csv'));
    expect({ ...dry, runId: null }).toEqual({ ...real, runId: null });
  });
});

describe('a debt that changed', () => {
  it('is updated, with each column that moved in its history', async () => {
    await importLines([aLine()]);
    const report = await importLines([aLine({ principal: '7 000,00', deja_regle: '335,06' })]);
    expect(report).toMatchObject({
      cases: { created: 0, updated: 1, unchanged: 0 },
      debts: { created: 0, updated: 1, unchanged: 0 }
    });
    const changes = await db().superuserSql`
      select field, before, after, import_run_id from debt_changes order by field`;
    expect(changes).toEqual([
      { field: 'paid_cents', before: '10000', after: '33506', import_run_id: report.runId },
      { field: 'principal_cents', before: '723506', after: '700000', import_run_id: report.runId }
    ]);
    const [line] = await db().superuserSql`select detail from audit_events where action = 'case.reimported'`;
    expect(line?.detail).toMatchObject({ debtsChanged: 1, fields: ['principal_cents', 'paid_cents'] });
  });

  it('keeps what a human found about its limitation while its dates stay, and asks again when they move', async () => {
    await importLines([aLine({ premier_impaye: '05/04/2020' })]);
    await db().superuserSql`update debts set limitation_review = 'still_due', reviewed_at = now()`;
    await importLines([aLine({ premier_impaye: '05/04/2020', principal: '8 000,00' })]);
    const reviewed = async () =>
      (
        await db()
          .superuserSql`select limitation, limitation_review, limitation_ends_on, reviewed_at from debts`
      )[0];
    expect(await reviewed()).toMatchObject({ limitation_review: 'still_due' });
    await importLines([aLine({ premier_impaye: '05/05/2020', principal: '8 000,00' })]);
    expect(await reviewed()).toMatchObject({
      limitation: 'presumed_expired',
      limitation_review: null,
      reviewed_at: null
    });
  });

  it('joins its case when it is new', async () => {
    await importLines([aLine()]);
    const report = await importLines([aLine(), aLine({ reference_contrat: 'C2' })]);
    expect(report).toMatchObject({
      cases: { created: 0, updated: 1, unchanged: 0 },
      debts: { created: 1, updated: 0, unchanged: 1 }
    });
  });
});

describe('the person of a case', () => {
  it('moves house with the file; an empty cell takes nothing away', async () => {
    await importLines([aLine()]);
    const report = await importLines([
      aLine({ adresse: '2 rue Neuve', code_postal: '97411', ville: 'Saint-Paul', email: '', telephone: '' })
    ]);
    expect(report).toMatchObject({ cases: { updated: 1 }, debts: { unchanged: 1 } });
    const [row] = await db().superuserSql`
      select d.address, d.email, d.phone, c.city, c.territory, c.time_zone
      from debtors d join case_files c on c.id = d.case_id`;
    expect(row).toEqual({
      address: '2 rue Neuve',
      email: 'aicha.durand@exemple.fr',
      phone: '+33724624402',
      city: 'Saint-Paul',
      territory: '974',
      time_zone: 'Indian/Reunion'
    });
  });

  it('keeps the e-mail and phone she confirmed herself, since codes go there', async () => {
    await importLines([aLine()]);
    await db().superuserSql`update debtors set email_confirmed_at = now(), phone_confirmed_at = now()`;
    const report = await importLines([aLine({ email: 'autre@exemple.fr', telephone: '06 12 34 56 78' })]);
    expect(report).toMatchObject({ cases: { unchanged: 1 } });
    expect(report.warnings.map(({ column, reason }) => [column, reason])).toEqual([
      ['email', 'contact_kept'],
      ['telephone', 'contact_kept']
    ]);
    const [row] = await db().superuserSql`select email, phone from debtors`;
    expect(row).toEqual({ email: 'aicha.durand@exemple.fr', phone: '+33724624402' });
  });

  it('is never replaced by somebody else, in a later file either', async () => {
    await importLines([aLine()]);
    const report = await importLines([
      aLine({ nom: 'Autre', reference_contrat: 'C2' }),
      aLine({ date_naissance: '11/08/1970', reference_contrat: 'C3' }),
      aLine({ nom: 'DURAND', prenom: 'Aicha', reference_contrat: 'C4' })
    ]);
    expect(report.refused.map(({ record, reason }) => [record, reason])).toEqual([
      [2, 'another_person'],
      [3, 'another_person']
    ]);
    expect(report).toMatchObject({ taken: 1, debts: { created: 1 } });
  });

  it.each([
    ['a ligature and a typographic apostrophe', 'Lefœuvre d’Angelo'],
    ['decomposed accents', 'Lefe\u0300vre'],
    ['an emoji of several parts', '👩🏽‍👧 Zoé'],
    ['a right-to-left script', 'محمد بن علي'],
    ['markup and quotes', '<b>"O\'Brien"</b>']
  ])('keeps a name with %s', async (_what, nom) => {
    await importLines([aLine({ nom })]);
    const [row] = await db().superuserSql`select last_name from debtors`;
    expect(row?.last_name).toBe(nom.normalize('NFC'));
  });
});

describe('the lines of one case', () => {
  it('meet however far apart they stand in the file', async () => {
    const others = Array.from({ length: 4_500 }, (_, index) =>
      aLine({ reference_dossier: `OX26-1${String(index).padStart(5, '0')}`, reference_contrat: `C${index}` })
    );
    const far = aLine({ reference_contrat: 'C-loin', adresse: '99 rue d’ailleurs' });
    for (const isDryRun of [true, false]) {
      const report = await importLines([aLine(), ...others, far, aLine({ nom: 'Autre' }), aLine()], {
        isDryRun
      });
      expect(report).toMatchObject({ cases: { created: 4_501, updated: 0 }, debts: { created: 4_502 } });
      expect(report.refused).toMatchObject([{ record: 4_504, reason: 'another_person' }]);
      expect(report.warnings).toMatchObject([{ record: 4_505, reason: 'line_repeated' }]);
    }
    const [row] = await db().superuserSql`
      select address from debtors join case_files c on c.id = case_id where c.reference = 'OX26-000001'`;
    expect(row?.address).toBe('29 rue Pasteur');
  });

  it('are refused when one contract has two different facts: nobody can tell which is right', async () => {
    const report = await importLines([aLine(), aLine({ principal: '1,00', deja_regle: '0' })]);
    expect(report.refused).toMatchObject([
      { record: 3, column: 'reference_contrat', reason: 'contract_contradicted' }
    ]);
    expect(report).toMatchObject({ debts: { created: 1 } });
  });
});

describe('who may import, and what is kept of it', () => {
  it('refuses anybody but a supervisor or a program', async () => {
    const debtor = { kind: 'debtor', caseId: '0199' as never } as const;
    await expect(importPortfolio(debtor, { path: sample('portfolio.csv') })).rejects.toThrow(NotYours);
  });

  it('keeps the run with its counts and its first findings', async () => {
    const seen: number[] = [];
    const report = await importFile(sample('portfolio-with-faults.csv'), {
      onProgress: ({ rows }) => seen.push(rows)
    });
    const [run] = await db().superuserSql`select * from import_runs`;
    expect(run).toMatchObject({
      id: report.runId,
      file_name: 'portfolio-with-faults.csv',
      rows_read: 80,
      failure: null,
      report: { rows: 80, refusedTotal: 15, debts: { created: 64 } }
    });
    expect(run?.finished_at).not.toBeNull();
    expect(seen).toEqual([80]);
    expect(await count("staff_audit_events where action = 'portfolio.imported'")).toBe(1);
  });

  it('lets the desk follow a run from its start to its report', async () => {
    let started: string | null = null;
    const report = await importFile(sample('portfolio-with-faults.csv'), {
      onStarted: (id) => (started = id)
    });
    expect(started).toBe(report.runId);
    const run = await getImportRun(program, report.runId!);
    expect(run).toMatchObject({ rowsRead: 80, rowsTotal: 81, failure: null, report: { refusedTotal: 15 } });
    expect(await listImportRuns(program)).toEqual([run]);
    expect(await getImportRun(program, '0199a000-0000-7000-8000-000000000000' as never)).toBeNull();
    const debtor = { kind: 'debtor', caseId: '0199' as never } as const;
    await expect(listImportRuns(debtor)).rejects.toThrow(NotYours);
  });

  it('says that a file without a row holds none', async () => {
    const result = await importPortfolio(program, { path: files.write(portfolioText([])) });
    expect(result).toEqual({ ok: false, why: { code: 'file_no_rows' } });
    expect((await db().superuserSql`select failure from import_runs`)[0]?.failure).toBe('file_no_rows');
  });
});
