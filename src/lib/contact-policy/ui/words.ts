import { fullDate, hour, list, m, plural } from '$lib/i18n';
import { addDays, type LocalDate } from '$lib/kernel';
import type { AskedPauseDays, PauseReason } from '../pauses';
import type { HolidayCode } from '../public-holidays';
import type { RuleCode, RuleNumbers, RuleTrace, StoppingRule } from '../rule-trace';
import type { TimeOfDay, TimeWindow } from '../time-windows';

type Words = (numbers: RuleNumbers) => string;

const days = ({ days: count = 0 }: RuleNumbers) => ({ days: String(count) });

/** Why contacts are silent, as she reads it. */
export const PAUSES: Readonly<Record<PauseReason, () => string>> = {
  dispute: m.contacts_pause_dispute,
  proposal_pending: m.contacts_pause_proposal_pending,
  debt_adviser: m.contacts_pause_debt_adviser,
  surendettement_filed: m.contacts_pause_surendettement_filed,
  surendettement_recevable: m.contacts_pause_surendettement_recevable,
  bereavement: m.contacts_pause_bereavement,
  health: m.contacts_pause_health,
  distress: m.contacts_pause_distress,
  identity_problem: m.contacts_pause_identity_problem,
  asked_by_person: m.contacts_pause_asked_by_person
};

/** How long a pause she asks for may last. */
export const ASKED_PAUSE_WORDS: Readonly<Record<AskedPauseDays, () => string>> = {
  14: m.contacts_pause_days_14,
  30: m.contacts_pause_days_30,
  60: m.contacts_pause_days_60
};

const HOLIDAYS: Readonly<Record<HolidayCode, () => string>> = {
  new_year: m.contacts_holiday_new_year,
  good_friday: m.contacts_holiday_good_friday,
  easter_monday: m.contacts_holiday_easter_monday,
  labour_day: m.contacts_holiday_labour_day,
  victory_1945: m.contacts_holiday_victory_1945,
  ascension: m.contacts_holiday_ascension,
  whit_monday: m.contacts_holiday_whit_monday,
  national_day: m.contacts_holiday_national_day,
  assumption: m.contacts_holiday_assumption,
  all_saints: m.contacts_holiday_all_saints,
  armistice_1918: m.contacts_holiday_armistice_1918,
  christmas: m.contacts_holiday_christmas,
  saint_stephen: m.contacts_holiday_saint_stephen,
  abolition_of_slavery: m.contacts_holiday_abolition_of_slavery,
  gospel_day: m.contacts_holiday_gospel_day,
  autonomy_day: m.contacts_holiday_autonomy_day,
  matarii: m.contacts_holiday_matarii,
  citizenship_day: m.contacts_holiday_citizenship_day,
  saint_peter_chanel: m.contacts_holiday_saint_peter_chanel,
  territory_day: m.contacts_holiday_territory_day
};

const STOPS: Readonly<Record<StoppingRule, Words>> = {
  visit_never: () => m.contacts_rule_visit_never(),
  social_network_never: () => m.contacts_rule_social_network_never(),
  workplace_never: () => m.contacts_rule_workplace_never(),
  third_party_never: () => m.contacts_rule_third_party_never(),
  channel_not_for_purpose: () => m.contacts_rule_channel_not_for_purpose(),
  person_deceased: (numbers) => m.contacts_rule_person_deceased(days(numbers)),
  estate_by_letter_only: () => m.contacts_rule_estate_by_letter_only(),
  representative_only: () => m.contacts_rule_representative_only(),
  no_representative: () => m.contacts_rule_no_representative(),
  safe_channels_only: () => m.contacts_rule_safe_channels_only(),
  case_closed: () => m.contacts_rule_case_closed(),
  paused: pauseWords,
  no_demand_on_this_track: () => m.contacts_rule_no_demand_on_this_track(),
  first_letter_missing: () => m.contacts_rule_first_letter_missing(),
  first_letter_wait: (numbers) => m.contacts_rule_first_letter_wait(days(numbers)),
  channel_refused: refusedChannelWords,
  all_refused_silence: (numbers) => m.contacts_rule_all_refused_silence(days(numbers)),
  all_refused_post_only: () => m.contacts_rule_all_refused_post_only(),
  reminder_without_instalment: () => m.contacts_rule_reminder_without_instalment(),
  reminder_too_early: (numbers) => m.contacts_rule_reminder_too_early(days(numbers)),
  reminder_too_late: () => m.contacts_rule_reminder_too_late(),
  reminder_already_sent: () => m.contacts_rule_reminder_already_sent(),
  reminder_not_wanted: () => m.contacts_rule_reminder_not_wanted(),
  silence_after_conversation: (numbers) => m.contacts_rule_silence_after_conversation(days(numbers)),
  cap_per_day: (numbers) => capWords(numbers, m.contacts_rule_cap_per_day),
  cap_per_7_days: (numbers) => capWords(numbers, m.contacts_rule_cap_per_7_days),
  cap_per_30_days: (numbers) => capWords(numbers, m.contacts_rule_cap_per_30_days),
  letters_apart: (numbers) => m.contacts_rule_letters_apart(days(numbers)),
  voicemail_apart: (numbers) => m.contacts_rule_voicemail_apart(days(numbers)),
  voicemail_only_after_call: () => m.contacts_rule_voicemail_only_after_call(),
  hours_between: ({ hours = 0 }) => m.contacts_rule_hours_between({ hours: String(hours) }),
  public_holiday: ({ holiday }) =>
    m.contacts_rule_public_holiday({ holiday: holiday ? HOLIDAYS[holiday]() : '' }),
  saturday: ({ family }) =>
    family === 'call' ? m.contacts_rule_saturday_call() : m.contacts_rule_saturday(),
  sunday: () => m.contacts_rule_sunday(),
  no_hours_this_day: () => m.contacts_rule_no_hours_this_day(),
  outside_hours: ({ windows = [] }) => m.contacts_rule_outside_hours({ windows: windowWords(windows) })
};

