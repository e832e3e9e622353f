import type { ImportFinding, ImportTally } from '../../lib/cases';
import { m, number } from '../../lib/i18n';
import type { ImportedPortfolio } from '../../lib/server/cases';
import { say } from '../start/say';

/** Prints the report for a person: what was refused and why, what is odd, then the sums. */
export async function printAsText(imported: ImportedPortfolio, isDryRun: boolean): Promise<void> {
  const { totals, taken, refused, warnings } = imported;
  await sayFindings(m.cases_import_refused_title(), refused);
  await sayFindings(m.cases_import_warnings_title(), warnings);
  say(
    m.cases_import_summary_rows({
      rows: number(totals.rows),
      taken: number(taken),
      refused: number(refused.total)
    })
  );
  say(m.cases_import_summary_cases(written(totals.cases)));
  say(m.cases_import_summary_debts(written(totals.debts)));
  if (isDryRun) say(m.cases_import_summary_dry_run());
}

async function sayFindings(title: string, findings: ImportedPortfolio['refused']): Promise<void> {
  if (findings.total === 0) return;
  say(`${title} (${number(findings.total)})`);
  for await (const finding of findings.all()) say(`  ${lineOf(finding)}`);
  say();
}

function lineOf({ record, case: reference, column, message }: ImportFinding): string {
  return m.cases_import_finding({
    record: String(record),
    case: reference || '–',
    column: column === '*' ? m.cases_import_whole_line() : column,
    message
  });
}

function written({ created, updated, unchanged }: ImportTally) {
  return { created: number(created), updated: number(updated), unchanged: number(unchanged) };
}
