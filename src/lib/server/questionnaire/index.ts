export { loadQuestionnaire, type QuestionnaireState } from './load-questionnaire';
export { selectAnswers, selectLiveSignals, type SignalRow } from './questionnaire-repository';
export { saveAnswer, type QuestionnaireRules, type SavedAnswer, type SaveAnswerInput } from './save-answer';
