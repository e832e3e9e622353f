/** The four answers, best first: no neutral one, so that nobody is counted as content for want of a word. */
export const SATISFACTION_SCALE = ['very', 'rather', 'rather_not', 'not_at_all'] as const;

/** One of the four answers: très, plutôt, plutôt pas, pas du tout. */
export type SatisfactionAnswer = (typeof SATISFACTION_SCALE)[number];

/** How many people gave each answer. */
export type SatisfactionCounts = Readonly<Record<SatisfactionAnswer, number>>;

/** The score an answer is stored and sent as: 4 for "very" down to 1 for "not at all". */
export function scoreOf(answer: SatisfactionAnswer): 1 | 2 | 3 | 4 {
  return (SATISFACTION_SCALE.length - SATISFACTION_SCALE.indexOf(answer)) as 1 | 2 | 3 | 4;
}

/** The answer behind a score; null when it is not a whole number from 1 to 4. */
export function answerOfScore(score: number): SatisfactionAnswer | null {
  return SATISFACTION_SCALE.find((answer) => scoreOf(answer) === score) ?? null;
}

/** No answer yet. */
export const NO_ANSWERS: SatisfactionCounts = { very: 0, rather: 0, rather_not: 0, not_at_all: 0 };

/** The counts of two groups together. */
export function addCounts(some: SatisfactionCounts, others: SatisfactionCounts): SatisfactionCounts {
  return {
    very: some.very + others.very,
    rather: some.rather + others.rather,
    rather_not: some.rather_not + others.rather_not,
    not_at_all: some.not_at_all + others.not_at_all
  };
}

/** How many people answered. */
export function answersIn(counts: SatisfactionCounts): number {
  return SATISFACTION_SCALE.reduce((sum, answer) => sum + counts[answer], 0);
}
