import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import { LONGEST_REASON, checkClaim, isAidKey, isClaimState, type ClaimNews } from './claims';

const today = localDate('2026-11-21');
const news = (over: Partial<ClaimNews>): ClaimNews => ({
  aid: 'rsa',
  state: 'asked',
  askedOn: today,
  decidedOn: null,
  amountCents: null,
  reason: null,
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

  it('name an aid and a state that exist', () => {
    expect([isAidKey('rsa'), isAidKey('gold'), isClaimState('asked'), isClaimState('lost')]).toEqual([
      true,
      false,
      true,
      false
    ]);
  });
});
