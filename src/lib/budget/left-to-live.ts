import { ZERO_CENTS, cents, type Cents } from '$lib/kernel';
import type { LeftOverValue } from '$lib/questionnaire';

/**
 * What is left to live in an ordinary month once the charges are paid. `unknown` is a full answer: it never
 * refuses anything, it only asks for a human's eye. `at_most` is an upper limit, never a figure to plan from.
 */
export type LeftToLive =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly amountCents: Cents;
      readonly precision: 'exact' | 'about' | 'at_most';
    };

/** Left to live from her answer to the question, without a budget; null when she did not answer it. */
export function leftToLive(answer: LeftOverValue | null): LeftToLive {
  if (answer === null) return { kind: 'unknown' };
  if (answer.bound === 'nothing') return { kind: 'known', amountCents: ZERO_CENTS, precision: 'about' };
  const precision = answer.bound === 'less_than' ? 'at_most' : 'about';
  return { kind: 'known', amountCents: answer.amountCents, precision };
}

/** Left to live from a budget: income less charges of an ordinary month; negative when charges are higher. */
export function leftToLiveFromBudget(incomeCents: Cents, chargesCents: Cents): LeftToLive {
  return { kind: 'known', amountCents: cents(incomeCents - chargesCents), precision: 'exact' };
}

/** What is left above the floor; negative when it is below. Null when left to live is unknown. */
export function roomAboveFloor(left: LeftToLive, floorCents: Cents): Cents | null {
  return left.kind === 'unknown' ? null : cents(left.amountCents - floorCents);
}

/** Whether what is left does not reach above the floor: then only a rest or a symbolic plan may be offered. */
export function isMarginNil(left: LeftToLive, floorCents: Cents): boolean {
  return left.kind === 'known' && left.amountCents <= floorCents;
}
