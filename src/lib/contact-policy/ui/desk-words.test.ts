import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../contact-policy';
import type { RuleTrace, StoppingRule } from '../rule-trace';
import { localDate } from '$lib/kernel';
import { ruleAtDesk, stopAtDesk } from './desk-words';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const STOPS: readonly RuleTrace<StoppingRule>[] = [
  { code: 'third_party_never', numbers: {} },
  { code: 'person_deceased', numbers: { days: 90 } },
  { code: 'representative_only', numbers: {} },
  { code: 'no_representative', numbers: {} },
  { code: 'safe_channels_only', numbers: {} },
  { code: 'no_demand_on_this_track', numbers: {} },
  ...(['call', 'sms', 'email', 'letter', 'push'] as const).map((channel) => ({
    code: 'channel_refused' as const,
    numbers: { channel }
  })),
  ...(['dispute', 'proposal_pending', 'debt_adviser', 'health', 'asked_by_person'] as const).map((pause) => ({
    code: 'paused' as const,
    numbers: { pause, untilOn: localDate('2026-12-24') }
  })),
  { code: 'all_refused_silence', numbers: { days: 60 } },
  { code: 'all_refused_post_only', numbers: {} },
  { code: 'reminder_not_wanted', numbers: {} },
  { code: 'cap_per_7_days', numbers: { limit: 0, usualLimit: 2 } },
  { code: 'cap_per_7_days', numbers: { limit: 1, usualLimit: 2, family: 'call' } },
  { code: 'saturday', numbers: { family: 'call' } },
  { code: 'outside_hours', numbers: { windows: DEFAULT_POLICY.callWindows[1] ?? [] } }
];

describe('a rule at the desk', () => {
  it.each(STOPS)('never speaks to the person: %o', (trace) =>
    expect(plain(stopAtDesk(trace))).not.toMatch(/\b(vous|votre|vos)\b|\bici\b/i)
  );

  it.each([
    [{ code: 'safe_channels_only', numbers: {} }, 'seulement dans son espace.'],
    [
      { code: 'paused', numbers: { pause: 'proposal_pending', untilOn: localDate('2026-12-11') } },
      'sa proposition attend une réponse, jusqu’au 10 décembre 2026.'
    ],
    [{ code: 'sunday', numbers: {} }, 'rien le dimanche.']
  ] satisfies [RuleTrace<StoppingRule>, string][])('%o', (trace, words) =>
    expect(plain(stopAtDesk(trace))).toBe(words)
  );

  it('says of an answer whose question it answers', () =>
    expect(plain(ruleAtDesk({ code: 'allowed_answer', numbers: {} }))).toBe(
      'Réponse à sa question : ne compte pas dans la limite.'
    ));
});
