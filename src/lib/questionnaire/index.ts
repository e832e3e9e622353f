/**
 * The gentle questionnaire: its questions as data, the way through them, the signals her own answers raise and
 * what they change. Pure: time is an argument, nothing is stored here.
 */
export {
  ANSWERS_VERSION,
  SKIPS,
  chosen,
  noAnswers,
  saysTheSame,
  valueOf,
  type Answers,
  type AnswerValue,
  type Entry,
  type HouseholdValue,
  type LeftOverValue,
  type Reply,
  type ReplyTime,
  type Skip
} from './answers';
export {
  AGE_BANDS,
  CHOICES,
  DAYS,
  MOMENTS,
  SLOTS,
  slotHours,
  type AgeBand,
  type ChoiceOf,
  type ChoiceQuestionId,
  type Day,
  type Moment,
  type Slot
} from './choices';
export { OFFLINE_ANSWER_DAYS, givenAt } from './given-at';
export { contactWishesFrom, type ContactWishes } from './contact-wishes';
export { FIELD, rawFieldsFrom, rawFieldsOf, type FieldName, type RawFields } from './fields';
export {
  isReachable,
  leftOutBecause,
  nextQuestion,
  previousQuestion,
  progress,
  questionAfter,
  reachableQuestions,
  shortenedBecause,
  shortenedBy,
  type FlowContext,
  type Progress
} from './flow';
export { LONGEST_TEXT, parseAnswer, sharesSkips, type AnswerRefusal } from './parse-answer';
export { MOST_PEOPLE, OLDEST_AGE, ageBandOf, type HouseholdRefusal } from './parse-household';
export { pruneStaleAnswers, type Pruned } from './prune';
export {
  QUESTION_IDS,
  type Audience,
  type Interruption,
  type LeftOutBecause,
  type Question,
  type QuestionId,
  type QuestionKind,
  type SectionId
} from './question';
export { QUESTIONS, QUESTIONS_IN_ORDER } from './questions';
export { isQuestionId, readAnswers, readEntry, type UnreadableAnswers } from './read-answers';
export { recordAnswer, type NotReachable } from './record-answer';
export { dueAgain, resumeAt, type ResumePoint } from './resume';
export { answersSeenBy, type Viewer } from './seen-by';
export { SECTIONS, addressOf, questionAt, questionsOfSection } from './sections';
export {
  DISTRESS_PAUSE_DAYS,
  EVENT_PAUSE_DAYS,
  SIGNAL_DEFINITIONS,
  wordsDueOn,
  type Lasting,
  type SignalDefinition
} from './signals/definitions';
export {
  contactsPausedUntil,
  effectsInForce,
  hasEffect,
  needsToApply,
  type EffectInForce
} from './signals/effects';
export { NEEDS_BY_RANK, needOf, needRank, needsOf, type NeedCode } from './signals/need';
export { reconcileSignals, withoutContent, withoutRemoved, type Reconciled } from './signals/reconcile';
export {
  endsOn,
  isOver,
  type Effect,
  type EffectCode,
  type Need,
  type Signal,
  type SignalCause,
  type SignalEnd,
  type SignalEndedWhy,
  type SimpleEffect,
  type StoredSignal
} from './signals/signal';
export { SIGNAL_KINDS, type SignalKind } from './signals/signal-kind';
export { signalsFrom, type SignalContext } from './signals/signals-from';
export { recommendTrack, type Track, type TrackReason, type TrackRecommendation } from './signals/track';
