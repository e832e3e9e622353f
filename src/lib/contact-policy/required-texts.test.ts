import { describe, expect, it } from 'vitest';
import { PURPOSES, type Channel, type Purpose } from './contact';
import { requiredTexts } from './required-texts';

const words = {
  sender: 'Oxygène',
  optOut: 'ne plus recevoir',
  firstLetter: { reference: 'L-42', sentOn: '1er septembre 2026' }
};
const codes = (
  channel: Channel,
  purpose: Purpose,
  firstLetter = words.firstLetter as typeof words.firstLetter | null
) => requiredTexts({ channel, purpose }, { ...words, firstLetter }).map(({ code }) => code);

describe('what a text must hold', () => {
  it.each([
    ['email', 'invitation', ['sender', 'opt_out', 'letter_reference', 'letter_date']],
    ['sms', 'invitation', ['sender', 'opt_out', 'letter_reference', 'letter_date']],
    ['letter', 'invitation', ['letter_reference', 'letter_date']],
    ['email', 'follow_up', ['sender', 'opt_out', 'letter_reference', 'letter_date']],
    ['sms', 'due_reminder', ['sender', 'opt_out', 'letter_reference', 'letter_date']],
    ['letter', 'demand', ['letter_reference', 'letter_date']],
    ['letter', 'first_letter', []],
    ['sms', 'survey', ['sender', 'opt_out']],
    ['email', 'answer_to_debtor', ['sender', 'opt_out']],
    ['email', 'plan_confirmation', ['sender', 'opt_out']],
    ['sms', 'sign_in_code', ['sender']],
    ['app', 'demand', []]
  ] as const)('%s, %s: %j', (channel, purpose, expected) =>
    expect(codes(channel, purpose)).toEqual(expected.map((code) => `${code}_missing`))
  );

  it('is never less than who writes, in an e-mail or SMS of any purpose', () => {
    for (const purpose of Object.keys(PURPOSES) as Purpose[]) {
      expect(codes('sms', purpose)).toContain('sender_missing');
      if (purpose !== 'sign_in_code') expect(codes('email', purpose)).toContain('opt_out_missing');
    }
  });

  it('recalls no letter that does not exist: the rules of contact stop that step by themselves', () =>
    expect(codes('email', 'invitation', null)).toEqual(['sender_missing', 'opt_out_missing']));
});
