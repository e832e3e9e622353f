import { describe, expect, it } from 'vitest';
import {
  aCall,
  aCaseFact,
  answer,
  aQuestion,
  at,
  somePreferences
} from '../../../tests/support/contact-question';
import type { Channel, ProposedContact } from './contact';
import { placeOfPostcode } from './territory';

describe('hours, on the person’s clock', () => {
  it.each([
    ['2026-11-23 09:59', 'outside_hours'],
    ['2026-11-23 10:00', 'yes'],
    ['2026-11-23 12:59', 'yes'],
    ['2026-11-23 13:00', 'outside_hours'],
    ['2026-11-23 13:59', 'outside_hours'],
    ['2026-11-23 14:00', 'yes'],
    ['2026-11-23 18:59', 'yes'],
    ['2026-11-23 19:00', 'outside_hours'],
    ['2026-11-28 10:30', 'saturday'],
    ['2026-11-29 10:30', 'sunday'],
    ['2026-11-11 10:30', 'public_holiday']
  ])('a call on %s: %s', (when, expected) => expect(answer(aCall(when))).toBe(expected));

  it.each(['email', 'sms', 'push'] as const)('%s goes from 9 to 19, Monday to Friday', (channel) => {
    const ask = (when: string) => answer(aQuestion({ proposed: { channel, at: at(when) } }));
    expect(ask('2026-11-23 08:59')).toBe('outside_hours');
    expect(ask('2026-11-23 09:00')).toBe('yes');
    expect(ask('2026-11-23 18:59')).toBe('yes');
    expect(ask('2026-11-23 19:00')).toBe('outside_hours');
    expect(ask('2026-11-28 11:00')).toBe('saturday');
  });

  it('a letter and a message in the app make no noise: no hours for them', () => {
    for (const channel of ['letter', 'app'] as const)
      expect(answer(aQuestion({ proposed: { channel, at: at('2026-11-29 03:00') } }))).toBe('yes');
  });

  it('Saturday calls open for those who asked, from 10 to 12, and for nobody else', () => {
    const facts = aCaseFact({ preferences: somePreferences({ saturdayCalls: true }) });
    const ask = (when: string, channel: Channel) =>
      answer(aQuestion({ facts, proposed: { channel, at: at(when) } }));
    expect(ask('2026-11-28 09:59', 'call')).toBe('outside_hours');
    expect(ask('2026-11-28 10:00', 'call')).toBe('yes');
    expect(ask('2026-11-28 12:00', 'call')).toBe('outside_hours');
    expect(ask('2026-11-28 10:00', 'sms')).toBe('saturday');
    expect(ask('2026-11-29 10:00', 'call')).toBe('sunday');
  });

  it('the hours of Réunion and of Tahiti are theirs, not those of Paris', () => {
    const ask = (postcode: string, instant: string) => {
      const facts = aCaseFact({ place: placeOfPostcode(postcode)! });
      return answer(aQuestion({ facts, proposed: { channel: 'call', at: new Date(instant) } }));
    };
    expect(ask('97400', '2026-11-23T14:59:00Z')).toBe('yes');
    expect(ask('97400', '2026-11-23T15:00:00Z')).toBe('outside_hours');
    expect(ask('98714', '2026-11-23T20:00:00Z')).toBe('yes');
    expect(ask('98714', '2026-11-23T19:59:00Z')).toBe('outside_hours');
    expect(ask('98714', '2026-11-28T02:00:00Z')).toBe('yes');
  });

  it('each territory has its holidays', () => {
    const ask = (postcode: string, when: string) => {
      const place = placeOfPostcode(postcode)!;
      return answer(
        aQuestion({
          facts: aCaseFact({ place }),
          proposed: { channel: 'call', at: at(when, place.timeZone) }
        })
      );
    };
    expect(ask('97410', '2027-12-20 10:30')).toBe('public_holiday');
    expect(ask('75011', '2027-12-20 10:30')).toBe('yes');
    expect(ask('67000', '2027-03-26 10:30')).toBe('public_holiday');
    expect(ask('54000', '2027-03-26 10:30')).toBe('yes');
  });

  it('her own possible times narrow our calls and what we send of our own accord, not our answers in writing', () => {
    const possibleTimes = { 2: [{ from: '17:00', to: '21:00' }] } as const;
    const facts = aCaseFact({ preferences: somePreferences({ possibleTimes }) });
    const ask = (proposed: Partial<ProposedContact>) => answer(aQuestion({ facts, proposed }));
    expect(ask({ channel: 'call', at: at('2026-11-23 17:30') })).toBe('no_hours_this_day');
    expect(ask({ channel: 'call', at: at('2026-11-24 16:59') })).toBe('outside_hours');
    expect(ask({ channel: 'call', at: at('2026-11-24 17:00') })).toBe('yes');
    expect(ask({ channel: 'call', at: at('2026-11-24 19:00') })).toBe('outside_hours');
    expect(ask({ channel: 'sms', purpose: 'answer_to_debtor', at: at('2026-11-23 09:30') })).toBe('yes');
  });

  it('a call she asked for may come at the times she gave, up to 20 h and never later', () => {
    const possibleTimes = { 2: [{ from: '17:00', to: '21:00' }] } as const;
    const facts = aCaseFact({ preferences: somePreferences({ possibleTimes }) });
    const ask = (when: string) =>
      answer(
        aQuestion({
          facts,
          proposed: { channel: 'call', purpose: 'answer_to_debtor', request: 'this_channel', at: at(when) }
        })
      );
    expect(ask('2026-11-24 19:59')).toBe('yes');
    expect(ask('2026-11-24 20:00')).toBe('outside_hours');
  });
});
