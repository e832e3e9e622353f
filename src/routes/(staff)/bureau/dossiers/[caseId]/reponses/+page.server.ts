import { answerLines } from '$lib/questionnaire/ui/words';
import { loadAnswersAtDesk } from '$lib/server/backoffice';
import { guardStaff, orNotFound } from '$lib/server/http';
import type { PageServerLoad } from './$types';
import { caseIdOf } from '../case-id';

/** Her answers in words, as this member of staff may see them. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.read');
  const { answers, viewer } = await orNotFound(loadAnswersAtDesk(actor, caseIdOf(event.params)));
  return {
    lines: Object.keys(answers.entries).length === 0 ? [] : answerLines(answers, ''),
    isTeam: viewer === 'team'
  };
};
