import { error } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import { parseId, type CaseId, type Id } from '$lib/kernel';

/** The id an address names; an address that names none answers like one that does not exist. */
export function idOf<Kind extends string>(text: string): Id<Kind> {
  const id = parseId<Kind>(text);
  if (!id) error(404, m.backoffice_not_found());
  return id;
}

/** The case a page of the desk is about. */
export function caseIdOf(params: { readonly caseId: string }): CaseId {
  return idOf<'case'>(params.caseId);
}
