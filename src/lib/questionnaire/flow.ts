/** Which question comes next: pure functions over the answers, no state of their own. */
import { chosen, withoutAnswers, type Answers } from './answers';
import {
  QUESTION_IDS,
  type Condition,
  type LeftOutBecause,
  type Question,
  type QuestionId
} from './question';
import { QUESTIONS, QUESTIONS_IN_ORDER } from './questions';

/** What the answers do not say about this visit. */
export interface FlowContext {
  /** Someone said at the entrance that they are helping: the question about control is then not shown. */
  readonly helperPresent?: boolean;
}

function holds(condition: Condition, answers: Answers): boolean {
  const codes: readonly string[] = chosen(answers, condition.question);
  return codes.some((code) => condition.isOneOf.includes(code));
}

/** Why a question is left out given the answers; null when it is not. */
export function leftOutBecause(answers: Answers, id: QuestionId): LeftOutBecause | null {
  return QUESTIONS[id].leftOut.find(({ when }) => holds(when, answers))?.because ?? null;
}

/** Whether an answer to this question still makes sense, shown or not: what pruning goes by. */
export function isRelevant(answers: Answers, id: QuestionId): boolean {
  const { askedOnlyWhen } = QUESTIONS[id];
  if (askedOnlyWhen !== null && !holds(askedOnlyWhen, answers)) return false;
  return leftOutBecause(answers, id) === null;
}

/** Whether a question is not to be shown now because a helper is declared. */
export function isHidden(answers: Answers, id: QuestionId, context: FlowContext = {}): boolean {
  const { hiddenWhen } = QUESTIONS[id];
  if (hiddenWhen.length === 0) return false;
  return context.helperPresent === true || hiddenWhen.some((condition) => holds(condition, answers));
}

/** Whether the person may be on this question's page, given what she answered before it. */
export function isReachable(answers: Answers, id: QuestionId, context: FlowContext = {}): boolean {
  return isRelevant(answers, id) && !isHidden(answers, id, context);
}

/** The questions on her way, answered or not, in order. */
export function reachableQuestions(answers: Answers, context: FlowContext = {}): readonly QuestionId[] {
  return QUESTION_IDS.filter((id) => isReachable(answers, id, context));
}

/** The first question on her way that she has not replied to in any manner; null at the end. */
export function nextQuestion(answers: Answers, context: FlowContext = {}): QuestionId | null {
  return reachableQuestions(answers, context).find((id) => answers.entries[id] === undefined) ?? null;
}

/** The question after this one on her way, answered or not; null when this one is the last. */
export function questionAfter(
  answers: Answers,
  id: QuestionId,
  context: FlowContext = {}
): QuestionId | null {
  const index = QUESTION_IDS.indexOf(id);
  return QUESTION_IDS.slice(index + 1).find((later) => isReachable(answers, later, context)) ?? null;
}

/** The question "Retour" leads to; null on the first. */
export function previousQuestion(
  answers: Answers,
  id: QuestionId,
  context: FlowContext = {}
): QuestionId | null {
  const earlier = QUESTION_IDS.slice(0, QUESTION_IDS.indexOf(id));
  return earlier.filter((one) => isReachable(answers, one, context)).at(-1) ?? null;
}

/** Why her way is shorter, each reason once, so that a page can say that nothing more is needed. */
export function shortenedBecause(answers: Answers): readonly LeftOutBecause[] {
  const reasons = QUESTION_IDS.map((id) => leftOutBecause(answers, id)).filter((reason) => reason !== null);
  return [...new Set(reasons)];
}

/** Why her way just became shorter by the answer to this question, and by nothing before it. */
export function shortenedBy(answers: Answers, id: QuestionId): readonly LeftOutBecause[] {
  const without = new Set(shortenedBecause(withoutAnswers(answers, [id])));
  return shortenedBecause(answers).filter((reason) => !without.has(reason));
}

/** Where a person stands: `position` of about `total` questions, both from 1. */
export interface Progress {
  readonly position: number;
  readonly total: number;
}

/**
 * "Question 4 sur environ 9". The total is the longest way still open given what was answered *before* this
 * question, so from one page to the next it can only shrink and the bar never goes back. A follow-up has the
 * place of the question it follows.
 */
export function progress(answers: Answers, at: QuestionId, context: FlowContext = {}): Progress {
  const place = QUESTION_IDS.indexOf(at);
  const known = before(answers, place);
  const counted = QUESTIONS_IN_ORDER.filter((question) => mayBeAsked(known, question, context));
  const reached = counted.filter((question) => QUESTION_IDS.indexOf(question.id) <= place);
  return { position: Math.max(1, reached.length), total: Math.max(1, counted.length) };
}

function before(answers: Answers, place: number): Answers {
  const entries = QUESTION_IDS.slice(0, place).map((id) => [id, answers.entries[id]]);
  return { ...answers, entries: Object.fromEntries(entries.filter(([, entry]) => entry !== undefined)) };
}

function mayBeAsked(known: Answers, question: Question, context: FlowContext): boolean {
  if (question.isFollowUp || isHidden(known, question.id, context)) return false;
  if (leftOutBecause(known, question.id) !== null) return false;
  const { askedOnlyWhen } = question;
  if (askedOnlyWhen === null || holds(askedOnlyWhen, known)) return true;
  return known.entries[askedOnlyWhen.question] === undefined;
}
