import type { LocalDate } from '$lib/kernel';
import type { Channel, ChannelFamily } from './contact';
import type { PauseReason } from './pauses';
import type { HolidayCode } from './public-holidays';
import type { TimeWindow } from './time-windows';

/** The rule that lets a contact out. */
export type AllowingRule =
  | 'allowed_call'
  | 'allowed_voicemail'
  | 'allowed_written'
  | 'allowed_letter'
  | 'allowed_app'
  | 'allowed_first_letter'
  | 'allowed_survey'
  | 'allowed_aid_news'
  | 'allowed_receipt'
  | 'allowed_plan_confirmation'
  | 'allowed_due_reminder'
  | 'allowed_answer'
  | 'allowed_case_closed'
  | 'allowed_sign_in_code';

/** The rule that stops a contact. */
export type StoppingRule =
  | 'visit_never'
  | 'social_network_never'
  | 'workplace_never'
  | 'third_party_never'
  | 'channel_not_for_purpose'
  | 'person_deceased'
  | 'estate_by_letter_only'
  | 'representative_only'
  | 'no_representative'
  | 'safe_channels_only'
  | 'case_closed'
  | 'paused'
  | 'no_demand_on_this_track'
  | 'first_letter_missing'
  | 'first_letter_wait'
  | 'channel_refused'
  | 'all_refused_silence'
  | 'all_refused_post_only'
  | 'reminder_without_instalment'
  | 'reminder_too_early'
  | 'reminder_too_late'
  | 'reminder_already_sent'
  | 'reminder_not_wanted'
  | 'silence_after_conversation'
  | 'cap_per_day'
  | 'cap_per_7_days'
  | 'cap_per_30_days'
  | 'letters_apart'
  | 'voicemail_apart'
  | 'voicemail_only_after_call'
  | 'hours_between'
  | 'public_holiday'
  | 'saturday'
  | 'sunday'
  | 'no_hours_this_day'
  | 'outside_hours';

/** No rule, but what became of a contact that was allowed: it could not arrive, or nobody can say whether it did. */
export type OutcomeCode = 'not_delivered' | 'maybe_delivered';

/** Every code the register may hold. */
export type RuleCode = AllowingRule | StoppingRule | OutcomeCode;

/** The numbers that explain a decision; each rule fills the ones it used. Plain JSON. */
export interface RuleNumbers {
  readonly limit?: number;
  /** The cap before "c’était de trop" lowered it; absent when nothing was lowered. */
  readonly usualLimit?: number;
  readonly used?: number;
  readonly days?: number;
  readonly hours?: number;
  /** The first day on which this rule no longer stops; absent when nobody knows. */
  readonly untilOn?: LocalDate;
  readonly family?: ChannelFamily;
  readonly channel?: Channel;
  readonly pause?: PauseReason;
  readonly holiday?: HolidayCode;
  readonly windows?: readonly TimeWindow[];
  readonly instalmentId?: string;
}

/** A decision as the register keeps it: the code, and the numbers of that moment. */
export interface RuleTrace<Code extends RuleCode = RuleCode> {
  readonly code: Code;
  readonly numbers: RuleNumbers;
}

/** A stop with its numbers. */
export function stop(code: StoppingRule, numbers: RuleNumbers = {}): RuleTrace<StoppingRule> {
  return { code, numbers };
}
