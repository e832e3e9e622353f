import { error } from '@sveltejs/kit';
import type { KeptImportReport } from '$lib/cases';
import { m, number } from '$lib/i18n';
import { getImportRun, type KeptRun } from '$lib/server/cases';
import { guardStaff } from '$lib/server/http';
import { idOf } from '../../dossiers/[caseId]/case-id';
import { reportView } from '../report-view';
import type { PageServerLoad } from './$types';

/** How far an import is, or what it did. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'portfolio.import');
  const run = await getImportRun(actor, idOf<'import'>(event.params.runId));
  if (!run) error(404, m.backoffice_not_found());
  const { report } = run;
  return {
    run: {
      id: run.id as string,
      file: run.fileName,
      isRunning: run.isUnderWay,
      rowsRead: run.rowsRead,
      // an estimate: never shown as passed
      rowsTotal: run.rowsTotal === null ? null : Math.max(run.rowsTotal, run.rowsRead, 1),
      progress: progressWords(run),
      failure: failureWords(run),
      refusals: report && refusalsWords(report),
      report: report && reportView(report)
    }
  };
};

/** The words of the file of refused lines; null when there are none. It holds as many as are kept, and says so. */
function refusalsWords({ refused, refusedTotal }: KeptImportReport): string | null {
  if (refusedTotal === 0) return null;
  return refusedTotal > refused.length
    ? m.backoffice_import_export_first({ shown: number(refused.length) })
    : m.backoffice_import_export();
}

function progressWords({ rowsRead, rowsTotal }: KeptRun): string {
  const rows = number(rowsRead);
  return rowsTotal === null
    ? m.backoffice_import_progress_no_total({ rows })
    : m.backoffice_import_progress({ rows, total: number(Math.max(rowsTotal, rowsRead)) });
}

function failureWords({ failure }: KeptRun): string | null {
  if (failure === null) return null;
  return failure === 'file_no_rows'
    ? m.backoffice_import_failed_no_rows()
    : m.backoffice_import_failed_stopped();
}
