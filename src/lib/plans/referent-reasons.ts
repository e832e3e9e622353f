import { cents, type Cents } from '$lib/kernel';
import type { LeftToLive } from '$lib/budget';
import {
  restMonthsOf,
  strictestRules,
  type CreditorRules,
  type PlanTerms,
  type ProposedDebt
} from './proposal';
import type { Rhythm } from './rhythm';
import { durationMonths, heaviestMonth, type Schedule } from './schedule';

/** Why a human answers instead of the rule. None of them is a reproach, and none is a refusal. */
export type ReferentReason =
  | { readonly code: 'below_creditor_minimum'; readonly monthlyCents: Cents; readonly minimumCents: Cents }
  | { readonly code: 'longer_than_creditor_allows'; readonly months: number; readonly maximumMonths: number }
  | {
      readonly code: 'rest_longer_than_creditor_allows';
      readonly months: number;
      readonly maximumMonths: number;
    }
  | { readonly code: 'left_to_live_unknown' }
  | { readonly code: 'left_to_live_imprecise'; readonly atMostCents: Cents }
  | { readonly code: 'symbolic_plan'; readonly monthlyCents: Cents }
  | { readonly code: 'limitation_soon' };

/** All the reasons a human answers; none when the proposal is within every creditor's rules. */
export function referentReasons(
  terms: PlanTerms,
  schedule: Schedule,
  debts: readonly ProposedDebt[],
  left: LeftToLive
): ReferentReason[] {
  return [
    ...reasonsOfCreditor(terms, schedule, strictestRules(debts.map((debt) => debt.rules))),
    ...reasonsOfLiving(terms, left),
    ...reasonsOfLimitation(debts)
  ];
}

/** What an ordinary month weighs: a week counts 52/12, a fortnight 26/12; cents rounded down. */
export function monthlyEquivalent(instalmentCents: Cents, rhythm: Rhythm): Cents {
  const twelfths = { weekly: 52, fortnightly: 26, monthly: 12, payday: 12 }[rhythm.kind];
  return cents(Math.floor((instalmentCents * twelfths) / 12));
}

function reasonsOfCreditor(terms: PlanTerms, schedule: Schedule, rules: CreditorRules): ReferentReason[] {
  const reasons: ReferentReason[] = [];
  const rest = restMonthsOf(terms);
  if (rest > rules.maxRestMonths)
    reasons.push({
      code: 'rest_longer_than_creditor_allows',
      months: rest,
      maximumMonths: rules.maxRestMonths
    });
  if (terms.kind === 'symbolic')
    return [...reasons, { code: 'symbolic_plan', monthlyCents: heaviestMonth(schedule) }];
  if (terms.kind === 'rest') return reasons;
  const monthlyCents = monthlyEquivalent(terms.instalmentCents, terms.rhythm);
  if (monthlyCents < rules.minMonthlyCents && schedule.instalments.length > 1)
    reasons.push({ code: 'below_creditor_minimum', monthlyCents, minimumCents: rules.minMonthlyCents });
  const months = durationMonths(schedule);
  if (months > rules.maxDurationMonths)
    reasons.push({
      code: 'longer_than_creditor_allows',
      months,
      maximumMonths: rules.maxDurationMonths
    });
  return reasons;
}

function reasonsOfLiving(terms: PlanTerms, left: LeftToLive): ReferentReason[] {
  if (terms.kind === 'rest' || terms.kind === 'symbolic') return [];
  if (left.kind === 'unknown') return [{ code: 'left_to_live_unknown' }];
  return left.precision === 'at_most'
    ? [{ code: 'left_to_live_imprecise', atMostCents: left.amountCents }]
    : [];
}

function reasonsOfLimitation(debts: readonly ProposedDebt[]): ReferentReason[] {
  const soon = debts.some((debt) => debt.limitation === 'soon' && debt.limitationReview !== 'still_due');
  return soon ? [{ code: 'limitation_soon' }] : [];
}
