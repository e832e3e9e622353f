import { describe, expect, it } from 'vitest';
import { addDays } from '$lib/kernel';
import type { QuestionId } from '../question';
import { FLOOR, someAnswers, TODAY, type Short } from '../testing/builders';
import { contactsPausedUntil, effectsInForce, hasEffect, needsToApply } from './effects';
import { signalsFrom } from './signals-from';

const raisedBy = (said: Partial<Record<QuestionId, Short>>) =>
  signalsFrom(someAnswers(said), { today: TODAY, floorCents: FLOOR });

describe('what signals change', () => {
  it.each<[Partial<Record<QuestionId, Short>>, string]>([
    [{ overindebtedness_file: 'receivable' }, 'payment_asks_stop'],
    [{ going_without: 'sometimes' }, 'rest_offered'],
    [{ money_control: 'worries_me' }, 'safe_contact_mode'],
    [{ money_control: 'worries_me' }, 'no_joint_contact'],
    [{ feeling: 'too_much' }, 'contacts_paused'],
    [{ card_withdrawn: 'yes' }, 'fee_cap_explained'],
    [{ left_over: 'nothing' }, 'zero_plan_only'],
    [{ recent_change: 'birth' }, 'slower_pace'],
    [{ exchange_needs: ['no_phone'] }, 'needs_applied'],
    [{ other_urgent: ['energy'] }, 'other_debts_first']
  ])('%j brings %s', (said, code) => {
    const effects = effectsInForce(raisedBy(said), TODAY);
    expect(effects.map(({ effect }) => effect.code)).toContain(code);
  });

  it('ends with the signal: the last day it holds, the next day it does not', () => {
    const signals = raisedBy({ going_without: 'often' });
    expect(hasEffect(effectsInForce(signals, addDays(TODAY, 30)), 'rest_offered')).toBe(true);
    expect(hasEffect(effectsInForce(signals, addDays(TODAY, 31)), 'rest_offered')).toBe(false);
  });

  it('a pause may end before its signal: thirty days of silence, six months of a slower pace', () => {
    const signals = raisedBy({ recent_change: 'bereavement' });
    expect(contactsPausedUntil(effectsInForce(signals, addDays(TODAY, 30)))).toBe(addDays(TODAY, 30));
    const after = effectsInForce(signals, addDays(TODAY, 31));
    expect(contactsPausedUntil(after)).toBeNull();
    expect(hasEffect(after, 'slower_pace')).toBe(true);
  });

  it('of two pauses, the longer one counts', () => {
    const signals = raisedBy({ recent_change: 'bereavement', feeling: 'too_much' });
    expect(contactsPausedUntil(effectsInForce(signals, TODAY))).toBe(addDays(TODAY, 30));
  });

  it('lists the needs to apply', () => {
    const signals = raisedBy({ exchange_needs: ['large_text', 'no_phone'] });
    expect(needsToApply(effectsInForce(signals, TODAY))).toEqual(['large_text', 'no_phone']);
    expect(needsToApply([])).toEqual([]);
  });

  it('tells staff whether they may know why', () => {
    const known = (said: Partial<Record<QuestionId, Short>>) =>
      effectsInForce(raisedBy(said), TODAY).every((one) => one.staffMayKnow);
    expect(known({ feeling: 'too_much' })).toBe(false);
    expect(known({ feeling: 'too_much', tell_referent: 'yes' })).toBe(true);
    expect(known({ recent_change: 'health' })).toBe(true);
  });
});
