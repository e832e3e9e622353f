import type { ClosingReason } from '$lib/cases';
import { m } from '$lib/i18n';

/** Why a case is closed, as the desk chooses and reads it. */
export const CLOSING: Readonly<Record<ClosingReason, () => string>> = {
  paid: m.backoffice_follow_close_paid,
  plan_kept: m.backoffice_follow_close_plan_kept,
  given_back: m.backoffice_follow_close_given_back,
  not_owed: m.backoffice_follow_close_not_owed,
  time_barred: m.backoffice_follow_close_time_barred,
  erased_by_decision: m.backoffice_follow_close_erased_by_decision,
  other: m.backoffice_follow_close_other
};
