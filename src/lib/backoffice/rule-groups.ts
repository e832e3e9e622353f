/** Rules of contact told together in figures: what a supervisor can act on. */
export type RuleGroup =
  'hours' | 'holiday' | 'paused' | 'channel_refused' | 'cap' | 'apart' | 'first_letter' | 'never' | 'other';

const GROUPS: Readonly<Record<string, RuleGroup>> = {
  outside_hours: 'hours',
  no_hours_this_day: 'hours',
  saturday: 'hours',
  sunday: 'hours',
  public_holiday: 'holiday',
  paused: 'paused',
  case_closed: 'paused',
  channel_refused: 'channel_refused',
  all_refused_silence: 'channel_refused',
  all_refused_post_only: 'channel_refused',
  safe_channels_only: 'channel_refused',
  cap_per_day: 'cap',
  cap_per_7_days: 'cap',
  cap_per_30_days: 'cap',
  hours_between: 'apart',
  letters_apart: 'apart',
  voicemail_apart: 'apart',
  silence_after_conversation: 'apart',
  first_letter_missing: 'first_letter',
  first_letter_wait: 'first_letter',
  visit_never: 'never',
  social_network_never: 'never',
  workplace_never: 'never',
  third_party_never: 'never'
};

/** The group a code of the register belongs to; a code of a former vocabulary goes with the others. */
export function ruleGroupOf(code: string): RuleGroup {
  return Object.hasOwn(GROUPS, code) ? (GROUPS[code] ?? 'other') : 'other';
}

/** Counts by code added up by group. */
export function countByGroup(
  codes: readonly { readonly code: string; readonly count: number }[]
): { readonly key: RuleGroup; readonly count: number }[] {
  const counts = new Map<RuleGroup, number>();
  for (const { code, count } of codes) {
    const group = ruleGroupOf(code);
    counts.set(group, (counts.get(group) ?? 0) + count);
  }
  return [...counts].map(([key, count]) => ({ key, count }));
}
