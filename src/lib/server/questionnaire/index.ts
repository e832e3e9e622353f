export { MAX_SIGNAL_WORDS, answerSignal, type WordsRefusal } from './answer-signal';
export { ENDED_SIGNAL_DAYS, endExpiredSignals, forgetEndedSignals } from './end-expired-signals';
export { listSignalsAtDesk } from './list-signals';
export {
  loadOwnAnswers,
  loadOwnQuestionnaire,
  ownAnswersFrom,
  type OwnAnswers,
  type OwnQuestionnaire
} from './load-own-questionnaire';
export { loadOwnSignals, type OwnSignal, type OwnSignals } from './load-own-signals';
export { loadQuestionnaire, type QuestionnaireState } from './load-questionnaire';
export { answersOf, selectAnswers } from './answers-repository';
export {
  openSignals,
  selectAllSignals,
  selectLiveSignals,
  selectSignalViews,
  type SignalRow
} from './signals-repository';
export { removeSignal, type SignalNotThere } from './remove-signal';
export { type QuestionnaireRules } from './questionnaire-rules';
export { saveAnswer, type AnsweredElsewhere, type SavedAnswer, type SaveAnswerInput } from './save-answer';
