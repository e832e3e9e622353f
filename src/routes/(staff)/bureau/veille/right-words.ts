import type { Audience, BodyType, Check, PayRhythm, Right, RightKind, Theme } from '$lib/aids';
import { m } from '$lib/i18n';

type Words = () => string;

/** What a right is. */
export const KIND_WORDS: Readonly<Record<RightKind, Words>> = {
  aid: m.veille_kind_aid,
  right: m.veille_kind_right,
  procedure: m.veille_kind_procedure,
  service: m.veille_kind_service,
  mediation: m.veille_kind_mediation
};

/** What a right is about. */
export const THEME_WORDS: Readonly<Record<Theme, Words>> = {
  debt: m.veille_theme_debt,
  seizure: m.veille_theme_seizure,
  bank: m.veille_theme_bank,
  credit: m.veille_theme_credit,
  housing: m.veille_theme_housing,
  energy: m.veille_theme_energy,
  telecom: m.veille_theme_telecom,
  health: m.veille_theme_health,
  food: m.veille_theme_food,
  emergency: m.veille_theme_emergency,
  budget: m.veille_theme_budget,
  income: m.veille_theme_income,
  family: m.veille_theme_family,
  canteen: m.veille_theme_canteen,
  school: m.veille_theme_school,
  youth: m.veille_theme_youth,
  work: m.veille_theme_work,
  mobility: m.veille_theme_mobility,
  disability: m.veille_theme_disability,
  autonomy: m.veille_theme_autonomy,
  retirement: m.veille_theme_retirement,
  home: m.veille_theme_home,
  equipment: m.veille_theme_equipment,
  clothes: m.veille_theme_clothes,
  leisure: m.veille_theme_leisure,
  holidays: m.veille_theme_holidays,
  justice: m.veille_theme_justice,
  dispute: m.veille_theme_dispute,
  access: m.veille_theme_access
};

/** Whom a right is meant for. */
export const AUDIENCE_WORDS: Readonly<Record<Audience, Words>> = {
  farm_insured: m.veille_audience_farm_insured,
  self_employed: m.veille_audience_self_employed,
  temp_worker: m.veille_audience_temp_worker,
  landlord: m.veille_audience_landlord,
  employer: m.veille_audience_employer
};

/** The bodies a right is asked of. */
export const BODY_WORDS: Readonly<Record<BodyType, Words>> = {
  adil: m.veille_body_adil,
  association_solidarite: m.veille_body_association_solidarite,
  banque_de_france: m.veille_body_banque_de_france,
  caf: m.veille_body_caf,
  carsat: m.veille_body_carsat,
  ccas: m.veille_body_ccas,
  cidff: m.veille_body_cidff,
  commission_conciliation_logement: m.veille_body_commission_conciliation_logement,
  conseil_departemental: m.veille_body_conseil_departemental,
  conseil_regional: m.veille_body_conseil_regional,
  cpam: m.veille_body_cpam,
  credit_municipal: m.veille_body_credit_municipal,
  cresus: m.veille_body_cresus,
  france_services: m.veille_body_france_services,
  france_travail: m.veille_body_france_travail,
  mairie: m.veille_body_mairie,
  mdph: m.veille_body_mdph,
  mission_locale: m.veille_body_mission_locale,
  msa: m.veille_body_msa,
  point_info_seniors: m.veille_body_point_info_seniors,
  point_justice: m.veille_body_point_justice,
  service_social_departement: m.veille_body_service_social_departement,
  sip: m.veille_body_sip,
  udaf: m.veille_body_udaf
};

/** How sure the facts of a right are. */
export const CHECK_WORDS: Readonly<Record<Check, Words>> = {
  yes: m.veille_checked_yes,
  partly: m.veille_checked_partly,
  no: m.veille_checked_no
};

/** How often a right is paid. */
export const PAY_WORDS: Readonly<Record<PayRhythm, Words>> = {
  month: m.veille_field_pays_month,
  year: m.veille_field_pays_year,
  once: m.veille_field_pays_once
};

/** Whether what a right gives is to be repaid. */
export const LOAN_WORDS: Readonly<Record<NonNullable<Right['loan']>, Words>> = {
  loan: m.veille_field_loan_loan,
  either: m.veille_field_loan_either
};

const BY_FIELD: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  kind: KIND_WORDS,
  theme: THEME_WORDS,
  audience: AUDIENCE_WORDS,
  'ask.body': BODY_WORDS,
  checked: CHECK_WORDS,
  'pays.per': PAY_WORDS,
  loan: LOAN_WORDS
};

/** The words for a code in a field of a right; null where the field holds none. */
export function codeWords(field: string, code: string): string | null {
  return BY_FIELD[field]?.[code]?.() ?? null;
}
