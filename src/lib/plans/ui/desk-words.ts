/** Plans as the desk reads them: of the person, where her own pages speak to her. */
import { euros, m } from '$lib/i18n';
import type { AgreementRest, PlanStateName, ProposalRefusal, ReferentReason, SmallerRefusal } from '../index';
import { durationWords, REST_WORDS, reasonWords, refusalWords, smallerWords } from './refusal-words';
import { STATE_WORDS } from './words';

const amount = (amountCents: number) => euros(amountCents, { cents: 'when-needed' });

/** Where a plan stands, for whoever answers it. */
export const STATE_AT_DESK: Readonly<Record<PlanStateName, () => string>> = {
  ...STATE_WORDS,
  countered: m.plans_desk_state_countered,
  adapted: m.plans_desk_state_adapted,
  withdrawn: m.plans_desk_state_withdrawn,
  cancelled: m.plans_desk_state_cancelled
};

/** Why an agreement asks for nothing now, although it was not stopped. */
export const REST_AT_DESK: Readonly<Record<AgreementRest['code'], () => string>> = {
  ...REST_WORDS,
  surendettement_receivable: m.plans_desk_refusal_surendettement,
  debt_is_disputed: m.plans_desk_rest_disputed
};

/** Why a person answers instead of the rule. */
export function reasonAtDesk(reason: ReferentReason): string {
  switch (reason.code) {
    case 'left_to_live_unknown':
      return m.plans_desk_reason_left_unknown();
    case 'left_to_live_imprecise':
      return m.plans_desk_reason_left_imprecise({ amount: amount(reason.atMostCents) });
    case 'limitation_soon':
      return m.plans_desk_reason_limitation_soon();
    case 'below_creditor_minimum':
      return m.plans_desk_reason_below_minimum({ minimum: amount(reason.minimumCents) });
    default:
      return reasonWords(reason);
  }
}

/** Why a proposal would not be taken as it is. */
export function refusalAtDesk(refusal: ProposalRefusal): string {
  switch (refusal.code) {
    case 'surendettement_receivable':
      return m.plans_desk_refusal_surendettement();
    case 'debt_is_disputed':
      return m.plans_desk_refusal_disputed();
    case 'debt_may_be_time_barred':
      return m.plans_desk_refusal_time_barred();
    case 'debt_not_found':
      return m.plans_desk_refusal_debt_not_found();
    case 'plan_too_long':
      return m.plans_desk_refusal_too_long({ duration: durationWords(refusal.maximumMonths + 1) });
    case 'rest_or_symbolic_only':
      return m.plans_desk_refusal_rest_or_symbolic({ maximum: amount(refusal.maximumCents) });
    case 'left_to_live_below_floor':
      return m.plans_desk_refusal_below_floor({
        left: amount(refusal.leftAfterCents),
        missing: amount(refusal.missingCents),
        floor: amount(refusal.floorCents)
      });
    default:
      return refusalWords(refusal);
  }
}

/** Why a smaller plan cannot be had as it is. */
export function smallerAtDesk(refusal: SmallerRefusal): string {
  switch (refusal.code) {
    case 'no_smaller_plan':
      return m.plans_desk_smaller_none();
    case 'not_smaller':
      return smallerWords(refusal, m.plans_referent_default());
    default:
      return refusalAtDesk(refusal);
  }
}
