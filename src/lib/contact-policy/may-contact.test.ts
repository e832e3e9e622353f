import { addDays, localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import { aCaseFact, aQuestion, at, past, somePreferences } from '../../../tests/support/contact-question';
import type { Channel, ProposedContact, Purpose } from './contact';
import { DEFAULT_POLICY } from './contact-policy';
import { mayContact } from './may-contact';
import { openPause, type PauseReason } from './pauses';
import type { ContactQuestion } from './question';
import { placeOfPostcode } from './territory';

/** `yes`, or the code of the rule that stops. */
function answer(question: ContactQuestion): string {
  const result = mayContact(question);
  return result.ok ? 'yes' : result.why.code;
}

function nextOf(question: ContactQuestion): Date | null {
  const result = mayContact(question);
  if (result.ok) throw new Error('allowed');
  return result.why.nextAt;
}

const call = (when: string, over: Partial<ProposedContact> = {}) =>
  aQuestion({ when, proposed: { channel: 'call', at: at(when), ...over } });

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
  ])('a call on %s: %s', (when, expected) => expect(answer(call(when))).toBe(expected));

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

  it('when it may be somebody else who answers, nothing goes out but the code she asks for', () => {
    const pauses = [openPause('identity_problem', localDate('2026-11-20'), DEFAULT_POLICY)];
    const ask = (purpose: Purpose) =>
      answer(aQuestion({ facts: aCaseFact({ pauses }), proposed: { purpose } }));
    expect(ask('answer_to_debtor')).toBe('paused');
    expect(ask('receipt')).toBe('paused');
    expect(ask('sign_in_code')).toBe('yes');
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
    expect(nextOf(call('2026-11-27 19:30'))).toEqual(at('2026-11-30 10:00'));
    expect(nextOf(call('2026-12-24 19:30'))).toEqual(at('2026-12-28 10:00'));
    expect(nextOf(call('2026-11-23 13:15'))).toEqual(at('2026-11-23 14:00'));
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
