import { euros, fullDate, m } from '$lib/i18n';
import { impossible, type AmountRefusal } from '$lib/kernel';
import type {
  AgreementRest,
  MissRefusal,
  ProposalFieldRefusal,
  ProposalRefusal,
  ReferentReason,
  SkipRefusal,
  SmallerRefusal,
  TransitionRefusal,
  WayOut
} from '../index';

/** Amounts in sentences: cents only when there are some. */
const amount = (amountCents: number) => euros(amountCents, { cents: 'when-needed' });

/** Why a proposal is not taken as it is, in one or two sentences with the numbers. */
export function refusalWords(refusal: ProposalRefusal): string {
  switch (refusal.code) {
    case 'nothing_owed':
      return m.plans_refusal_nothing_owed();
    case 'amount_zero':
      return m.plans_refusal_amount_zero();
    case 'rest_missing':
      return m.plans_refusal_rest_missing();
    case 'rest_too_long':
      return m.plans_refusal_rest_too_long({ maximum: refusal.maximumMonths });
    case 'plan_too_long':
      return m.plans_refusal_too_long({ duration: durationWords(refusal.maximumMonths + 1) });
    case 'symbolic_too_high':
      return m.plans_refusal_symbolic_too_high({ maximum: amount(refusal.maximumCents) });
    case 'symbolic_too_long':
      return m.plans_refusal_symbolic_too_long({ maximum: refusal.maximumMonths });
    case 'weekday_impossible':
      return m.plans_refusal_weekday();
    case 'day_of_month_impossible':
      return m.plans_refusal_day_of_month();
    case 'no_debt_chosen':
      return m.plans_refusal_no_debt();
    case 'debt_not_found':
      return m.plans_refusal_debt_not_found();
    case 'surendettement_receivable':
      return m.plans_refusal_surendettement();
    case 'debt_may_be_time_barred':
      return m.plans_refusal_time_barred();
    case 'debt_is_disputed':
      return m.plans_refusal_disputed();
    case 'rest_or_symbolic_only':
      return m.plans_refusal_rest_or_symbolic({ maximum: amount(refusal.maximumCents) });
    case 'left_to_live_below_floor':
      return belowFloorWords(refusal);
    default:
      return impossible(refusal);
  }
}

function belowFloorWords(refusal: Extract<ProposalRefusal, { code: 'left_to_live_below_floor' }>): string {
  const what = m.plans_refusal_below_floor({
    left: amount(refusal.leftAfterCents),
    missing: amount(refusal.missingCents),
    floor: amount(refusal.floorCents)
  });
  const way =
    refusal.highestCents > 0
      ? m.plans_refusal_below_floor_highest({ highest: amount(refusal.highestCents) })
      : m.plans_refusal_below_floor_rest();
  return `${what} ${way}`;
}

/** Why a person answers instead of the rule, in one or two sentences. */
export function reasonWords(reason: ReferentReason): string {
  switch (reason.code) {
    case 'below_creditor_minimum':
      return m.plans_reason_below_minimum({ minimum: amount(reason.minimumCents) });
    case 'longer_than_creditor_allows':
      return m.plans_reason_too_long({ maximum: reason.maximumMonths, months: reason.months });
    case 'rest_longer_than_creditor_allows':
      return m.plans_reason_rest_too_long({ maximum: reason.maximumMonths, months: reason.months });
    case 'left_to_live_unknown':
      return m.plans_reason_left_unknown();
    case 'left_to_live_imprecise':
      return m.plans_reason_left_imprecise({ amount: amount(reason.atMostCents) });
    case 'symbolic_plan':
      return m.plans_reason_symbolic();
    case 'limitation_soon':
      return m.plans_reason_limitation_soon();
    default:
      return impossible(reason);
  }
}

