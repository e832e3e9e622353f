import type { PlanTerms } from '$lib/plans';

/** What the referent answers: yes; other terms, with words; or why not, in words. */
export type PlanDecision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'counter'; readonly terms: PlanTerms; readonly words: string }
  | { readonly kind: 'explain'; readonly words: string };
