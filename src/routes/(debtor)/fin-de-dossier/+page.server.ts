import { error } from '@sveltejs/kit';
import { closingWords } from '$lib/cases/ui/closing-words';
import { m } from '$lib/i18n';
import { loadClosing } from '$lib/server/cases';
import { guardDebtor, orNotFound } from '$lib/server/http';
import type { PageServerLoad } from './$types';

/** How her case ended, as a document to keep; no such page while it is open. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const closing = await orNotFound(loadClosing(actor, actor.caseId));
  if (!closing) error(404, m.public_error_missing_h1());
  return { closing: closingWords(closing) };
};
