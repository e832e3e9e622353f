import { fullDate, quoted } from '$lib/i18n';
import { addressOf, type Signal, type SignalKind } from '$lib/questionnaire';
import { answerWords } from './answer-words';
import { QUESTION_TITLE } from './question-words';
import { effectWords, endWords, SIGNAL_NAME } from './signal-words';

/** A signal in words, the same for the person and for staff. Plain JSON. */
export interface SignalView {
  readonly kind: SignalKind;
  readonly name: string;
  readonly causes: readonly {
    readonly question: string;
    /** Her words between quotation marks. */
    readonly answer: string;
    readonly answeredOn: string;
    /** The address of the question. */
    readonly href: string;
  }[];
  readonly changes: readonly string[];
  readonly until: string;
}

/** Puts a signal in words. */
export function signalView(signal: Signal, base: string): SignalView {
  return {
    kind: signal.kind,
    name: SIGNAL_NAME[signal.kind](),
    causes: signal.causes.map(({ questionId, value, answeredOn }) => {
      const { section, step } = addressOf(questionId);
      return {
        question: QUESTION_TITLE[questionId](),
        answer: answerWords(questionId, value).map(quoted).join(', '),
        answeredOn: fullDate(answeredOn),
        href: `${base}/${section}/${step}`
      };
    }),
    changes: signal.effects.map(effectWords),
    until: endWords(signal.end)
  };
}
