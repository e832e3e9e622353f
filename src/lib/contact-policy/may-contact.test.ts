import { localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import {
  aCall,
  aCaseFact,
  answer,
  aQuestion,
  at,
  nextOf,
  past,
  somePreferences
} from '../../../tests/support/contact-question';
import { DEFAULT_POLICY } from './contact-policy';
import { mayContact } from './may-contact';
import { openPause } from './pauses';
import type { ContactQuestion } from './question';

describe('at one in the morning', () => {
  const night = at('2026-11-22 01:00');

  it('the code she asks for goes out, on a Sunday, during a pause, by a channel she refused', () => {
    const facts = aCaseFact({
      pauses: [openPause('health', localDate('2026-11-20'), DEFAULT_POLICY)],
      preferences: somePreferences({ refusedChannels: ['sms'], allRefusedOn: localDate('2026-11-20') })
    });
    expect(
      answer(aQuestion({ facts, proposed: { channel: 'sms', purpose: 'sign_in_code', at: night } }))
    ).toBe('yes');
  });

  it('the answer of her referent waits for Monday at nine', () => {
    const question = aQuestion({ proposed: { channel: 'push', purpose: 'answer_to_debtor', at: night } });
    expect(answer(question)).toBe('sunday');
    expect(nextOf(question)).toEqual(at('2026-11-23 09:00'));
  });

  it('a receipt waits too, unless she asks for it on her screen', () => {
    const receipt = (request: 'none' | 'right_now') =>
      answer(aQuestion({ proposed: { purpose: 'receipt', request, at: night } }));
    expect(receipt('none')).toBe('sunday');
    expect(receipt('right_now')).toBe('yes');
  });

  it('no call goes out, asked for or not; nor does anything that counts', () => {
    const asked = { request: 'right_now', at: night } as const;
    expect(answer(aQuestion({ proposed: { ...asked, channel: 'call', purpose: 'answer_to_debtor' } }))).toBe(
      'sunday'
    );
    expect(answer(aQuestion({ proposed: { ...asked, purpose: 'follow_up' } }))).toBe('sunday');
  });
});

describe('the reminder before an instalment', () => {
  const instalment = { id: 'i-1', dueOn: localDate('2026-11-26') };
  const ask = (when: string, over: Partial<ContactQuestion> = {}) =>
    answer(
      aQuestion({ ...over, proposed: { channel: 'sms', purpose: 'due_reminder', instalment, at: at(when) } })
    );

  it('goes out from three days before to the day itself', () => {
    expect(ask('2026-11-20 10:00')).toBe('reminder_too_early');
    expect(ask('2026-11-23 10:00')).toBe('yes');
    expect(ask('2026-11-26 10:00')).toBe('yes');
    expect(ask('2026-11-27 10:00')).toBe('reminder_too_late');
  });

  it('goes out once for each instalment', () => {
    const sent = (instalmentId: string) => [
      past('2026-11-23 09:00', { purpose: 'due_reminder', instalmentId })
    ];
    expect(ask('2026-11-24 10:00', { history: sent('i-1') })).toBe('reminder_already_sent');
    expect(ask('2026-11-24 10:00', { history: sent('i-0') })).toBe('yes');
  });

  it('needs an instalment, and respects pauses', () => {
    expect(answer(aQuestion({ proposed: { purpose: 'due_reminder' } }))).toBe('reminder_without_instalment');
    const pauses = [openPause('surendettement_recevable', localDate('2026-11-01'), DEFAULT_POLICY)];
    expect(ask('2026-11-24 10:00', { facts: aCaseFact({ pauses }) })).toBe('paused');
  });
});

describe('the answer', () => {
  it('names the rule that allows and counts what is left afterwards', () => {
    const result = mayContact(aQuestion({ history: [past('2026-11-18 10:00', { channel: 'letter' })] }));
    expect(result).toMatchObject({
      ok: true,
      value: {
        code: 'allowed_written',
        counts: true,
        policyVersion: '2026-11',
        left: {
          sevenDays: { limit: 2, used: 2, left: 0 },
          thirtyDays: { limit: 6, used: 2, left: 4 },
          byFamily: { written: { sevenDays: { left: 0 } }, call: { sevenDays: { left: 2 } } }
        }
      }
    });
  });

  it('of a service message leaves the caps as they were', () => {
    const result = mayContact(aQuestion({ proposed: { purpose: 'receipt' } }));
    expect(result).toMatchObject({
      ok: true,
      value: { code: 'allowed_receipt', left: { sevenDays: { left: 2 } } }
    });
  });

  it('says when the same contact would be allowed: over the weekend, the holiday, the 48 hours', () => {
    expect(nextOf(aCall('2026-11-27 19:30'))).toEqual(at('2026-11-30 10:00'));
    expect(nextOf(aCall('2026-12-24 19:30'))).toEqual(at('2026-12-28 10:00'));
    expect(nextOf(aCall('2026-11-23 13:15'))).toEqual(at('2026-11-23 14:00'));
    const history = [past('2026-11-23 15:20', { channel: 'letter' })];
    expect(nextOf(aQuestion({ history, proposed: { channel: 'call', at: at('2026-11-24 11:00') } }))).toEqual(
      at('2026-11-25 15:20')
    );
  });

  it('is the same for a clock that went back: a contact of "tomorrow" takes its place today', () => {
    const history = [past('2026-11-24 10:00')];
    expect(answer(aQuestion({ history }))).toBe('cap_per_day');
    expect(nextOf(aQuestion({ history }))).toEqual(at('2026-12-01 09:00'));
  });
});
