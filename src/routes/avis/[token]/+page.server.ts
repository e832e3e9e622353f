import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { ContactPolicy } from '$lib/contact-policy';
import { firmHours } from '$lib/contact-policy/ui/firm-hours';
import { m } from '$lib/i18n';
import { openToAll, readForm, refuseForm } from '$lib/server/http';
import {
  answerSurvey,
  completeSurvey,
  MAX_COMMENT,
  openSurvey,
  type SurveyCallBack
} from '$lib/server/surveys';
import { SATISFACTION_SCALE } from '$lib/surveys';
import { answerWords, questionWords } from '$lib/surveys/ui/words';
import type { Actions, PageServerLoad } from './$types';

const answerForm = z.object({ answer: z.enum([...SATISFACTION_SCALE, 'declined']).optional() });
const moreForm = z.object({ comment: z.string().optional().default(''), callBack: z.string().optional() });

/** One question, no sign-in: holding the link is the right to answer. Opening it changes nothing. */
export const load: PageServerLoad = async (event) => {
  openToAll(event);
  const survey = await openSurvey(event.params.token);
  if (!survey.ok) return { isOver: true as const };
  const { occasion, given, comment, callBackAsked, callBack, policy } = survey.value;
  return {
    isOver: false as const,
    question: questionWords(occasion),
    choices: SATISFACTION_SCALE.map((answer) => ({ value: answer, label: answerWords(answer) })),
    // "?changer" shows the question again to who has answered
    given: event.url.searchParams.has('changer') ? null : given,
    givenWords: given === null || given === 'declined' ? '' : answerWords(given),
    isSatisfied: given === 'very' || given === 'rather',
    comment,
    callBackAsked,
    callBackLabel: callBack === 'in_words' ? m.surveys_write_back() : m.surveys_call_back(),
    callBackPromise: promiseWords(callBack, policy),
    isSent: event.url.searchParams.has('merci')
  };
};

export const actions: Actions = {
  /** One tap. */
  answer: async (event) => {
    openToAll(event);
    const form = await readForm(event, answerForm);
    if (!form.ok || !form.data.answer) {
      return refuseForm({}, [{ field: 'answer-very', message: m.surveys_answer_missing() }]);
    }
    await answerSurvey(event.params.token, form.data.answer);
    redirect(303, event.url.pathname);
  },
  /** Words and a call, both optional. */
  more: async (event) => {
    openToAll(event);
    const form = await readForm(event, moreForm);
    if (!form.ok) return form.failure;
    const { comment, callBack } = form.data;
    const done = await completeSurvey(event.params.token, { comment, callBack: callBack === 'yes' });
    if (!done.ok && done.why.code === 'comment_too_long') {
      const message = m.surveys_comment_too_long({ maximum: String(MAX_COMMENT) });
      return refuseForm(form.values, [{ field: 'comment', message }]);
    }
    redirect(303, `${event.url.pathname}?merci`);
  }
};

function promiseWords(callBack: SurveyCallBack, policy: ContactPolicy): string {
  switch (callBack) {
    case 'in_words':
      return m.surveys_sent_words();
    case 'no_number':
      return m.surveys_sent_call_no_number();
    case 'her_times':
      return m.surveys_sent_call_her_times();
    case 'office_hours':
      return m.surveys_sent_call_office_hours({ hours: firmHours(policy) });
  }
}
