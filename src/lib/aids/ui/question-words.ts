import type { FieldFault, OutOfScope, ScreenId } from '$lib/aids';
import { euros, m } from '$lib/i18n';

type Words = () => string;

/** The question itself: the h1 of its page. */
export const SCREEN_TITLE: Readonly<Record<ScreenId, Words>> = {
  scope: m.aids_ask_scope,
  couple: m.aids_ask_couple,
  children: m.aids_ask_children,
  age: m.aids_ask_age,
  activity: m.aids_ask_activity,
  income: m.aids_ask_income,
  housing: m.aids_ask_housing,
  rent: m.aids_ask_rent,
  place: m.aids_ask_place,
  arrears: m.aids_ask_arrears,
  alimony: m.aids_ask_alimony,
  pregnant: m.aids_ask_pregnant,
  disability: m.aids_ask_disability,
  separated: m.aids_ask_separated,
  past_work: m.aids_ask_past_work,
  young_work: m.aids_ask_young_work,
  scholarship: m.aids_ask_scholarship,
  child_disability: m.aids_ask_child_disability,
  flatshare: m.aids_ask_flatshare,
  contribution: m.aids_ask_contribution,
  savings: m.aids_ask_savings
};

/** Why it is asked and what it changes. */
export const SCREEN_WHY: Readonly<Record<ScreenId, Words>> = {
  scope: m.aids_ask_why_scope,
  couple: m.aids_ask_why_couple,
  children: m.aids_ask_why_children,
  age: m.aids_ask_why_age,
  activity: m.aids_ask_why_activity,
  income: m.aids_ask_why_income,
  housing: m.aids_ask_why_housing,
  rent: m.aids_ask_why_rent,
  place: m.aids_ask_why_place,
  arrears: m.aids_ask_why_arrears,
  alimony: m.aids_ask_why_alimony,
  pregnant: m.aids_ask_why_pregnant,
  disability: m.aids_ask_why_disability,
  separated: m.aids_ask_why_separated,
  past_work: m.aids_ask_why_past_work,
  young_work: m.aids_ask_why_young_work,
  scholarship: m.aids_ask_why_scholarship,
  child_disability: m.aids_ask_why_child_disability,
  flatshare: m.aids_ask_why_flatshare,
  contribution: m.aids_ask_why_contribution,
  savings: m.aids_ask_why_savings
};

/** How to answer, where it is not plain. */
export const SCREEN_HELP: Readonly<Partial<Record<ScreenId, Words>>> = {
  income: m.aids_ask_help_income,
  alimony: m.aids_ask_help_alimony,
  savings: m.aids_ask_help_savings,
  rent: m.aids_ask_help_rent,
  scope: m.aids_ask_help_scope,
  arrears: m.aids_ask_help_scope
};

/** The label of a box, by what it asks. */
export const FIELD_LABEL: Readonly<Record<string, Words>> = {
  ages: m.aids_field_ages,
  age_0: m.aids_field_age_0,
  age_1: m.aids_field_age_1,
  net_salary: m.aids_field_net_salary,
  unemployment_benefit: m.aids_field_unemployment_benefit,
  retirement_pension: m.aids_field_retirement_pension,
  invalidity_pension: m.aids_field_invalidity_pension,
  alimony_received: m.aids_field_alimony_received,
  alimony_paid: m.aids_field_alimony_paid,
  livret_a: m.aids_field_livret_a,
  other_savings: m.aids_field_other_savings,
  rent: m.aids_field_rent,
  postcode: m.aids_field_postcode
};

/** What to write in a box, where an example helps. */
export const FIELD_HELP: Readonly<Record<string, Words>> = {
  ages: m.aids_field_ages_help,
  age: m.aids_field_age_help,
  postcode: m.aids_field_postcode_help
};

const YES_NO: Readonly<Record<string, Words>> = { yes: m.aids_yes, no: m.aids_no };

