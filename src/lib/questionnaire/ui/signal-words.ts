import { dayAndMonth, euros, fullDate, list, m, small } from '$lib/i18n';
import { impossible } from '$lib/kernel';
import type {
  Effect,
  Need,
  NeedCode,
  SignalEnd,
  SignalKind,
  SimpleEffect,
  Track,
  TrackReason
} from '$lib/questionnaire';
import { choiceWords } from './choice-words';
import type { Words } from './question-words';

/** A signal's name in plain words, the same for the person and for staff. */
export const SIGNAL_NAME: Readonly<Record<SignalKind, Words>> = {
  arret_bdf: m.questionnaire_signal_arret_bdf,
  urgent_vital: m.questionnaire_signal_urgent_vital,
  securite: m.questionnaire_signal_securite,
  detresse: m.questionnaire_signal_detresse,
  banque: m.questionnaire_signal_banque,
  marge_nulle: m.questionnaire_signal_marge_nulle,
  evenement: m.questionnaire_signal_evenement,
  besoin: m.questionnaire_signal_besoin,
  dettes_dabord: m.questionnaire_signal_dettes_dabord
};

/** A need at the desk. */
export const NEED: Readonly<Record<NeedCode, Words>> = {
  vital_urgency: m.questionnaire_need_vital_urgency,
  safety: m.questionnaire_need_safety,
  distress: m.questionnaire_need_distress,
  surendettement: m.questionnaire_need_surendettement,
  rest: m.questionnaire_need_rest,
  be_heard: m.questionnaire_need_be_heard,
  understand: m.questionnaire_need_understand,
  contest: m.questionnaire_need_contest,
  priorities: m.questionnaire_need_priorities,
  aids: m.questionnaire_need_aids,
  bank_fees: m.questionnaire_need_bank_fees,
  smaller_plan: m.questionnaire_need_smaller_plan,
  pace: m.questionnaire_need_pace,
  adaptation: m.questionnaire_need_adaptation,
  none: m.questionnaire_need_none
};

/** A track's name. */
export const TRACK: Readonly<Record<Track, Words>> = {
  classic: m.questionnaire_track_classic,
  oxygene: m.questionnaire_track_oxygene,
  oxygene_plus: m.questionnaire_track_oxygene_plus
};

/** Why a track is recommended. */
export const TRACK_REASON: Readonly<Record<TrackReason, Words>> = {
  essentials_and_no_margin: m.questionnaire_reason_essentials_and_no_margin,
  essentials_and_other_debts: m.questionnaire_reason_essentials_and_other_debts,
  no_margin_and_other_debts: m.questionnaire_reason_no_margin_and_other_debts,
  payments_stopped_by_law: m.questionnaire_reason_payments_stopped_by_law,
  essentials_missing: m.questionnaire_reason_essentials_missing,
  unsafe_at_home: m.questionnaire_reason_unsafe_at_home,
  in_distress: m.questionnaire_reason_in_distress,
  no_margin: m.questionnaire_reason_no_margin,
  other_debts_first: m.questionnaire_reason_other_debts_first,
  bank_fragility: m.questionnaire_reason_bank_fragility,
  life_event: m.questionnaire_reason_life_event,
  asked_for_one_person: m.questionnaire_reason_asked_for_one_person
};

const SIMPLE_EFFECT: Readonly<Record<SimpleEffect, Words>> = {
  payment_asks_stop: m.questionnaire_effect_payment_asks_stop,
  referent_confirms: m.questionnaire_effect_referent_confirms,
  confirmation_letter: m.questionnaire_effect_confirmation_letter,
  aids_first: m.questionnaire_effect_aids_first,
  rest_offered: m.questionnaire_effect_rest_offered,
  call_back_offered: m.questionnaire_effect_call_back_offered,
  payment_page_not_first: m.questionnaire_effect_payment_page_not_first,
  safe_contact_mode: m.questionnaire_effect_safe_contact_mode,
  no_mail_home: m.questionnaire_effect_no_mail_home,
  no_joint_contact: m.questionnaire_effect_no_joint_contact,
  violence_help_shown: m.questionnaire_effect_violence_help_shown,
  care_page_shown: m.questionnaire_effect_care_page_shown,
  fee_cap_explained: m.questionnaire_effect_fee_cap_explained,
  bank_letter_offered: m.questionnaire_effect_bank_letter_offered,
  no_payment_nudges: m.questionnaire_effect_no_payment_nudges,
  slower_pace: m.questionnaire_effect_slower_pace,
  one_task_at_a_time: m.questionnaire_effect_one_task_at_a_time,
  other_debts_first: m.questionnaire_effect_other_debts_first,
  budget_advice_offered: m.questionnaire_effect_budget_advice_offered
};

/** What an effect changes, as one sentence. */
export function effectWords(effect: Effect): string {
  switch (effect.code) {
    case 'contacts_paused':
      return m.questionnaire_effect_contacts_paused({ day: dayAndMonth(effect.untilOn) });
    case 'zero_plan_only':
      return effect.floorCents === null
        ? m.questionnaire_effect_zero_plan_only_unknown()
        : m.questionnaire_effect_zero_plan_only({
            floor: euros(effect.floorCents, { cents: 'when-needed' })
          });
    case 'needs_applied':
      return needsWords(effect.needs);
    default:
      return SIMPLE_EFFECT[effect.code]();
  }
}

/** What the house cannot do in full is said as what is done: its texts are not written twice. */
function needsWords(needs: readonly Need[]): string {
  const others = needs.filter((need) => need !== 'easy_read').map(needWords);
  return [
    ...(others.length > 0 ? [m.questionnaire_effect_needs_applied({ needs: list(others) })] : []),
    ...(needs.includes('easy_read') ? [m.questionnaire_effect_easy_read()] : [])
  ].join(' ');
}

function needWords(need: Need): string {
  return small(choiceWords('exchange_needs', need));
}

/** Until when a signal holds. */
export function endWords(end: SignalEnd): string {
  switch (end.kind) {
    case 'on':
      return m.questionnaire_end_on({ day: fullDate(end.day) });
    case 'until_person_or_bank_says':
      return m.questionnaire_end_person_or_bank();
    case 'until_changed':
      return m.questionnaire_end_changed();
    case 'asked_again_on_return':
      return m.questionnaire_end_on_return();
    default:
      return impossible(end);
  }
}
