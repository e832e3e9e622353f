import type { Cents } from '$lib/kernel';
import type { ScheduleRefusal } from './schedule';

/** Why a proposal is not taken as it is. What stays possible is always said beside it (`waysOut`). */
export type ProposalRefusal =
  | ScheduleRefusal
  | { readonly code: 'no_debt_chosen' }
  | { readonly code: 'debt_not_found'; readonly debtIds: readonly string[] }
  | { readonly code: 'surendettement_receivable' }
  | { readonly code: 'debt_may_be_time_barred'; readonly debtIds: readonly string[] }
  | { readonly code: 'debt_is_disputed'; readonly debtIds: readonly string[] }
  | {
      readonly code: 'rest_or_symbolic_only';
      readonly monthlyCents: Cents;
      readonly maximumCents: Cents;
    }
  | {
      readonly code: 'left_to_live_below_floor';
      readonly leftToLiveCents: Cents;
      readonly monthlyCents: Cents;
      readonly leftAfterCents: Cents;
      readonly floorCents: Cents;
      readonly missingCents: Cents;
      /** The highest instalment, in the same rhythm, that leaves the floor whole; zero when none does. */
      readonly highestCents: Cents;
    };

/** What she can do when a proposal is not taken as it is. */
export type WayOut = 'smaller' | 'rest' | 'symbolic' | 'choose_debts' | 'correct' | 'wait' | 'referent';

/** The ways out of a refusal, the gentlest first. Never empty: the referent can always be asked. */
export function waysOut(refusal: ProposalRefusal): readonly [WayOut, ...WayOut[]] {
  switch (refusal.code) {
    case 'left_to_live_below_floor':
      return refusal.highestCents > 0 ? ['smaller', 'rest', 'referent'] : ['rest', 'symbolic', 'referent'];
    case 'rest_or_symbolic_only':
    case 'amount_zero':
      return ['rest', 'symbolic', 'referent'];
    case 'surendettement_receivable':
      return ['wait', 'referent'];
    case 'debt_may_be_time_barred':
    case 'debt_is_disputed':
      return ['choose_debts', 'wait', 'referent'];
    case 'no_debt_chosen':
      return ['choose_debts', 'referent'];
    case 'plan_too_long':
      return ['referent', 'rest', 'symbolic'];
    default:
      return ['correct', 'referent'];
  }
}