/** The words of a choice, by what is asked (`activity_1` for the partner), then by code. */
export const CHOICE_WORDS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  scope: {
    self_employed: m.aids_scope_self_employed,
    overseas: m.aids_scope_overseas,
    foreign_national: m.aids_scope_foreign_national,
    shared_custody: m.aids_scope_shared_custody,
    none: m.aids_scope_none
  },
  arrears: {
    rent: m.aids_arrears_rent,
    energy: m.aids_arrears_energy,
    water: m.aids_arrears_water,
    telecom: m.aids_arrears_telecom,
    canteen: m.aids_arrears_canteen,
    health: m.aids_arrears_health,
    tax: m.aids_arrears_tax,
    caf: m.aids_arrears_caf,
    credit: m.aids_arrears_credit,
    none: m.aids_arrears_none
  },
  couple: YES_NO,
  children: { yes: m.aids_children_yes, no: m.aids_children_no },
  activity_0: {
    employed: m.aids_activity_employed,
    unemployed: m.aids_activity_unemployed,
    student: m.aids_activity_student,
    retired: m.aids_activity_retired,
    inactive: m.aids_activity_inactive
  },
  activity_1: {
    employed: m.aids_activity_1_employed,
    unemployed: m.aids_activity_1_unemployed,
    student: m.aids_activity_1_student,
    retired: m.aids_activity_1_retired,
    inactive: m.aids_activity_1_inactive
  },
  housing: {
    private_unfurnished: m.aids_housing_private_unfurnished,
    private_furnished: m.aids_housing_private_furnished,
    hlm: m.aids_housing_hlm,
    owner: m.aids_housing_owner,
    owner_with_mortgage: m.aids_housing_owner_with_mortgage,
    hosted_free: m.aids_housing_hosted_free,
    homeless: m.aids_housing_homeless
  },
  disability: {
    none: m.aids_disability_none,
    half: m.aids_disability_half,
    half_restricted: m.aids_disability_half_restricted,
    most: m.aids_disability_most
  },
  flatshare: {
    alone: m.aids_sharing_alone,
    flatshare: m.aids_sharing_flatshare,
    room: m.aids_sharing_room
  },
  child_disability: { none: m.aids_child_none },
  pregnant: YES_NO,
  separated: YES_NO,
  past_work: YES_NO,
  young_work: YES_NO,
  scholarship: YES_NO,
  contribution: YES_NO
};

/** Why a situation is not computed here. */
export const OUT_OF_SCOPE_WORDS: Readonly<Record<OutOfScope, Words>> = {
  self_employed: m.aids_out_self_employed,
  overseas: m.aids_out_overseas,
  foreign_national: m.aids_out_foreign_national,
  shared_custody: m.aids_out_shared_custody
};

const count = (value: number | undefined) => String(value ?? 0);
const amount = (value: number | undefined) => euros(Math.round((value ?? 0) * 100), { cents: 'when-needed' });

/** What to correct, in words that say how; follows "Erreur : ". */
export function faultWords({ code, numbers = {}, text = '' }: FieldFault): string {
  switch (code) {
    case 'age_out_of_range':
      return m.aids_fault_age_out_of_range({ least: count(numbers.least), most: count(numbers.most) });
    case 'child_age_out_of_range':
      return m.aids_fault_child_age_out_of_range({ least: count(numbers.least), most: count(numbers.most) });
    case 'too_many_children':
      return m.aids_fault_too_many_children({ most: count(numbers.most), found: count(numbers.found) });
    case 'child_not_younger_than_parent':
      return m.aids_fault_child_not_younger_than_parent({ apart: count(numbers.apart) });
    case 'amount_too_large':
      return m.aids_fault_amount_too_large({ most: amount(numbers.most) });
    case 'rent_above_income':
      return m.aids_fault_rent_above_income({ rent: amount(numbers.rent), income: amount(numbers.income) });
    case 'postcode_unknown':
      return m.aids_fault_postcode_unknown({ postcode: text });
    case 'postcode_nowhere':
      return m.aids_fault_postcode_nowhere({ postcode: text });
    default:
      return PLAIN_FAULTS[code]();
  }
}

type WithNumbers =
  | 'age_out_of_range'
  | 'child_age_out_of_range'
  | 'too_many_children'
  | 'child_not_younger_than_parent'
  | 'amount_too_large'
  | 'rent_above_income'
  | 'postcode_unknown'
  | 'postcode_nowhere';

const PLAIN_FAULTS: Readonly<Record<Exclude<FieldFault['code'], WithNumbers>, Words>> = {
  choice_missing: m.aids_fault_choice_missing,
  choices_exclude: m.aids_fault_choices_exclude,
  amount_not_a_number: m.aids_fault_amount_not_a_number,
  amount_negative: m.aids_fault_amount_negative,
  amount_looks_yearly: m.aids_fault_amount_looks_yearly,
  age_missing: m.aids_fault_age_missing,
  age_not_a_number: m.aids_fault_age_not_a_number,
  ages_missing: m.aids_fault_ages_missing,
  ages_not_numbers: m.aids_fault_ages_not_numbers,
  ages_without_children: m.aids_fault_ages_without_children,
  income_missing: m.aids_fault_income_missing,
  rent_missing: m.aids_fault_rent_missing,
  postcode_not_five_digits: m.aids_fault_postcode_not_five_digits,
  commune_missing: m.aids_fault_commune_missing,
  postcode_out_of_reach: m.aids_fault_postcode_out_of_reach
};