/** How to correct a field of the proposal form. */
export function fieldWords(refusal: ProposalFieldRefusal): string {
  switch (refusal.code) {
    case 'mode_not_chosen':
      return m.plans_field_mode();
    case 'rhythm_not_chosen':
      return m.plans_field_rhythm();
    case 'rest_not_chosen':
      return m.plans_field_rest();
    case 'amount_unreadable':
      return amountWords(refusal.why);
    case 'day_impossible':
      return refusal.field === 'weekday' ? m.plans_refusal_weekday() : m.plans_refusal_day_of_month();
    default:
      return impossible(refusal);
  }
}

function amountWords(why: AmountRefusal): string {
  switch (why.code) {
    case 'amount_missing':
      return m.plans_field_amount_missing();
    case 'amount_too_large':
      return m.plans_field_amount_too_large({ maximum: amount(why.maximum) });
    case 'amount_not_a_number':
    case 'amount_negative':
      return m.plans_field_amount();
  }
}

/** Why an event does not apply to a plan. */
export function transitionWords(refusal: TransitionRefusal): string {
  switch (refusal.code) {
    case 'transition_not_allowed':
      return m.plans_transition_not_allowed();
    case 'words_missing':
      return m.plans_transition_words_missing();
    case 'change_of_mind_over':
      return m.plans_transition_change_of_mind_over({ day: fullDate(refusal.untilOn) });
    case 'change_of_mind_running':
      return m.plans_transition_change_of_mind_running({ day: fullDate(refusal.untilOn) });
    case 'still_owed':
      return m.plans_transition_still_owed({ amount: amount(refusal.leftCents) });
  }
}

/** Why an agreement asks for nothing now, although it was not stopped. */
export const REST_WORDS: Readonly<Record<AgreementRest['code'], () => string>> = {
  surendettement_receivable: m.plans_rest_stopped,
  debt_is_disputed: m.plans_rest_disputed,
  nothing_owed: m.plans_rest_paid
};

/** Why an instalment is not noted as missed. */
export function missWords(refusal: MissRefusal): string {
  switch (refusal.code) {
    case 'no_instalment_that_day':
      return m.plans_skip_none();
    case 'already_moved':
      return m.plans_missed_already({ day: fullDate(refusal.movedToOn) });
    case 'not_due_yet':
      return m.plans_missed_not_due();
  }
}

/** Why a smaller plan cannot be had as it is; the agreement stays as it was. `referent`: who looks with her. */
export function smallerWords(refusal: SmallerRefusal, referent: string): string {
  switch (refusal.code) {
    case 'no_smaller_plan':
      return m.plans_smaller_none({ referent });
    case 'not_smaller':
      return m.plans_smaller_not_smaller({
        monthly: amount(refusal.monthlyCents),
        agreed: amount(refusal.agreedMonthlyCents)
      });
    default:
      return refusalWords(refusal);
  }
}

/** Why an instalment is not passed by a gesture, and what is possible instead. */
export function skipWords(refusal: SkipRefusal): string {
  switch (refusal.code) {
    case 'no_instalment_that_day':
      return m.plans_skip_none();
    case 'already_skipped':
      return m.plans_skip_already({ day: fullDate(refusal.movedToOn) });
    case 'instalment_already_past':
      return m.plans_skip_past();
    case 'no_joker_left':
      return m.plans_skip_no_joker({ count: refusal.allowed, day: fullDate(refusal.nextOn) });
  }
}

/** The words on a way out. */
export const WAY_OUT_WORDS: Readonly<Record<WayOut, () => string>> = {
  smaller: m.plans_way_smaller,
  rest: m.plans_way_rest,
  symbolic: m.plans_way_symbolic,
  choose_debts: m.plans_way_choose_debts,
  correct: m.plans_way_correct,
  wait: m.plans_way_wait,
  referent: m.plans_way_referent
};

/** How long a plan lasts: in months below two years, in full years above. */
export function durationWords(months: number): string {
  return months < 24
    ? m.plans_duration_months({ count: months })
    : m.plans_duration_years({ count: Math.floor((months - 1) / 12) });
}
