import { m } from '$lib/i18n';
import {
  previousQuestion,
  progress,
  QUESTIONS,
  shortenedBy,
  type Answers,
  type FlowContext,
  type QuestionId
} from '$lib/questionnaire';
import { SHORTENED } from './question-words';

/** Where a question stands on her way, in words. Plain JSON. */
export interface QuestionPlace {
  /** Neutral: "Question 4". */
  readonly pageTitle: string;
  /** "Question 4 sur environ 9"; what follows from an answer has its number: "Suite de la question 4". */
  readonly progress: string;
  /** That the question before is kept; null before anything is. */
  readonly saved: string | null;
  /** Why fewer questions are left since the answer before. */
  readonly shortened: readonly string[];
}

/** Puts in words where a question stands. */
export function questionPlace(id: QuestionId, answers: Answers, context: FlowContext): QuestionPlace {
  const { position, total } = progress(answers, id, context);
  const before = previousQuestion(answers, id, context);
  const isKept = before !== null && answers.entries[before] !== undefined;
  return {
    pageTitle: m.questionnaire_page_title({ position: String(position) }),
    // two pages with one number would look like a count that stands still
    progress: QUESTIONS[id].isFollowUp
      ? m.questionnaire_page_progress_follow_up({ position: String(position) })
      : m.questionnaire_page_progress({ position: String(position), total: String(total) }),
    saved: isKept
      ? m.questionnaire_page_saved({ position: String(progress(answers, before, context).position) })
      : null,
    shortened: isKept ? shortenedBy(answers, before).map((reason) => SHORTENED[reason]()) : []
  };
}
