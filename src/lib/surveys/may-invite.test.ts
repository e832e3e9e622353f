import { describe, expect, it } from 'vitest';
import { aCaseFact, aQuestion, at, past } from '../../../tests/support/contact-question';
import { DEFAULT_POLICY, openPause, type ContactQuestion } from '$lib/contact-policy';
import { localDate } from '$lib/kernel';
import { mayInvite } from './may-invite';

const ask = (
  eventAt: string,
  over: { lastInvitedAt?: Date; question?: Partial<ContactQuestion>; when?: string } = {}
) => {
  const when = over.when ?? '2026-11-24 10:30';
  const result = mayInvite({
    event: { occasion: 'answer_given', at: at(eventAt) },
    lastInvitedAt: over.lastInvitedAt ?? null,
    question: { ...aQuestion({ when }), ...over.question }
  });
  return result.ok ? 'yes' : result.why.code;
};

describe('asking for an opinion', () => {
  it('comes from the day after a service event to seven days later', () => {
    expect(ask('2026-11-24 09:00')).toBe('event_too_recent');
    expect(ask('2026-11-23 23:30')).toBe('yes');
    expect(ask('2026-11-17 09:00')).toBe('yes');
    expect(ask('2026-11-16 23:30')).toBe('event_too_old');
  });

  it.each(['demand', 'due_reminder', 'first_letter'] as const)('never follows a %s', (purpose) => {
    const since = past('2026-11-20 10:00', { purpose, channel: 'letter' });
    expect(ask('2026-11-18 10:00', { question: { history: [since] } })).toBe('demand_since_event');
    expect(ask('2026-11-18 10:00', { question: { history: [{ ...since, state: 'refused' }] } })).toBe('yes');
  });

  it('may follow a demand that a service event has answered since', () => {
    const history = [past('2026-11-16 10:00', { purpose: 'demand', channel: 'letter' })];
    expect(ask('2026-11-18 10:00', { question: { history } })).toBe('yes');
  });

  it('comes once in ninety days', () => {
    expect(ask('2026-11-23 10:00', { lastInvitedAt: at('2026-08-27 10:00') })).toBe('invited_recently');
    expect(ask('2026-11-23 10:00', { lastInvitedAt: at('2026-08-26 10:00') })).toBe('yes');
  });

  it('goes through the contact policy: hours, caps, pauses, channel', () => {
    expect(ask('2026-11-27 10:00', { when: '2026-11-28 10:30' })).toBe('contact_refused');
    expect(ask('2026-11-23 10:00', { question: { history: [past('2026-11-22 10:00')] } })).toBe(
      'contact_refused'
    );
    const pauses = [openPause('bereavement', localDate('2026-11-20'), DEFAULT_POLICY)];
    expect(ask('2026-11-23 10:00', { question: { facts: aCaseFact({ pauses }) } })).toBe('contact_refused');
    const byCall = aQuestion({
      when: '2026-11-24 10:30',
      proposed: { channel: 'call', at: at('2026-11-24 10:30') }
    });
    expect(ask('2026-11-23 10:00', { question: { proposed: byCall.proposed } })).toBe('contact_refused');
  });

  it('takes its place under the caps', () => {
    const result = mayInvite({
      event: { occasion: 'plan_set', at: at('2026-11-23 10:00') },
      lastInvitedAt: null,
      question: aQuestion({
        when: '2026-11-24 10:30',
        proposed: { purpose: 'receipt', at: at('2026-11-24 10:30') }
      })
    });
    expect(result).toMatchObject({ ok: true, value: { code: 'allowed_survey', counts: true } });
  });
});
