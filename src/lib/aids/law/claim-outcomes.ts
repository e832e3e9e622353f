/** What became of a claim, as people told it. */
export const CLAIM_OUTCOMES = ['granted', 'other_amount', 'refused', 'no_answer'] as const;
/** What became of a claim. */
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

/** How many people told each outcome. */
export type OutcomeCounts = Readonly<Record<ClaimOutcome, number>>;

/** Outcomes shown together, since one of them alone would be of fewer than ten people. */
export interface OutcomeGroup {
  readonly outcomes: readonly ClaimOutcome[];
  readonly count: number;
}

/** No group smaller than this is shown. */
export const SMALLEST_GROUP = 10;

/** From this difference on, in cents a month, what was granted is another amount than the one estimated. */
export const OTHER_AMOUNT_CENTS = 100;

/**
 * Outcomes of an aid, in groups of ten people or more; null under ten answers. Outcomes of fewer are put together,
 * and with the smallest shown one when they are still fewer, so that none can be found by subtraction.
 */
export function outcomeGroups(counts: OutcomeCounts): readonly OutcomeGroup[] | null {
  const total = CLAIM_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  if (total < SMALLEST_GROUP) return null;
  const shown = CLAIM_OUTCOMES.filter((outcome) => counts[outcome] >= SMALLEST_GROUP).sort(
    (a, b) => counts[b] - counts[a]
  );
  const small: ClaimOutcome[] = CLAIM_OUTCOMES.filter((outcome) => counts[outcome] < SMALLEST_GROUP);
  const countOf = (outcomes: readonly ClaimOutcome[]) =>
    outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  while (small.length > 0 && countOf(small) < SMALLEST_GROUP && shown.length > 0)
    small.push(shown.pop() as ClaimOutcome);
  const groups = [...shown.map((outcome) => [outcome]), ...(small.length > 0 ? [small] : [])];
  return groups.map((outcomes) => ({
    outcomes: CLAIM_OUTCOMES.filter((outcome) => outcomes.includes(outcome)),
    count: countOf(outcomes)
  }));
}
