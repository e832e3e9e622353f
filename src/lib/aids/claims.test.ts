import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import {
  LONGEST_REASON,
  checkClaim,
  isAidKey,
  isClaimSubject,
  isClaimState,
  isReminderDue,
  type ClaimNews
} from './claims';

const today = localDate('2026-11-21');
const news = (over: Partial<ClaimNews>): ClaimNews => ({
  aid: 'rsa',
  state: 'asked',
  askedOn: today,
  decidedOn: null,
  amountCents: null,
  reason: null,
  remindOn: null,
  remindByPost: false,
  ...over
});
const day = localDate;

describe('news of a claim', () => {
  it.each<[string, Partial<ClaimNews>, string]>([
    ['asked without a day', { askedOn: null }, 'asked_on_missing'],
    ['no answer to something never asked', { state: 'no_answer', askedOn: null }, 'asked_on_missing'],
    ['asked tomorrow', { askedOn: day('2026-11-22') }, 'asked_on_in_future'],
    ['decided tomorrow', { state: 'refused', decidedOn: day('2026-11-22') }, 'decided_on_in_future'],
    [
      'decided before it was asked',
      { state: 'refused', decidedOn: day('2026-11-20') },
      'decided_before_asked'
    ],
    ['granted without an amount', { state: 'granted' }, 'amount_missing'],
    ['a reason too long', { state: 'refused', reason: 'x'.repeat(LONGEST_REASON + 1) }, 'reason_too_long']
  ])('%s is refused', (_name, over, code) => {
    expect(checkClaim(news(over), today)).toMatchObject({ ok: false, why: { code } });
  });

  it('a right of the catalogue is granted without an amount, or with one', () => {
    const granted = news({ aid: 'fsl-35', state: 'granted', decidedOn: today });
    expect(checkClaim(granted, today)).toEqual({ ok: true, value: granted });
    expect(checkClaim({ ...granted, amountCents: cents(25_000) }, today)).toMatchObject({
      value: { amountCents: 25_000 }
    });
  });

  it.each([
    ['rsa', true],
    ['fsl-epci-243500139', true],
    ['Fsl', false],
    ['../rsa', false],
    ['', false],
    ['a'.repeat(81), false]
  ])('%s has the shape of what may be claimed: %s', (text, expected) =>
    expect(isClaimSubject(text)).toBe(expected)
  );

  it('asked and decided today are taken, and a refusal whose day she does not know', () => {
    expect(checkClaim(news({ state: 'granted', decidedOn: today, amountCents: cents(0) }), today).ok).toBe(
      true
    );
    expect(checkClaim(news({ state: 'refused', askedOn: null }), today).ok).toBe(true);
    expect(checkClaim(news({ state: 'refused', reason: 'x'.repeat(LONGEST_REASON) }), today).ok).toBe(true);
  });

  it('leave out what their state does not carry', () => {
    const full = { decidedOn: today, amountCents: cents(100), reason: ' trop de ressources ' };
    expect(checkClaim(news({ state: 'asked', ...full }), today)).toEqual({ ok: true, value: news({}) });
    expect(checkClaim(news({ state: 'to_do', ...full }), today)).toMatchObject({ value: { askedOn: null } });
    expect(checkClaim(news({ state: 'refused', ...full }), today)).toMatchObject({
      value: { amountCents: null, reason: 'trop de ressources' }
    });
  });

  it.each([
    ['2026-11-20', 'remind_on_in_past'],
    ['2026-11-21', null],
    ['2027-11-21', null],
    ['2027-11-22', 'remind_on_too_far']
  ])('a reminder for %s on 21 November 2026: %s', (chosen, code) => {
    const checked = checkClaim(news({ remindOn: day(chosen), remindByPost: true }), today);
    expect(checked).toMatchObject(code ? { ok: false, why: { code } } : { ok: true });
  });

  it('without a day carry no message to send', () => {
    expect(checkClaim(news({ remindByPost: true }), today)).toMatchObject({ value: { remindByPost: false } });
  });

  it.each([
    [null, false],
    ['2026-11-22', false],
    ['2026-11-21', true],
    ['2026-11-20', true]
  ])('a reminder chosen for %s is due: %s', (chosen, isDue) => {
    expect(isReminderDue({ remindOn: chosen === null ? null : day(chosen) }, today)).toBe(isDue);
  });

  it('name an aid and a state that exist', () => {
    expect([isAidKey('rsa'), isAidKey('gold'), isClaimState('asked'), isClaimState('lost')]).toEqual([
      true,
      false,
      true,
      false
    ]);
  });
});
