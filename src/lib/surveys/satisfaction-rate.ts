import { ok, refused, type Result } from '$lib/kernel';
import { answersIn, type SatisfactionCounts } from './scale';

/** No figure is shown for fewer answers than this (house rule; Insee practice is similar). */
export const MINIMUM_ANSWERS = 10;

/** No comment is shown for fewer answers than this. */
export const MINIMUM_ANSWERS_FOR_COMMENTS = 5;

/** The share of people satisfied today, before Oxygène: what the product must beat. */
export const REFERENCE_SHARE = 0.72;

/** A share with its 95 % interval. Shares are between 0 and 1. */
export interface SatisfactionRate {
  readonly answers: number;
  /** How many answered "very" or "rather". */
  readonly satisfied: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Too few answers to show anything, their number included: it could be subtracted from another. */
export interface TooFewAnswers {
  readonly code: 'too_few_answers';
  readonly minimum: number;
}

const Z_95 = 1.96;

/**
 * The Wilson score interval at 95 % of a share: `part` of `whole`. Holds its promise for small numbers and never
 * leaves 0 to 1 (E. B. Wilson, JASA 22, 1927).
 */
export function wilsonInterval(part: number, whole: number): { low: number; high: number } {
  if (!Number.isInteger(part) || !Number.isInteger(whole) || part < 0 || whole < 1 || part > whole)
    throw new RangeError(`Not a share: ${part} of ${whole}`);
  const share = part / whole;
  const z2 = Z_95 ** 2;
  const shrink = 1 + z2 / whole;
  const centre = (share + z2 / (2 * whole)) / shrink;
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / whole + z2 / (4 * whole ** 2))) / shrink;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * The share of those who answered "very" or "rather" among all who answered, with its interval; refused under ten
 * answers. Missing answers are left out, never counted as content.
 */
export function satisfactionRate(counts: SatisfactionCounts): Result<SatisfactionRate, TooFewAnswers> {
  const answers = answersIn(counts);
  if (answers < MINIMUM_ANSWERS) return refused({ code: 'too_few_answers', minimum: MINIMUM_ANSWERS });
  const satisfied = counts.very + counts.rather;
  return ok({ answers, satisfied, share: satisfied / answers, ...wilsonInterval(satisfied, answers) });
}

/** Whether a rate beats the reference: only when the whole interval lies above or below does anybody know. */
export function compareWithReference(
  rate: SatisfactionRate,
  reference: number = REFERENCE_SHARE
): 'above' | 'below' | 'cannot_tell' {
  if (rate.low > reference) return 'above';
  return rate.high < reference ? 'below' : 'cannot_tell';
}

/** Who answered among those asked. */
export interface ResponseRate {
  readonly invited: number;
  readonly answers: number;
  readonly share: number;
}

/** How many of those asked answered; refused under ten answers, because the number itself would be a figure. */
export function responseRate(invited: number, answers: number): Result<ResponseRate, TooFewAnswers> {
  if (answers > invited || answers < 0) throw new RangeError(`${answers} answers to ${invited} invitations`);
  if (answers < MINIMUM_ANSWERS) return refused({ code: 'too_few_answers', minimum: MINIMUM_ANSWERS });
  return ok({ invited, answers, share: answers / invited });
}

/** The comments of a group, or a refusal under five answers: a voice among four is recognised. */
export function publishableComments(
  comments: readonly string[],
  answers: number
): Result<readonly string[], TooFewAnswers> {
  if (answers < MINIMUM_ANSWERS_FOR_COMMENTS)
    return refused({ code: 'too_few_answers', minimum: MINIMUM_ANSWERS_FOR_COMMENTS });
  return ok(comments);
}
