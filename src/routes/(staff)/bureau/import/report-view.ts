import type { ImportFinding, ImportTally, KeptImportReport } from '$lib/cases';
import { m, number, plural } from '$lib/i18n';

const ON_SCREEN = 200;

/** What an import did, in words. Plain JSON; what comes from the file is text and nothing else. */
export function reportView(report: KeptImportReport) {
  const { refusedTotal, warningsTotal } = report;
  return {
    rows: m.backoffice_import_rows_read({ rows: number(report.rows) }),
    tallies: [
      tallyRow(m.backoffice_import_tally_cases(), report.cases),
      tallyRow(m.backoffice_import_tally_debts(), report.debts)
    ],
    refused: findings(
      report.refused,
      refusedTotal === 0
        ? m.backoffice_import_refused_none()
        : plural(
            refusedTotal,
            m.backoffice_import_refused_title_one,
            m.backoffice_import_refused_title_other
          )({ count: number(refusedTotal) }),
      refusedTotal
    ),
    warnings: findings(
      report.warnings,
      plural(
        warningsTotal,
        m.backoffice_import_warnings_title_one,
        m.backoffice_import_warnings_title_other
      )({ count: number(warningsTotal) }),
      warningsTotal
    )
  };
}

function tallyRow(header: string, { created, updated, unchanged }: ImportTally) {
  return { header, cells: [created, updated, unchanged].map((count) => number(count)) };
}

function findings(list: readonly ImportFinding[], title: string, total: number) {
  const shown = list.slice(0, ON_SCREEN);
  return {
    title,
    total,
    note: total > shown.length ? m.backoffice_import_findings_shown({ shown: number(shown.length) }) : null,
    rows: shown.map(({ record, case: reference, column, message }) => ({
      header: number(record),
      cells: [reference, column === '*' ? m.backoffice_import_whole_line() : column, message]
    }))
  };
}
