import {
  addressOf,
  reachableQuestions,
  type Answers,
  type FlowContext,
  type QuestionId
} from '$lib/questionnaire';
import { entryWords } from './answer-words';
import { QUESTION_TITLE } from './question-words';

/** One question of "Vos réponses". Plain JSON. */
export interface AnswerLine {
  readonly id: QuestionId;
  readonly question: string;
  readonly answer: readonly string[];
  readonly isAnswered: boolean;
  /** Nothing was chosen yet, or it was put off: the link says "Répondre". Not wishing to answer is a choice like another. */
  readonly isOpen: boolean;
  /** The address of the question. */
  readonly href: string;
}

/** Her answers in words, in the order of the questions; those not on her way are left out. */
export function answerLines(
  answers: Answers,
  base: string,
  context: FlowContext = {}
): readonly AnswerLine[] {
  return reachableQuestions(answers, context).map((id) => {
    const { section, step } = addressOf(id);
    const disposition = answers.entries[id]?.disposition;
    return {
      id,
      question: QUESTION_TITLE[id](),
      answer: entryWords(id, answers.entries[id]),
      isAnswered: disposition === 'answered',
      isOpen: disposition === undefined || disposition === 'later',
      href: `${base}/${section}/${step}`
    };
  });
}
