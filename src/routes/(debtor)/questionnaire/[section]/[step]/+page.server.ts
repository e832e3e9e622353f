import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import {
  isReachable,
  givenAt,
  parseAnswer,
  previousQuestion,
  questionAt,
  QUESTIONS,
  type QuestionId
} from '$lib/questionnaire';
import { withoutOwnWords } from '$lib/questionnaire/ui/offline-way';
import { questionPlace, questionView } from '$lib/questionnaire/ui/words';
import { guardDebtor, orNotFound, readForm } from '$lib/server/http';
import { questionnaireRules } from '$lib/server/plans';
import { loadOwnAnswers, saveAnswer } from '$lib/server/questionnaire';
import { questionFrameOf } from '../../../frame-of';
import { cameFromOf, START, wayAfter, wayBack, wayTo } from '../../ways';
import type { Actions, PageServerLoad } from './$types';
import { shownAgain } from './shown-again';

/** One question, with all its words, so that the phone carries none of them as script. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const id = questionOf(event);
  const { own } = await orNotFound(questionFrameOf(event, actor));
  const { answers, context, referentName, timeZone } = own;
  const cameFrom = cameFromOf(event.url);
  if (!isReachable(answers, id, context)) redirect(303, START);
  const { interruption, quickExit } = QUESTIONS[id];
  const entry = answers.entries[id];
  return {
    id,
    before: event.url.searchParams.has('suite') ? null : interruption,
    quickExit: quickExit || interruption !== null,
    view: questionView(id, { entry, referentName }),
    place: questionPlace(id, answers, context),
    back: wayBack(previousQuestion(answers, id, context), cameFrom),
    action: wayTo(id, cameFrom, interruption !== null),
    seen: entry?.answeredAt ?? '',
    command: crypto.randomUUID(),
    offline: { answers: withoutOwnWords(answers), context, timeZone }
  };
};

const answerForm = z.object({
  /** The answer she saw when she gave this one, empty when none. */
  seen: z.string().optional(),
  /** When she gave it, when her phone kept it. */
  givenAt: z.string().optional()
});

export const actions: Actions = {
  /** Saves her answer and leads on; what cannot be taken comes back as she typed it. */
  default: async (event) => {
    const actor = guardDebtor(event, 'own_case.answer');
    const id = questionOf(event);
    const form = await readForm(event, answerForm);
    if (!form.ok) return form.failure;
    const fields = Object.fromEntries(
      Object.entries(form.values).map(([name, texts]) => [name, typeof texts === 'string' ? [texts] : texts])
    );
    const own = () => orNotFound(loadOwnAnswers(actor, actor.caseId));
    const read = parseAnswer(id, fields);
    if (!read.ok) return shownAgain(id, fields, read.why, await own());
    const now = new Date();
    const { seen } = form.data;
    const saved = await orNotFound(
      saveAnswer(
        actor,
        actor.caseId,
        {
          questionId: id,
          reply: read.value,
          givenAt: givenAt(form.data.givenAt ?? null, now) ?? now,
          basedOn: seen === undefined ? undefined : seen || null
        },
        questionnaireRules(now),
        form.commandId && { id: form.commandId, input: { id, reply: read.value } }
      )
    );
    if (!saved.ok) return shownAgain(id, fields, saved.why, await own());
    redirect(303, wayAfter(saved.value, cameFromOf(event.url)));
  }
};

function questionOf({ params }: Pick<RequestEvent<{ section: string; step: string }>, 'params'>): QuestionId {
  return questionAt(params.section, params.step) ?? error(404, 'Cette page n’existe pas, ou plus.');
}
