import type { Answers } from './answers';
import { isReachable, nextQuestion, reachableQuestions, type FlowContext } from './flow';
import type { QuestionId } from './question';
import { mayBeRenewed } from './signals/definitions';
import { causesIn, type SignalContext } from './signals/signals-from';
import type { SignalCause, StoredSignal } from './signals/signal';

/** Where a person who comes back goes on: a question, with the reason, or the list of her answers. */
export type ResumePoint =
  | { readonly kind: 'question'; readonly id: QuestionId; readonly why: 'not_seen' | 'later' | 'asked_again' }
  | { readonly kind: 'review' };

/**
 * The questions to ask again, gently, because the answer raised a signal whose time is over (or, for safety, on
 * each return). What she removed is not asked again.
 */
export function dueAgain(
  answers: Answers,
  signals: SignalContext & { readonly existing?: readonly StoredSignal[] },
  context: FlowContext = {}
): readonly QuestionId[] {
  const removed = new Set(
    (signals.existing ?? [])
      .filter((stored) => stored.endedWhy === 'removed_by_person')
      .flatMap((stored) => stored.signal.causes.map(nameOf))
  );
  return causesIn(answers, signals.floorCents)
    .filter(({ kind, cause }) => mayBeRenewed(kind, cause.answeredOn, signals.today))
    .filter(({ cause }) => !removed.has(nameOf(cause)))
    .map(({ cause }) => cause.questionId)
    .filter((id) => isReachable(answers, id, context));
}

const nameOf = (cause: SignalCause) => `${cause.questionId} ${cause.answeredAt}`;

/**
 * Where she goes on when she comes back: first what she has not seen, then what she left for later, then what
 * is due again; otherwise the list of her answers.
 */
export function resumeAt(
  answers: Answers,
  signals: SignalContext & { readonly existing?: readonly StoredSignal[] },
  context: FlowContext = {}
): ResumePoint {
  const unseen = nextQuestion(answers, context);
  if (unseen !== null) return { kind: 'question', id: unseen, why: 'not_seen' };
  const later = reachableQuestions(answers, context).find(
    (id) => answers.entries[id]?.disposition === 'later'
  );
  if (later !== undefined) return { kind: 'question', id: later, why: 'later' };
  const [again] = dueAgain(answers, signals, context);
  return again === undefined ? { kind: 'review' } : { kind: 'question', id: again, why: 'asked_again' };
}
