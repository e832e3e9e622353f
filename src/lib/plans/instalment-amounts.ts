import { cents, type Cents } from '$lib/kernel';

/** The smallest last instalment, unless the whole debt is smaller: 5 €. */
export const SMALLEST_TAIL_CENTS = cents(500);

/**
 * The amounts of a plan that clears what is owed: equal instalments, and what does not fill one at the end. A last
 * instalment under 5 € is never asked: the one before lends it what it lacks, so none is above the wished
 * amount; when instalments are under 10 € it joins the one before instead.
 */
export function instalmentAmounts(owedCents: Cents, instalmentCents: Cents): Cents[] {
  if (owedCents <= instalmentCents) return [owedCents];
  const full = Math.floor(owedCents / instalmentCents);
  const rest = owedCents - full * instalmentCents;
  const amounts: Cents[] = Array.from({ length: full }, () => instalmentCents);
  if (rest === 0) return amounts;
  if (rest >= SMALLEST_TAIL_CENTS) return [...amounts, cents(rest)];
  const lastTwo = instalmentCents + rest;
  const kept = amounts.slice(0, -1);
  return instalmentCents >= 2 * SMALLEST_TAIL_CENTS
    ? [...kept, cents(lastTwo - SMALLEST_TAIL_CENTS), SMALLEST_TAIL_CENTS]
    : [...kept, cents(lastTwo)];
}
