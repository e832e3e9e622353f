import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import type { ImportFinding } from '../../src/lib/cases';
import { importPortfolio } from '../../src/lib/server/cases';
import { aTeam, useTestRuntime } from '../support/cases';
import { testDatabase } from '../support/database';
import { aLine, fileFolder, portfolioText, type PortfolioCells } from '../support/portfolio-file';

const db = testDatabase();
const files = fileFolder();
let clock: ReturnType<typeof useTestRuntime>;

beforeAll(async () => {
  clock = useTestRuntime(db());
  await aTeam(db());
});
afterAll(async () => {
  files.close();
  await clock.close();
});

async function read(findings: { all(): AsyncIterable<ImportFinding> }): Promise<string[]> {
  const all: string[] = [];
  for await (const { record, column, reason } of findings.all()) all.push(`${record} ${column} ${reason}`);
  return all;
}

async function importLines(lines: readonly PortfolioCells[]) {
  const imported = await importPortfolio(systemActor('import'), { path: files.write(portfolioText(lines)) });
  if (!imported.ok) throw new Error(imported.why.code);
  const { totals, refused, warnings } = imported.value;
  const report = { ...totals, refused: await read(refused), warnings: await read(warnings) };
  imported.value.close();
  return report;
}

/** A case with one debt, closed since Friday evening in Paris. */
async function aClosedCase(reference: string): Promise<PortfolioCells> {
  const line = aLine({ reference_dossier: reference });
  await importLines([line]);
  await db().superuserSql`
    update case_files set open = false, closed_at = '2026-11-20T22:30:00Z', closing_reason = 'given_back'
    where reference = ${reference}`;
  return line;
}
const fileOf = async (reference: string) => {
  const [row] = await db().superuserSql`
    select f.open, d.paid_cents::int, (select count(*)::int from debts where case_id = f.id) as debts
    from case_files f join debts d on d.case_id = f.id where f.reference = ${reference}`;
  return row;
};

describe('the file of a case that is closed', () => {
  it('changes nothing and says nothing when it says the same', async () => {
    const line = await aClosedCase('OX26-000101');
    const report = await importLines([line]);
    expect(report).toMatchObject({ debts: { unchanged: 1 }, refused: [], warnings: [] });
  });

  it('updates the debt with a warning, and the case stays closed; the second time there is nothing to say', async () => {
    const line = { ...(await aClosedCase('OX26-000102')), deja_regle: '300,00' };
    const report = await importLines([line]);
    expect(report).toMatchObject({ debts: { updated: 1 }, refused: [] });
    expect(report.warnings).toEqual(['2 reference_dossier case_closed']);
    expect(await fileOf('OX26-000102')).toEqual({ open: false, paid_cents: 30_000, debts: 1 });
    expect((await importLines([line])).warnings).toEqual([]);
  });

  it('warns as well when only the address of the person moved', async () => {
    const line = { ...(await aClosedCase('OX26-000103')), adresse: '3 rue des Lices' };
    expect((await importLines([line])).warnings).toEqual(['2 reference_dossier case_closed']);
  });

  it('is refused where it adds a contract, and the lines after it are judged as ever', async () => {
    const line = await aClosedCase('OX26-000104');
    const added = { ...line, reference_contrat: 'NOUVEAU-1' };
    const report = await importLines([added, { ...line, deja_regle: '300,00' }]);
    expect(report.refused).toEqual(['2 reference_dossier case_closed']);
    expect(report.debts).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await fileOf('OX26-000104')).toEqual({ open: false, paid_cents: 30_000, debts: 1 });
    await db().superuserSql`
      update case_files set open = true, closed_at = null, closing_reason = null where reference = 'OX26-000104'`;
    expect((await importLines([added])).debts).toMatchObject({ created: 1 });
  });
});
