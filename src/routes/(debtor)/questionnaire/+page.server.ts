import { m } from '$lib/i18n';
import { resumeAt } from '$lib/questionnaire';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { questionnaireRules } from '$lib/server/plans';
import { loadOwnQuestionnaire } from '$lib/server/questionnaire';
import type { PageServerLoad } from './$types';
import { REVIEW, wayTo } from './ways';

/** Before the first question: how long, what for, who sees; later on, where she goes on. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const own = await orNotFound(loadOwnQuestionnaire(actor, actor.caseId));
  const { answers, context, signals, today, at } = own;
  const floorCents = questionnaireRules(at).floorOf(answers);
  const point = resumeAt(answers, { today, floorCents, existing: signals }, context);
  const hasBegun = Object.keys(answers.entries).length > 0;
  return {
    hasBegun,
    isDone: point.kind === 'review',
    why: point.kind === 'question' ? WHY_AGAIN[point.why]() : null,
    go: point.kind === 'question' ? wayTo(point.id) : REVIEW,
    review: REVIEW
  };
};

const WHY_AGAIN = {
  not_seen: () => null,
  later: m.questionnaire_start_why_later,
  asked_again: m.questionnaire_start_why_again
};
