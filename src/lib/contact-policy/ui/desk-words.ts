/** The rules as the desk reads them: of the person, where her own pages speak to her. */
import { m } from '$lib/i18n';
import type { PauseReason } from '../pauses';
import type { RuleCode, RuleNumbers, RuleTrace, StoppingRule } from '../rule-trace';
import { capWords, describeRule, describeStop, PAUSES, pauseWords } from './words';

const PAUSES_AT_DESK: Readonly<Record<PauseReason, () => string>> = {
  ...PAUSES,
  dispute: m.contacts_desk_pause_dispute,
  proposal_pending: m.contacts_desk_pause_proposal_pending,
  debt_adviser: m.contacts_desk_pause_debt_adviser,
  // staff may not know that a pause is for health
  health: m.contacts_desk_pause_asked,
  asked_by_person: m.contacts_desk_pause_asked
};

const LOWERED = { some: m.contacts_desk_cap_lowered, none: m.contacts_desk_cap_none_lowered };

/** Only what speaks to her elsewhere; the other rules say the same to both. */
const AT_DESK: Partial<Record<RuleCode, (numbers: RuleNumbers) => string>> = {
  third_party_never: () => m.contacts_desk_third_party_never(),
  representative_only: () => m.contacts_desk_representative_only(),
  no_representative: () => m.contacts_desk_no_representative(),
  safe_channels_only: () => m.contacts_desk_safe_channels_only(),
  no_demand_on_this_track: () => m.contacts_desk_no_demand_on_this_track(),
  paused: (numbers) => pauseWords(numbers, PAUSES_AT_DESK),
  channel_refused: refusedChannelWords,
  all_refused_silence: ({ days = 0 }) => m.contacts_desk_all_refused_silence({ days: String(days) }),
  all_refused_post_only: () => m.contacts_desk_all_refused_post_only(),
  reminder_not_wanted: () => m.contacts_desk_reminder_not_wanted(),
  cap_per_day: (numbers) => capWords(numbers, m.contacts_rule_cap_per_day, LOWERED),
  cap_per_7_days: (numbers) => capWords(numbers, m.contacts_rule_cap_per_7_days, LOWERED),
  cap_per_30_days: (numbers) => capWords(numbers, m.contacts_rule_cap_per_30_days, LOWERED),
  saturday: (numbers) =>
    numbers.family === 'call' ? m.contacts_desk_saturday_call() : m.contacts_rule_saturday(),
  allowed_answer: () => m.contacts_desk_allowed_answer()
};

/** The rule that stops a contact, for whoever would make it. */
export function stopAtDesk(trace: RuleTrace<StoppingRule>): string {
  return AT_DESK[trace.code]?.(trace.numbers) ?? describeStop(trace);
}

/** The rule that lets a contact out, for whoever makes it. */
export function ruleAtDesk(trace: RuleTrace): string {
  return AT_DESK[trace.code]?.(trace.numbers) ?? describeRule(trace);
}

function refusedChannelWords({ channel }: RuleNumbers): string {
  if (channel === 'call' || channel === 'voicemail') return m.contacts_desk_channel_refused_call();
  if (channel === 'sms') return m.contacts_desk_channel_refused_sms();
  if (channel === 'email') return m.contacts_desk_channel_refused_email();
  return channel === 'letter' ? m.contacts_desk_channel_refused_letter() : m.contacts_desk_channel_refused();
}
