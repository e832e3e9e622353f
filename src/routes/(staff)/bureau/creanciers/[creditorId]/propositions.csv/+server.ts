import { m } from '$lib/i18n';
import { error } from '@sveltejs/kit';
import { guardStaff } from '$lib/server/http';
import { listProposalsFor } from '$lib/server/plans';
import { idOf } from '../../../dossiers/[caseId]/case-id';
import { fileOf } from '../../notice-words';
import type { RequestHandler } from './$types';

/** The proposals a creditor is to be told of, as a file for a spreadsheet (CPCE R124-5). */
export const GET: RequestHandler = async (event) => {
  const actor = guardStaff(event, 'team.creditors');
  const creditor = await listProposalsFor(actor, idOf<'creditor'>(event.params.creditorId));
  if (!creditor.ok) error(404, m.backoffice_not_found());
  return new Response(fileOf(creditor.value.waiting), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="propositions-${creditor.value.id}.csv"`,
      'cache-control': 'no-store'
    }
  });
};
