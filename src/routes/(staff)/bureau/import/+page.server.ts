import { redirect } from '@sveltejs/kit';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { m, number, shortInstant } from '$lib/i18n';
import { startImport, tryImport } from '$lib/server/backoffice';
import { importRefusalMessage, listImportRuns, type KeptRun } from '$lib/server/cases';
import { guardStaff, readUpload, refuseForm } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';
import { reportView } from './report-view';

/** The form, and the imports before. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'portfolio.import');
  return { runs: (await listImportRuns(actor)).map(runLine) };
};

export const actions: Actions = {
  /** Receives a file and starts its import, or tries it without writing anything. */
  send: async (event) => {
    const actor = guardStaff(event, 'portfolio.import');
    const { file, fields } = await readUpload(event, 'file');
    const isDryRun = fields.dryRun === 'yes';
    const typed = { dryRun: isDryRun ? 'yes' : '' };
    if (!file) return refuseForm(typed, [{ field: 'file', message: m.backoffice_import_file_missing() }]);
    const received = { path: file.path, fileName: file.name };
    if (isDryRun) {
      const tried = await tryImport(actor, received);
      if (tried.ok) return { file: file.name, report: reportView(tried.value) };
      return refuseForm(typed, [{ field: 'file', message: importRefusalMessage(tried.why, file.name) }]);
    }
    const started = await startImport(actor, received);
    if (!started.ok) {
      return refuseForm(typed, [{ field: 'file', message: importRefusalMessage(started.why, file.name) }]);
    }
    redirect(303, `/bureau/import/${started.value.runId}`);
  }
};

function runLine(run: KeptRun) {
  return {
    id: run.id as string,
    file: run.fileName,
    startedAt: shortInstant(run.startedAt, DESK_ZONE),
    rows: number(run.rowsRead),
    state: stateOf(run)
  };
}

function stateOf({ finishedAt, failure, report }: KeptRun): string {
  if (finishedAt === null) return m.backoffice_import_state_running();
  if (failure !== null || report === null) return m.backoffice_import_state_failed();
  return report.refusedTotal === 0
    ? m.backoffice_import_state_done()
    : m.backoffice_import_state_refused({ count: number(report.refusedTotal) });
}
