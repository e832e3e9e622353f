export { loadAsked, type Asked, type AskedLine } from './load-asked';
export { loadFrame, type Companions, type HomeFrame, type NamedPerson } from './load-frame';
export { loadHome, loadHomeAtDesk, type Home } from './load-home';
export { loadQuestionFrame, type QuestionFrame } from './load-question-frame';
