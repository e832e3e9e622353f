import type { LimitationStatus } from '$lib/cases';
import { cents, sumCents, type Cents } from '$lib/kernel';
import type { Rhythm } from './rhythm';

/**
 * What she proposes: instalments, a rest of one to three months, a rest and then instalments, or a symbolic
 * plan (a small sum for a few months when nothing is left above the floor; the rest is talked about after).
 */
export type PlanTerms =
  | { readonly kind: 'instalments'; readonly instalmentCents: Cents; readonly rhythm: Rhythm }
  | { readonly kind: 'rest'; readonly restMonths: number }
  | {
      readonly kind: 'rest_then_instalments';
      readonly restMonths: number;
      readonly instalmentCents: Cents;
      readonly rhythm: Rhythm;
    }
  | {
      readonly kind: 'symbolic';
      readonly instalmentCents: Cents;
      readonly rhythm: Rhythm;
      readonly months: number;
    };

/** Terms under which something is paid. */
export type PaidTerms = Exclude<PlanTerms, { kind: 'rest' }>;

/** A proposal: its terms and the debts it covers, in the order she wants them paid (1342-10 C. civ.). */
export interface Proposal {
  readonly debtIds: readonly string[];
  readonly terms: PlanTerms;
}

/** What a creditor accepts without being asked. Data of the creditor, never of the person. */
export interface CreditorRules {
  /** The least paid in an ordinary month. */
  readonly minMonthlyCents: Cents;
  /** The longest run of instalments, in calendar months from the first to the last. */
  readonly maxDurationMonths: number;
  /** The longest rest, in months. */
  readonly maxRestMonths: number;
  /** Whether payments go to the principal before interest (a creditor may agree to it; 1343-1 C. civ.). */
  readonly principalFirst: boolean;
}

/** The rules used for a creditor that gave none: a house choice, wide enough for small plans. */
export const DEFAULT_CREDITOR_RULES: CreditorRules = {
  minMonthlyCents: cents(1000),
  maxDurationMonths: 36,
  maxRestMonths: 3,
  principalFirst: false
};

/** What a human found on a debt that may be time-barred; null when nobody looked yet. */
export type LimitationReview = 'still_due' | 'expired' | null;

/** One debt a proposal may cover, with what the rules need to know of it. */
export interface ProposedDebt {
  readonly debtId: string;
  readonly owedCents: Cents;
  /** What the dates say (see `limitationStatus` of cases). */
  readonly limitation: LimitationStatus['status'];
  readonly limitationReview: LimitationReview;
  /** A dispute is open: proposing would say the contrary of what she said. */
  readonly disputed: boolean;
  readonly rules: CreditorRules;
}

/** What all the debts of a proposal add up to. */
export function totalOwed(debts: readonly Pick<ProposedDebt, 'owedCents'>[]): Cents {
  return sumCents(debts.map((debt) => debt.owedCents));
}

/** The rules that satisfy every creditor of a proposal at once: the highest minimum, the shortest times. */
export function strictestRules(rules: readonly CreditorRules[]): CreditorRules {
  const first = rules[0];
  if (!first) return DEFAULT_CREDITOR_RULES;
  return rules.slice(1).reduce(
    (strictest, rule) => ({
      minMonthlyCents: cents(Math.max(strictest.minMonthlyCents, rule.minMonthlyCents)),
      maxDurationMonths: Math.min(strictest.maxDurationMonths, rule.maxDurationMonths),
      maxRestMonths: Math.min(strictest.maxRestMonths, rule.maxRestMonths),
      principalFirst: strictest.principalFirst && rule.principalFirst
    }),
    first
  );
}

/** Months of rest in the terms; 0 when there is none. */
export function restMonthsOf(terms: PlanTerms): number {
  return 'restMonths' in terms ? terms.restMonths : 0;
}
