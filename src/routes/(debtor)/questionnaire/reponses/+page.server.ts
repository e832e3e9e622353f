import { nextQuestion, shortenedBecause } from '$lib/questionnaire';
import { answerLines, SHORTENED } from '$lib/questionnaire/ui/words';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { loadOwnAnswers } from '$lib/server/questionnaire';
import { DONE, START, wayTo } from '../ways';
import type { PageServerLoad } from './$types';

/** All her answers in words, each with the way to change it. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { answers, context } = await orNotFound(loadOwnAnswers(actor, actor.caseId));
  const unseen = nextQuestion(answers, context);
  return {
    quickExit: true,
    lines: answerLines(answers, START, context).map((line) => ({
      ...line,
      href: wayTo(line.id, 'reponses')
    })),
    shortened: shortenedBecause(answers).map((reason) => SHORTENED[reason]()),
    goOn: unseen === null ? null : wayTo(unseen),
    done: DONE,
    back: START
  };
};
