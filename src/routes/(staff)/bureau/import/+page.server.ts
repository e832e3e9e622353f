import { redirect, type RequestEvent } from '@sveltejs/kit';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { hourOf, m, number, plural, shortInstant } from '$lib/i18n';
import { startImport, tryImport, type CalmWait } from '$lib/server/backoffice';
import { importRefusalMessage, listImportRuns, type ImportRefusal, type KeptRun } from '$lib/server/cases';
import { guardStaff, readUpload, refuseForm, retryAfter } from '$lib/server/http';
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
      return refuse(event, typed, tried.why, file.name);
    }
    const started = await startImport(actor, received);
    if (!started.ok) return refuse(event, typed, started.why, file.name);
    redirect(303, `/bureau/import/${started.value.runId}`);
  }
};

/** A file that is no portfolio, or one too many this hour: then the answer says when, to machines too. */
function refuse(
  event: RequestEvent,
  typed: Record<string, string>,
  why: ImportRefusal | CalmWait,
  fileName: string
) {
  if (why.code !== 'calm_wait') {
    return refuseForm(typed, [{ field: 'file', message: importRefusalMessage(why, fileName) }]);
  }
  event.setHeaders(retryAfter(why.until));
  const message = m.backoffice_import_wait({ hour: hourOf(why.until, DESK_ZONE) });
  return refuseForm(typed, [{ field: 'file', message }], 429);
}

function runLine(run: KeptRun) {
  return {
    id: run.id as string,
    file: run.fileName,
    startedAt: shortInstant(run.startedAt, DESK_ZONE),
    rows: number(run.rowsRead),
    state: stateOf(run)
  };
}

function stateOf({ isUnderWay, failure, report }: KeptRun): string {
  if (isUnderWay) return m.backoffice_import_state_running();
  if (failure !== null || report === null) return m.backoffice_import_state_failed();
  const { refusedTotal } = report;
  if (refusedTotal === 0) return m.backoffice_import_state_done();
  const words = plural(
    refusedTotal,
    m.backoffice_import_refused_title_one,
    m.backoffice_import_refused_title_other
  );
  return words({ count: number(refusedTotal) });
}
