/** All words of the questionnaire: explicit maps and functions from a code to French, none looked up by text. */
export { answerWords, entryWords } from './answer-words';
export { choiceWords } from './choice-words';
export { QUESTION_TITLE, SHORTENED } from './question-words';
export { refusalWords } from './refusal-words';
export { NEED, SIGNAL_NAME, effectWords, TRACK, TRACK_REASON } from './signal-words';
export { answerLines } from './answer-lines';
export { questionView, type QuestionPage, type QuestionView } from './question-view';
export { signalView, type SignalView } from './signal-view';
export { questionPlace } from './question-place';
