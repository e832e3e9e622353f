import { describe, expect, it } from 'vitest';
import { answer, aQuestion, at, past } from '../../../tests/support/contact-question';
import type { Channel } from './contact';
import { DEFAULT_POLICY } from './contact-policy';
import { mayContact } from './may-contact';

describe('how often', () => {
  const emails = (...days: string[]) => days.map((day) => past(`${day} 10:00`));
  const ask = (when: string, channel: Channel, history = emails()) =>
    answer(aQuestion({ history, proposed: { channel, at: at(when) } }));

  it('two contacts stand 48 hours apart, to the minute', () => {
    const history = [past('2026-11-23 10:30', { channel: 'call', state: 'attempted' })];
    expect(ask('2026-11-24 10:30', 'sms', history)).toBe('hours_between');
    expect(ask('2026-11-25 10:29', 'sms', history)).toBe('hours_between');
    expect(ask('2026-11-25 10:30', 'sms', history)).toBe('yes');
  });

  it('48 hours are hours that pass: over the night of 25 October the clock shows 47', () => {
    const history = [past('2026-10-23 18:30', { channel: 'call', state: 'attempted' })];
    expect(ask('2026-10-26 10:00', 'sms', history)).toBe('yes');
    const late = [past('2026-10-24 18:30', { channel: 'letter' })];
    expect(ask('2026-10-26 17:29', 'sms', late)).toBe('hours_between');
    expect(ask('2026-10-26 17:30', 'sms', late)).toBe('yes');
  });

  it('one a day, all channels together', () => {
    expect(ask('2026-11-23 18:00', 'call', emails('2026-11-23'))).toBe('cap_per_day');
  });

  it('two in seven days: the seventh day is still inside, the eighth is not', () => {
    const history = [
      past('2026-11-02 10:00', { channel: 'letter' }),
      past('2026-11-04 10:00', { channel: 'call', state: 'attempted' })
    ];
    expect(ask('2026-11-06 12:00', 'email', history.slice(1))).toBe('yes');
    expect(ask('2026-11-06 12:00', 'email', history)).toBe('cap_per_7_days');
    // 8 November is a Sunday: the cap is what is written, being looked at first
    expect(ask('2026-11-08 12:00', 'email', history)).toBe('cap_per_7_days');
    expect(ask('2026-11-09 12:00', 'email', history)).toBe('yes');
  });

  it('one e-mail, SMS or push in seven days', () => {
    expect(ask('2026-11-09 12:00', 'sms', emails('2026-11-03'))).toBe('cap_per_7_days');
    expect(ask('2026-11-10 12:00', 'sms', emails('2026-11-03'))).toBe('yes');
    expect(ask('2026-11-09 12:00', 'call', emails('2026-11-03'))).toBe('yes');
  });

  it('four written contacts in thirty days', () => {
    const four = emails('2026-10-26', '2026-11-03', '2026-11-10', '2026-11-17');
    expect(ask('2026-11-24 12:00', 'sms', four)).toBe('cap_per_30_days');
    expect(ask('2026-11-24 12:00', 'sms', four.slice(1))).toBe('yes');
    expect(ask('2026-11-25 12:00', 'sms', four)).toBe('yes');
  });

  it('six contacts in thirty days, whatever the channel', () => {
    const six = [
      ...emails('2026-10-26', '2026-11-03', '2026-11-10', '2026-11-17'),
      past('2026-10-29 11:00', { channel: 'call', state: 'attempted' }),
      past('2026-11-06 11:00', { channel: 'call', state: 'attempted' })
    ];
    expect(ask('2026-11-24 12:00', 'call', six)).toBe('cap_per_30_days');
    expect(ask('2026-11-24 12:00', 'call', six.slice(1))).toBe('yes');
    expect(ask('2026-11-25 12:00', 'call', six)).toBe('yes');
  });

  it('four calls in thirty days', () => {
    const calls = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'].map((day) =>
      past(`${day} 11:00`, { channel: 'call', state: 'attempted' })
    );
    expect(ask('2026-11-24 12:00', 'call', calls)).toBe('cap_per_30_days');
    expect(ask('2026-11-24 12:00', 'call', calls.slice(1))).toBe('yes');
    expect(ask('2026-11-24 12:00', 'sms', calls)).toBe('yes');
  });

  it('two calls in seven days, even when a firm allows three contacts', () => {
    const policy = { ...DEFAULT_POLICY, numbers: { ...DEFAULT_POLICY.numbers, contactsPer7Days: 3 } };
    const calls = ['2026-11-16', '2026-11-18'].map((day) =>
      past(`${day} 11:00`, { channel: 'call', state: 'attempted' })
    );
    const question = aQuestion({
      policy,
      history: calls,
      proposed: { channel: 'call', at: at('2026-11-20 12:00') }
    });
    expect(mayContact(question)).toMatchObject({
      ok: false,
      why: { code: 'cap_per_7_days', numbers: { family: 'call', limit: 2, used: 2 } }
    });
    expect(answer({ ...question, proposed: { ...question.proposed, channel: 'sms' } })).toBe('yes');
  });

  it('seven days of silence after a conversation, its day being the first', () => {
    const spoke = [past('2026-11-16 11:00', { channel: 'call', state: 'sent', purpose: 'answer_to_debtor' })];
    expect(ask('2026-11-20 11:00', 'call', spoke)).toBe('silence_after_conversation');
    expect(ask('2026-11-20 11:00', 'sms', spoke)).toBe('silence_after_conversation');
    expect(ask('2026-11-22 11:00', 'letter', spoke)).toBe('silence_after_conversation');
    expect(ask('2026-11-23 11:00', 'call', spoke)).toBe('yes');
    const rang = [past('2026-11-16 11:00', { channel: 'call', state: 'attempted' })];
    expect(ask('2026-11-20 11:00', 'call', rang)).toBe('yes');
  });

  it('a conversation she began is a conversation too', () => {
    const history = [past('2026-11-16 11:00', { channel: 'call', state: 'received' })];
    expect(ask('2026-11-20 11:00', 'sms', history)).toBe('silence_after_conversation');
  });

  it('fifteen days between two letters', () => {
    const letter = [past('2026-11-02 10:00', { channel: 'letter' })];
    expect(ask('2026-11-16 10:00', 'letter', letter)).toBe('letters_apart');
    expect(ask('2026-11-17 10:00', 'letter', letter)).toBe('yes');
  });

  it('a voice message follows an unanswered call, once in fourteen days, and takes no place of its own', () => {
    const rang = past('2026-11-23 10:30', { channel: 'call', state: 'attempted' });
    const left = (day: string) => past(`${day} 10:31`, { channel: 'voicemail' });
    expect(ask('2026-11-23 10:31', 'voicemail', [rang])).toBe('yes');
    expect(ask('2026-11-23 10:40', 'voicemail', [rang])).toBe('yes');
    expect(ask('2026-11-23 10:41', 'voicemail', [rang])).toBe('voicemail_only_after_call');
    expect(ask('2026-11-23 10:31', 'voicemail', [])).toBe('voicemail_only_after_call');
    expect(ask('2026-11-23 10:31', 'voicemail', [rang, left('2026-11-10')])).toBe('voicemail_apart');
    expect(ask('2026-11-23 10:31', 'voicemail', [rang, left('2026-11-09')])).toBe('yes');
    expect(ask('2026-11-25 10:30', 'sms', [rang, left('2026-11-23')])).toBe('yes');
  });

  it('what a rule stopped takes no place; what waits for its hour does', () => {
    expect(ask('2026-11-23 12:00', 'sms', [past('2026-11-22 22:00', { state: 'refused' })])).toBe('yes');
    expect(ask('2026-11-23 12:00', 'sms', [past('2026-11-24 09:00', { state: 'waiting' })])).toBe(
      'cap_per_day'
    );
  });

  it('service messages take no place under the caps and are held by none', () => {
    const full = [past('2026-11-21 10:00', { channel: 'letter' }), ...emails('2026-11-23')];
    for (const purpose of ['receipt', 'plan_confirmation', 'answer_to_debtor'] as const)
      expect(answer(aQuestion({ history: full, proposed: { purpose } }))).toBe('yes');
    const services = full.map((contact) => ({ ...contact, purpose: 'receipt' as const }));
    expect(answer(aQuestion({ history: services }))).toBe('yes');
  });
});
