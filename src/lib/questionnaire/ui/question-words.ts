import { m } from '$lib/i18n';
import type { LeftOutBecause, QuestionId } from '$lib/questionnaire';

/** A message without parameters. */
export type Words = () => string;

/** The question itself: the h1 of its page. The page's title stays "Question 4": this may be sensitive. */
export const QUESTION_TITLE: Readonly<Record<QuestionId, Words>> = {
  first_need: m.questionnaire_first_need_title,
  channel: m.questionnaire_channel_title,
  times: m.questionnaire_times_title,
  overindebtedness_file: m.questionnaire_overindebtedness_file_title,
  recent_change: m.questionnaire_recent_change_title,
  household: m.questionnaire_household_title,
  income_sources: m.questionnaire_income_sources_title,
  rejected_payments: m.questionnaire_rejected_payments_title,
  card_withdrawn: m.questionnaire_card_withdrawn_title,
  left_over: m.questionnaire_left_over_title,
  going_without: m.questionnaire_going_without_title,
  unexpected_expense: m.questionnaire_unexpected_expense_title,
  other_urgent: m.questionnaire_other_urgent_title,
  exchange_needs: m.questionnaire_exchange_needs_title,
  money_control: m.questionnaire_money_control_title,
  anything_else: m.questionnaire_anything_else_title,
  feeling: m.questionnaire_feeling_title,
  tell_referent: m.questionnaire_tell_referent_title
};

/** Why it is asked, and what the answer changes. */
export const QUESTION_WHY: Readonly<Record<QuestionId, Words>> = {
  first_need: m.questionnaire_first_need_why,
  channel: m.questionnaire_channel_why,
  times: m.questionnaire_times_why,
  overindebtedness_file: m.questionnaire_overindebtedness_file_why,
  recent_change: m.questionnaire_recent_change_why,
  household: m.questionnaire_household_why,
  income_sources: m.questionnaire_income_sources_why,
  rejected_payments: m.questionnaire_rejected_payments_why,
  card_withdrawn: m.questionnaire_card_withdrawn_why,
  left_over: m.questionnaire_left_over_why,
  going_without: m.questionnaire_going_without_why,
  unexpected_expense: m.questionnaire_unexpected_expense_why,
  other_urgent: m.questionnaire_other_urgent_why,
  exchange_needs: m.questionnaire_exchange_needs_why,
  money_control: m.questionnaire_money_control_why,
  anything_else: m.questionnaire_anything_else_why,
  feeling: m.questionnaire_feeling_why,
  tell_referent: m.questionnaire_tell_referent_why
};

/** How to answer, where it is not plain. */
export const QUESTION_HELP: Readonly<Partial<Record<QuestionId, Words>>> = {
  channel: m.questionnaire_channel_help,
  times: m.questionnaire_times_help,
  income_sources: m.questionnaire_income_sources_help,
  left_over: m.questionnaire_left_over_help,
  other_urgent: m.questionnaire_other_urgent_help,
  exchange_needs: m.questionnaire_exchange_needs_help
};

/** Why there are fewer questions. */
export const SHORTENED: Readonly<Record<LeftOutBecause, Words>> = {
  payments_stop: m.questionnaire_shortened_payments_stop,
  contested: m.questionnaire_shortened_contested,
  not_for_this_need: m.questionnaire_shortened_not_for_this_need,
  already_known: m.questionnaire_shortened_already_known
};