const ALLOWS: Readonly<Record<Exclude<RuleCode, StoppingRule>, Words>> = {
  allowed_call: ({ limit = 0, windows = [] }) =>
    m.contacts_rule_allowed_call({ limit: String(limit), windows: windowWords(windows) }),
  allowed_voicemail: (numbers) => m.contacts_rule_allowed_voicemail(days(numbers)),
  allowed_written: ({ limit = 0, windows = [] }) =>
    m.contacts_rule_allowed_written({ limit: String(limit), windows: windowWords(windows) }),
  allowed_letter: (numbers) => m.contacts_rule_allowed_letter(days(numbers)),
  allowed_app: () => m.contacts_rule_allowed_app(),
  allowed_first_letter: () => m.contacts_rule_allowed_first_letter(),
  allowed_survey: () => m.contacts_rule_allowed_survey(),
  allowed_aid_news: () => m.contacts_rule_allowed_aid_news(),
  allowed_receipt: () => m.contacts_rule_allowed_receipt(),
  allowed_plan_confirmation: () => m.contacts_rule_allowed_plan_confirmation(),
  allowed_due_reminder: () => m.contacts_rule_allowed_due_reminder(),
  allowed_answer: () => m.contacts_rule_allowed_answer(),
  allowed_case_closed: () => m.contacts_rule_allowed_case_closed(),
  allowed_sign_in_code: () => m.contacts_rule_allowed_sign_in_code(),
  not_delivered: () => m.contacts_rule_not_delivered(),
  maybe_delivered: () => m.contacts_rule_maybe_delivered()
};

/** The rule of a line of the register, in a sentence: why the contact was possible, or which rule stopped it. */
export function describeRule(rule: RuleTrace): string {
  if (isStop(rule)) return m.contacts_stopped({ reason: describeStop(rule) });
  return ALLOWS[rule.code as Exclude<RuleCode, StoppingRule>](rule.numbers);
}

/** The rule that stops, without "arrêt par la règle" before it: beside a button that is not open yet. */
export function describeStop({ code, numbers }: RuleTrace<StoppingRule>): string {
  return STOPS[code](numbers);
}

/** Whether a text read from the register is a code of a rule, of today's vocabulary. */
export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(STOPS, code) || Object.hasOwn(ALLOWS, code);
}

/** Whether a rule of the register is one that stops. */
export function isStop(rule: RuleTrace): rule is RuleTrace<StoppingRule> {
  return Object.hasOwn(STOPS, rule.code);
}

/** Windows as a sentence says them: "de 10 h à 13 h et de 14 h à 19 h". */
export function windowWords(windows: readonly TimeWindow[]): string {
  return list(windows.map(({ from, to }) => m.contacts_window({ from: clock(from), to: clock(to) })));
}

/** The reason of a pause in a few words, as a line or a button needs them. */
export function pauseReasonWords(reason: PauseReason): string {
  return PAUSES[reason]();
}

function clock(time: TimeOfDay): string {
  return hour(Number(time.slice(0, 2)), Number(time.slice(3, 5)));
}

/** The last day of a silence, from the first on which contacts may resume: "jusqu’au" counts the day it names. */
export function lastDayWords(resumesOn: LocalDate): string {
  return fullDate(addDays(resumesOn, -1));
}

/** The rule of a pause. The desk names the reasons in its own words. */
export function pauseWords({ pause, untilOn }: RuleNumbers, reasons: typeof PAUSES = PAUSES): string {
  const words = reasons[pause ?? 'asked_by_person']();
  return untilOn
    ? m.contacts_rule_paused_until({ pause: words, day: lastDayWords(untilOn) })
    : m.contacts_rule_paused({ pause: words });
}

function refusedChannelWords({ channel }: RuleNumbers): string {
  if (channel === 'call' || channel === 'voicemail') return m.contacts_rule_channel_refused_call();
  if (channel === 'sms') return m.contacts_rule_channel_refused_sms();
  if (channel === 'email') return m.contacts_rule_channel_refused_email();
  return channel === 'letter' ? m.contacts_rule_channel_refused_letter() : m.contacts_rule_channel_refused();
}

/** A cap that she lowered herself, and one that she lowered to nothing. */
interface LoweredWords {
  readonly some: (inputs: { rule: string }) => string;
  readonly none: () => string;
}

const LOWERED: LoweredWords = { some: m.contacts_rule_cap_lowered, none: m.contacts_rule_cap_none_lowered };

/** The rule of a cap. The desk says in its own words that she lowered it. */
export function capWords(
  numbers: RuleNumbers,
  sentence: (inputs: { limit: string }) => string,
  lowered: LoweredWords = LOWERED
): string {
  const { limit = 0, usualLimit, family } = numbers;
  if (limit === 0 && usualLimit !== undefined) return lowered.none();
  const rule = sentence({ limit: countWords(limit, family) });
  return usualLimit === undefined ? rule : lowered.some({ rule });
}

function countWords(count: number, family: RuleNumbers['family']): string {
  const one = { call: m.contacts_count_call_one, written: m.contacts_count_written_one };
  const other = { call: m.contacts_count_call_other, written: m.contacts_count_written_other };
  const kind = family === 'call' || family === 'written' ? family : null;
  const singular = kind ? one[kind] : m.contacts_count_contact_one;
  return plural(
    count,
    singular,
    kind ? other[kind] : m.contacts_count_contact_other
  )({ count: String(count) });
}

/** "1 contact", "2 contacts". */
export function contactCount(count: number): string {
  return countWords(count, undefined);
}
