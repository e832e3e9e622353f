import { m } from '$lib/i18n';
import type { AgeBand, ChoiceOf, ChoiceQuestionId, Day, Moment, Skip } from '$lib/questionnaire';
import type { Words } from './question-words';

/** The words of each choice of each question. */
export const CHOICE: {
  readonly [Q in ChoiceQuestionId]: Readonly<Record<ChoiceOf<Q>, Words>>;
} = {
  first_need: {
    pay_smaller: m.questionnaire_first_need_choice_pay_smaller,
    postpone: m.questionnaire_first_need_choice_postpone,
    understand: m.questionnaire_first_need_choice_understand,
    aids: m.questionnaire_first_need_choice_aids,
    be_heard: m.questionnaire_first_need_choice_be_heard,
    contest: m.questionnaire_first_need_choice_contest
  },
  channel: {
    message: m.questionnaire_channel_choice_message,
    phone: m.questionnaire_channel_choice_phone,
    letter: m.questionnaire_channel_choice_letter,
    helper: m.questionnaire_channel_choice_helper
  },
  overindebtedness_file: {
    none: m.questionnaire_overindebtedness_file_choice_none,
    preparing: m.questionnaire_overindebtedness_file_choice_preparing,
    filed: m.questionnaire_overindebtedness_file_choice_filed,
    receivable: m.questionnaire_overindebtedness_file_choice_receivable,
    plan_running: m.questionnaire_overindebtedness_file_choice_plan_running
  },
  recent_change: {
    work: m.questionnaire_recent_change_choice_work,
    health: m.questionnaire_recent_change_choice_health,
    separation: m.questionnaire_recent_change_choice_separation,
    bereavement: m.questionnaire_recent_change_choice_bereavement,
    birth: m.questionnaire_recent_change_choice_birth,
    move: m.questionnaire_recent_change_choice_move,
    other: m.questionnaire_recent_change_choice_other,
    none: m.questionnaire_recent_change_choice_none
  },
  income_sources: {
    wages: m.questionnaire_income_sources_choice_wages,
    own_business: m.questionnaire_income_sources_choice_own_business,
    unemployment: m.questionnaire_income_sources_choice_unemployment,
    retirement: m.questionnaire_income_sources_choice_retirement,
    rsa: m.questionnaire_income_sources_choice_rsa,
    activity_bonus: m.questionnaire_income_sources_choice_activity_bonus,
    family_benefits: m.questionnaire_income_sources_choice_family_benefits,
    housing_benefit: m.questionnaire_income_sources_choice_housing_benefit,
    disability: m.questionnaire_income_sources_choice_disability,
    sick_leave: m.questionnaire_income_sources_choice_sick_leave,
    child_support: m.questionnaire_income_sources_choice_child_support,
    student_grant: m.questionnaire_income_sources_choice_student_grant,
    relatives: m.questionnaire_income_sources_choice_relatives,
    varies: m.questionnaire_income_sources_choice_varies,
    none: m.questionnaire_income_sources_choice_none
  },
  rejected_payments: {
    none: m.questionnaire_rejected_payments_choice_none,
    one_to_four: m.questionnaire_rejected_payments_choice_one_to_four,
    five_or_more: m.questionnaire_rejected_payments_choice_five_or_more
  },
  card_withdrawn: {
    yes: m.questionnaire_card_withdrawn_choice_yes,
    no: m.questionnaire_card_withdrawn_choice_no
  },
  left_over: {
    nothing: m.questionnaire_left_over_choice_nothing,
    less_than: m.questionnaire_left_over_choice_less_than,
    about: m.questionnaire_left_over_choice_about
  },
  going_without: {
    no: m.questionnaire_going_without_choice_no,
    sometimes: m.questionnaire_going_without_choice_sometimes,
    often: m.questionnaire_going_without_choice_often
  },
  unexpected_expense: {
    yes: m.questionnaire_unexpected_expense_choice_yes,
    with_effort: m.questionnaire_unexpected_expense_choice_with_effort,
    no: m.questionnaire_unexpected_expense_choice_no
  },
  other_urgent: {
    rent: m.questionnaire_other_urgent_choice_rent,
    energy: m.questionnaire_other_urgent_choice_energy,
    water: m.questionnaire_other_urgent_choice_water,
    other: m.questionnaire_other_urgent_choice_other,
    none: m.questionnaire_other_urgent_choice_none
  },
  exchange_needs: {
    more_time: m.questionnaire_exchange_needs_choice_more_time,
    large_text: m.questionnaire_exchange_needs_choice_large_text,
    easy_read: m.questionnaire_exchange_needs_choice_easy_read,
    language: m.questionnaire_exchange_needs_choice_language,
    interpreter: m.questionnaire_exchange_needs_choice_interpreter,
    written_recap: m.questionnaire_exchange_needs_choice_written_recap,
    one_person: m.questionnaire_exchange_needs_choice_one_person,
    no_phone: m.questionnaire_exchange_needs_choice_no_phone,
    companion: m.questionnaire_exchange_needs_choice_companion,
    none: m.questionnaire_exchange_needs_choice_none
  },
  money_control: {
    no: m.questionnaire_money_control_choice_no,
    trusted_helper: m.questionnaire_money_control_choice_trusted_helper,
    guardian: m.questionnaire_money_control_choice_guardian,
    worries_me: m.questionnaire_money_control_choice_worries_me
  },
  feeling: {
    fine: m.questionnaire_feeling_choice_fine,
    heavy: m.questionnaire_feeling_choice_heavy,
    too_much: m.questionnaire_feeling_choice_too_much
  },
  tell_referent: {
    yes: m.questionnaire_tell_referent_choice_yes,
    no: m.questionnaire_tell_referent_choice_no
  }
};

/** The words of a choice; the code itself for one that is no longer offered. */
export function choiceWords(question: ChoiceQuestionId, code: string): string {
  const words: Readonly<Partial<Record<string, Words>>> = CHOICE[question];
  return words[code]?.() ?? code;
}

/** The three ways of not answering. */
export const SKIP: Readonly<Record<Skip, Words>> = {
  prefer_not: m.questionnaire_skip_prefer_not,
  dont_know: m.questionnaire_skip_dont_know,
  later: m.questionnaire_skip_later
};

/** Days of the grid. */
export const DAY: Readonly<Record<Day, Words>> = {
  mon: m.questionnaire_day_mon,
  tue: m.questionnaire_day_tue,
  wed: m.questionnaire_day_wed,
  thu: m.questionnaire_day_thu,
  fri: m.questionnaire_day_fri,
  sat: m.questionnaire_day_sat
};

/** Moments of a day. */
export const MOMENT: Readonly<Record<Moment, Words>> = {
  morning: m.questionnaire_moment_morning,
  afternoon: m.questionnaire_moment_afternoon,
  evening: m.questionnaire_moment_evening
};

/** Bands of children's ages. */
export const AGE_BAND: Readonly<Record<AgeBand, Words>> = {
  '0-2': m.questionnaire_band_0_2,
  '3-5': m.questionnaire_band_3_5,
  '6-10': m.questionnaire_band_6_10,
  '11-13': m.questionnaire_band_11_13,
  '14-17': m.questionnaire_band_14_17,
  '18-20': m.questionnaire_band_18_20,
  '21-24': m.questionnaire_band_21_24
};
