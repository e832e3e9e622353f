import { m } from '$lib/i18n';
import type { SystemLine } from '../message';

const WORDS: Readonly<Record<SystemLine, (named: { name: string }) => string>> = {
  referent_named: m.messaging_line_referent_named,
  referent_changed: m.messaging_line_referent_changed,
  stand_in_named: m.messaging_line_stand_in_named,
  debt_disputed: m.messaging_line_debt_disputed,
  cannot_pay: m.messaging_line_cannot_pay,
  plan_proposed: m.messaging_line_plan_proposed,
  plan_accepted: m.messaging_line_plan_accepted,
  plan_countered: m.messaging_line_plan_countered,
  plan_explained: m.messaging_line_plan_explained,
  plan_withdrawn: m.messaging_line_plan_withdrawn,
  instalment_passed: m.messaging_line_instalment_passed,
  instalment_missed: m.messaging_line_instalment_missed,
  smaller_offered: m.messaging_line_smaller_offered,
  smaller_asked: m.messaging_line_smaller_asked,
  smaller_kept: m.messaging_line_smaller_kept,
  plan_adapted: m.messaging_line_plan_adapted,
  call_back_asked: m.messaging_line_call_back_asked,
  survey_call_asked: m.messaging_line_survey_call_asked,
  survey_call_no_number: m.messaging_line_survey_call_no_number,
  survey_words_asked: m.messaging_line_survey_words_asked,
  situation_not_me: m.messaging_line_situation_not_me,
  situation_deceased: m.messaging_line_situation_deceased,
  situation_helped: m.messaging_line_situation_helped,
  situation_represented: m.messaging_line_situation_represented,
  contacts_paused: m.messaging_line_contacts_paused,
  case_closed: m.messaging_line_case_closed,
  case_reopened: m.messaging_line_case_reopened
};

/** What the house says about itself in the thread. `name` is whom the line speaks of. */
export function systemLineWords(line: SystemLine, name: string): string {
  return WORDS[line]({ name });
}
