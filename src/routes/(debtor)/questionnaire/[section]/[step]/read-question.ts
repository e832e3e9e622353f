import { error } from '@sveltejs/kit';
import { isReachable, questionAt, type QuestionId } from '$lib/questionnaire';
import type { OwnAnswers } from '$lib/server/questionnaire';

/** The question an address names; 404 when it names none. */
export function questionOf({ section, step }: { section: string; step: string }): QuestionId {
  return questionAt(section, step) ?? error(404, 'Cette page n’existe pas, ou plus.');
}

/** Whether a question is on her way. */
export function isOnHerWay(id: QuestionId, { answers, context }: OwnAnswers): boolean {
  return isReachable(answers, id, context);
}
