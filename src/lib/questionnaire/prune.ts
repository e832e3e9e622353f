import { withoutAnswers, type Answers } from './answers';
import { isRelevant } from './flow';
import type { QuestionId } from './question';

/** The answers that remain, and the questions whose answers no longer made sense. */
export interface Pruned {
  readonly answers: Answers;
  readonly removed: readonly QuestionId[];
}

/**
 * Removes answers to questions that are no longer on the person's way after an earlier answer changed: keeping
 * them would let something she no longer says raise a signal. Removing one answer may strand another, so it
 * goes on until nothing changes. An answer that is only hidden because a helper is there is kept.
 */
export function pruneStaleAnswers(answers: Answers): Pruned {
  const removed: QuestionId[] = [];
  let current = answers;
  for (;;) {
    const ids = Object.keys(current.entries) as QuestionId[];
    const stale = ids.filter((id) => !isRelevant(current, id));
    if (stale.length === 0) return { answers: current, removed };
    removed.push(...stale);
    current = withoutAnswers(current, stale);
  }
}
