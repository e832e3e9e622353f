/** All words of the questionnaire: explicit maps and functions from a code to French, none looked up by text. */
export { answerWords, entryWords } from './answer-words';
export { AGE_BAND, CHOICE, choiceWords, DAY, MOMENT, SKIP } from './choice-words';
export {
  QUESTION_HELP,
  QUESTION_TITLE,
  QUESTION_WHY,
  SECTION_TITLE,
  SHORTENED,
  type Words
} from './question-words';
export { refusalWords } from './refusal-words';
export { effectWords, endWords, NEED, SIGNAL_NAME, TRACK, TRACK_REASON } from './signal-words';
export { answerLines, type AnswerLine } from './answer-lines';
export {
  fieldIdOf,
  questionView,
  type ControlView,
  type ErrorView,
  type OptionView,
  type QuestionPage,
  type QuestionView
} from './question-view';
export { signalView, type SignalView } from './signal-view';
export { questionPlace, type QuestionPlace } from './question-place';
