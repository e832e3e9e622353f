import { addDays, localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import {
  aCaseFact,
  answer,
  aQuestion,
  at,
  nextOf,
  past,
  somePreferences
} from '../../../tests/support/contact-question';
import type { Channel, ProposedContact, Purpose } from './contact';
import { DEFAULT_POLICY } from './contact-policy';
import { mayContact } from './may-contact';
import { openPause, type PauseReason } from './pauses';

describe('once her case is closed', () => {
  const facts = aCaseFact({ isClosed: true });
  const ask = (purpose: Purpose, channel: Channel = 'email', over: Partial<ProposedContact> = {}) =>
    answer(aQuestion({ facts, proposed: { purpose, channel, ...over } }));

  it.each([
    ['case_closed', 'yes'],
    ['survey', 'yes'],
    ['answer_to_debtor', 'yes'],
    ['receipt', 'yes'],
    ['sign_in_code', 'yes'],
    ['first_letter', 'case_closed'],
    ['demand', 'case_closed'],
    ['invitation', 'case_closed'],
    ['follow_up', 'case_closed'],
    ['aid_news', 'case_closed'],
    ['plan_confirmation', 'case_closed'],
    ['due_reminder', 'case_closed']
  ] as const)('%s: %s', (purpose, expected) => {
    expect(ask(purpose, purpose === 'first_letter' ? 'letter' : 'email')).toBe(expected);
  });

  it('no call is made but the one she asked for, and nothing says when that would change', () => {
    expect(ask('follow_up', 'call')).toBe('case_closed');
    expect(ask('answer_to_debtor', 'call', { request: 'this_channel' })).toBe('yes');
    expect(nextOf(aQuestion({ facts, proposed: { purpose: 'follow_up' } }))).toBeNull();
  });

  it('the word that says so still keeps hours, refused channels and the silence of a wrong address', () => {
    const night = { at: at('2026-11-23 21:00') };
    expect(ask('case_closed', 'email', night)).toBe('outside_hours');
    const refused = somePreferences({ refusedChannels: ['email'] });
    const proposed = { purpose: 'case_closed', channel: 'email' } as const;
    expect(answer(aQuestion({ facts: { ...facts, preferences: refused }, proposed }))).toBe(
      'channel_refused'
    );
    const pauses = [openPause('identity_problem', localDate('2026-11-20'), DEFAULT_POLICY)];
    expect(answer(aQuestion({ facts: { ...facts, pauses }, proposed }))).toBe('paused');
  });
});

describe('what she wished', () => {
  it('a refused channel stays closed, the others stay open', () => {
    const facts = aCaseFact({ preferences: somePreferences({ refusedChannels: ['call'] }) });
    const ask = (channel: Channel, over: Partial<ProposedContact> = {}) =>
      answer(aQuestion({ facts, proposed: { channel, ...over } }));
    expect(ask('call')).toBe('channel_refused');
    expect(ask('voicemail')).toBe('channel_refused');
    expect(ask('email')).toBe('yes');
    expect(ask('call', { purpose: 'answer_to_debtor' })).toBe('channel_refused');
    expect(ask('call', { purpose: 'answer_to_debtor', request: 'this_channel' })).toBe('yes');
    expect(ask('call', { request: 'this_channel' })).toBe('channel_refused');
  });

  it('after she refused everything: sixty days of silence, then paper only', () => {
    const facts = aCaseFact({ preferences: somePreferences({ allRefusedOn: localDate('2026-09-25') }) });
    const ask = (when: string, channel: Channel, purpose: Purpose = 'follow_up') =>
      answer(aQuestion({ facts, proposed: { channel, purpose, at: at(when) } }));
    expect(ask('2026-11-23 11:00', 'letter')).toBe('all_refused_silence');
    expect(ask('2026-11-24 11:00', 'letter')).toBe('yes');
    expect(ask('2026-11-24 11:00', 'email')).toBe('all_refused_post_only');
    expect(ask('2026-11-23 11:00', 'letter', 'receipt')).toBe('yes');
    expect(ask('2026-11-23 11:00', 'email', 'receipt')).toBe('all_refused_post_only');
    expect(ask('2026-11-23 11:00', 'app', 'answer_to_debtor')).toBe('yes');
  });

  it('in safe-contact mode only the channels she called safe, and no mail home', () => {
    const facts = aCaseFact({ safeChannels: ['sms'] });
    const ask = (channel: Channel, purpose: Purpose = 'answer_to_debtor') =>
      answer(aQuestion({ facts, proposed: { channel, purpose } }));
    expect(ask('letter')).toBe('safe_channels_only');
    expect(ask('email', 'receipt')).toBe('safe_channels_only');
    expect(ask('sms')).toBe('yes');
    expect(ask('app')).toBe('yes');
    expect(ask('email', 'sign_in_code')).toBe('yes');
    expect(ask('letter', 'sign_in_code')).toBe('safe_channels_only');
    const paperIsSafe = aCaseFact({ safeChannels: ['letter'] });
    const proposed = { channel: 'letter', purpose: 'sign_in_code' } as const;
    expect(answer(aQuestion({ facts: paperIsSafe, proposed }))).toBe('yes');
  });

  it('"c’était de trop" lowers the caps by one, from that day for ninety days', () => {
    const marked = past('2026-08-26 11:00', {
      channel: 'call',
      state: 'attempted',
      tooMuchAt: at('2026-08-26 20:00')
    });
    const recent = past('2026-11-20 11:00', { channel: 'letter' });
    const ask = (when: string, history = [marked, recent]) =>
      answer(aQuestion({ history, proposed: { channel: 'sms', at: at(when) } }));
    expect(ask('2026-11-23 11:00')).toBe('cap_per_7_days');
    expect(ask('2026-11-24 11:00')).toBe('yes');
    expect(ask('2026-11-23 11:00', [marked])).toBe('yes');
    const result = mayContact(aQuestion({ history: [marked, recent], when: '2026-11-23 11:00' }));
    expect(result).toMatchObject({ ok: false, why: { numbers: { limit: 1, usualLimit: 2, used: 1 } } });
  });

  it('"c’était de trop" said of an e-mail ends e-mails, SMS and push for ninety days; calls and letters remain', () => {
    const marked = past('2026-10-05 11:00', { tooMuchAt: at('2026-10-05 12:00') });
    const ask = (channel: Channel) => answer(aQuestion({ history: [marked], proposed: { channel } }));
    expect(ask('sms')).toBe('cap_per_7_days');
    expect(ask('call')).toBe('yes');
    expect(ask('letter')).toBe('yes');
  });

  it('said twice, nothing that counts goes out any more, and answers still do', () => {
    const twice = ['2026-10-05 11:00', '2026-10-12 11:00'].map((when) =>
      past(when, { channel: 'letter', tooMuchAt: at(when) })
    );
    expect(answer(aQuestion({ history: twice, proposed: { channel: 'call' } }))).toBe('cap_per_7_days');
    expect(answer(aQuestion({ history: twice, proposed: { purpose: 'answer_to_debtor' } }))).toBe('yes');
    // ninety days after the first, one a week comes back: Sunday 3 January, so Monday
    expect(nextOf(aQuestion({ history: twice, proposed: { channel: 'call' } }))).toEqual(
      at('2027-01-04 10:00')
    );
  });
});

describe('who she is', () => {
  it.each([
    [{ channel: 'visit' }, 'visit_never'],
    [{ channel: 'social_network' }, 'social_network_never'],
    [{ channel: 'call', atWork: true }, 'workplace_never'],
    [{ channel: 'call', recipient: 'third_party' }, 'third_party_never'],
    [{ channel: 'letter', recipient: 'estate' }, 'third_party_never'],
    [{ channel: 'letter', recipient: 'representative' }, 'no_representative']
  ] as const)('%o: %s, and no later day opens it', (proposed, expected) => {
    const question = aQuestion({ proposed });
    expect(answer(question)).toBe(expected);
    expect(nextOf(question)).toBeNull();
  });

  it.each(['protected_adult', 'minor'] as const)('%s: through who stands for her only', (standing) => {
    const facts = aCaseFact({ standing });
    expect(answer(aQuestion({ facts }))).toBe('representative_only');
    expect(answer(aQuestion({ facts, proposed: { recipient: 'representative' } }))).toBe('yes');
    expect(answer(aQuestion({ facts, proposed: { purpose: 'answer_to_debtor' } }))).toBe('yes');
  });

  it('after a death: 120 days of silence, then letters to the estate and nothing else', () => {
    const facts = aCaseFact({ deceasedOn: localDate('2026-07-27') });
    const ask = (when: string, proposed: Partial<ProposedContact>) =>
      answer(aQuestion({ facts, proposed: { ...proposed, at: at(when) } }));
    expect(ask('2026-11-23 11:00', { channel: 'letter', recipient: 'estate' })).toBe('person_deceased');
    expect(ask('2026-11-24 11:00', { channel: 'letter', recipient: 'estate' })).toBe('yes');
    expect(ask('2026-11-24 11:00', { channel: 'email', recipient: 'estate' })).toBe('estate_by_letter_only');
    expect(ask('2026-11-24 11:00', { channel: 'letter' })).toBe('estate_by_letter_only');
    expect(ask('2026-11-23 11:00', { channel: 'sms', purpose: 'sign_in_code' })).toBe('person_deceased');
    expect(ask('2026-11-23 11:00', { channel: 'email', purpose: 'receipt' })).toBe('person_deceased');
  });

  it('out of the classic track nobody asks for money', () => {
    for (const track of ['oxygene', 'oxygene_plus'] as const) {
      const facts = aCaseFact({ track });
      expect(answer(aQuestion({ facts, proposed: { purpose: 'demand' } }))).toBe('no_demand_on_this_track');
      expect(answer(aQuestion({ facts, proposed: { purpose: 'follow_up' } }))).toBe('yes');
    }
    expect(answer(aQuestion({ proposed: { purpose: 'demand' } }))).toBe('yes');
  });

  it('nothing before the first letter, and fourteen days to read it', () => {
    const ask = (firstLetter: string | null, proposed: Partial<ProposedContact> = {}) =>
      answer(
        aQuestion({
          facts: aCaseFact({ firstLetterOn: firstLetter ? localDate(firstLetter) : null }),
          proposed
        })
      );
    expect(ask(null)).toBe('first_letter_missing');
    expect(ask('2026-11-10')).toBe('first_letter_wait');
    expect(ask('2026-11-09')).toBe('yes');
    expect(ask(null, { channel: 'letter', purpose: 'first_letter' })).toBe('yes');
    expect(ask(null, { channel: 'email', purpose: 'first_letter' })).toBe('channel_not_for_purpose');
    expect(ask(null, { purpose: 'sign_in_code' })).toBe('yes');
  });
});

describe('pauses', () => {
  const LENGTHS: readonly [PauseReason, number][] = [
    ['debt_adviser', 30],
    ['surendettement_filed', 90],
    ['bereavement', 30],
    ['health', 30],
    ['distress', 7]
  ];

  it.each(LENGTHS)('%s holds contacts for %i days', (reason, days) => {
    const today = localDate('2026-11-23');
    const ask = (startsOn: typeof today) =>
      answer(aQuestion({ facts: aCaseFact({ pauses: [openPause(reason, startsOn, DEFAULT_POLICY)] }) }));
    expect(ask(today)).toBe('paused');
    expect(ask(addDays(today, 1 - days))).toBe('paused');
    expect(ask(addDays(today, -days))).toBe('yes');
  });

  it.each(['dispute', 'proposal_pending', 'surendettement_recevable', 'identity_problem'] as const)(
    '%s holds contacts until somebody ends it',
    (reason) => {
      const pause = openPause(reason, localDate('2026-01-10'), DEFAULT_POLICY);
      const question = aQuestion({ facts: aCaseFact({ pauses: [pause] }) });
      expect(mayContact(question)).toMatchObject({
        ok: false,
        why: { code: 'paused', numbers: { pause: reason }, nextAt: null }
      });
      const lifted = { ...pause, liftedOn: localDate('2026-11-23') };
      expect(answer(aQuestion({ facts: aCaseFact({ pauses: [lifted] }) }))).toBe('yes');
    }
  );

  it.each([
    ['receipt', 'yes'],
    ['plan_confirmation', 'yes'],
    ['answer_to_debtor', 'yes'],
    ['sign_in_code', 'yes'],
    ['survey', 'paused'],
    ['demand', 'paused'],
    ['invitation', 'paused']
  ] as const)('during a dispute, %s: %s', (purpose, expected) => {
    const pauses = [openPause('dispute', localDate('2026-11-20'), DEFAULT_POLICY)];
    expect(answer(aQuestion({ facts: aCaseFact({ pauses }), proposed: { purpose } }))).toBe(expected);
  });

  it('when it may be somebody else who answers, nothing goes out but a code to what she proved to hold', () => {
    const pauses = [openPause('identity_problem', localDate('2026-11-20'), DEFAULT_POLICY)];
    const ask = (purpose: Purpose, channel: Channel = 'email') =>
      answer(aQuestion({ facts: aCaseFact({ pauses }), proposed: { purpose, channel } }));
    expect(ask('answer_to_debtor')).toBe('paused');
    expect(ask('receipt')).toBe('paused');
    expect(ask('sign_in_code')).toBe('yes');
    expect(ask('sign_in_code', 'sms')).toBe('yes');
    expect(ask('sign_in_code', 'letter')).toBe('paused');
  });

  it('a letter with a code answers what she did: another pause lets it go', () => {
    const pauses = [openPause('dispute', localDate('2026-11-20'), DEFAULT_POLICY)];
    const proposed = { purpose: 'sign_in_code', channel: 'letter' } as const;
    expect(answer(aQuestion({ facts: aCaseFact({ pauses }), proposed }))).toBe('yes');
  });

  it('a pause she asked for ends on the day she chose', () => {
    const ask = (until: string) => {
      const pauses = [
        openPause('asked_by_person', localDate('2026-11-01'), DEFAULT_POLICY, localDate(until))
      ];
      return answer(aQuestion({ facts: aCaseFact({ pauses }) }));
    };
    expect(ask('2026-11-24')).toBe('paused');
    expect(ask('2026-11-23')).toBe('yes');
  });
});
