import { error } from '@sveltejs/kit';
import { spreadsheetFile, type ImportFinding } from '$lib/cases';
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
  return new Response(spreadsheetFile([head, ...run.report.refused.map(cellsOf)]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="refus-${run.id}.csv"`,
      'cache-control': 'no-store'
    }
  });
};

function cellsOf({ record, case: reference, column, message }: ImportFinding): string[] {
  return [String(record), reference, column, message];
}
