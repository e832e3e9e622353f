import { error, redirect } from '@sveltejs/kit';
import { isReachable, previousQuestion, questionAt, QUESTIONS } from '$lib/questionnaire';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { loadOwnAnswers } from '$lib/server/questionnaire';
import { cameFromOf, questionHref, START, wayBack } from '../../../ways';
import type { PageServerLoad } from './$types';

/** The page before a sensitive question: what it is about and how to leave, or someone to talk to now. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const id = questionAt(event.params.section, event.params.step);
  const kind = id && QUESTIONS[id].interruption;
  if (!id || !kind) error(404, 'Cette page n’existe pas, ou plus.');
  const { answers, context } = await orNotFound(loadOwnAnswers(actor, actor.caseId));
  if (!isReachable(answers, id, context)) redirect(303, START);
  const cameFrom = cameFromOf(event.url);
  return {
    quickExit: true,
    id,
    kind,
    go: questionHref(id, cameFrom, true),
    seen: answers.entries[id]?.answeredAt ?? '',
    back: wayBack(previousQuestion(answers, id, context), cameFrom),
    command: crypto.randomUUID()
  };
};
