import { loadCaseDesk } from '$lib/server/backoffice';
import { guardStaff, orNotFound } from '$lib/server/http';
import type { LayoutServerLoad } from './$types';
import { caseIdOf } from './case-id';
import { caseView } from './case-view';

export const load: LayoutServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.read');
  const desk = await orNotFound(loadCaseDesk(actor, caseIdOf(event.params)));
  return { file: caseView(desk, actor, new Date()) };
};
