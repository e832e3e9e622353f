import { error } from '@sveltejs/kit';
import { asSpreadsheetText, type ImportFinding } from '$lib/cases';
import { m } from '$lib/i18n';
import { getImportRun } from '$lib/server/cases';
import { guardStaff } from '$lib/server/http';
import { idOf } from '../../../dossiers/[caseId]/case-id';
import type { RequestHandler } from './$types';

/** The refused lines of an import as a file for a spreadsheet, where no text of the creditor ever runs. */
export const GET: RequestHandler = async (event) => {
  const actor = guardStaff(event, 'portfolio.import');
  const run = await getImportRun(actor, idOf<'import'>(event.params.runId));
  if (!run?.report) error(404, m.backoffice_not_found());
  const head = [
    m.backoffice_import_finding_record(),
    m.backoffice_import_finding_case(),
    m.backoffice_import_finding_column(),
    m.backoffice_import_finding_message()
  ];
  const lines = [head, ...run.report.refused.map(cellsOf)].map((cells) => cells.map(quoted).join(';'));
  // spreadsheets in French read accents only behind this mark
  return new Response(`\ufeff${lines.join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="refus-${run.id}.csv"`,
      'cache-control': 'no-store'
    }
  });
};

function cellsOf({ record, case: reference, column, message }: ImportFinding): string[] {
  return [String(record), reference, column, message].map(asSpreadsheetText);
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
