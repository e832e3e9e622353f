import { describe, expect, it } from 'vitest';
import { cents } from '$lib/kernel';
import { CLOSING_REASONS, checkClosing, isSettledBy, type ClosingFacts } from './closing';

const OPEN: ClosingFacts = { isClosed: false, leftCents: cents(0), hasAgreement: true };
const ask = (reason: (typeof CLOSING_REASONS)[number], words = '', facts: Partial<ClosingFacts> = {}) =>
  checkClosing({ reason, words }, { ...OPEN, ...facts });

describe('closing a case', () => {
  it.each(CLOSING_REASONS)('for the reason %s, with words, is always possible once', (reason) => {
    expect(ask(reason, 'Vérifié ce matin.', { leftCents: cents(12_000) }).ok).toBe(true);
    expect(ask(reason, 'Vérifié ce matin.', { isClosed: true })).toEqual({
      ok: false,
      why: { code: 'already_closed' }
    });
  });

  it.each([
    ['paid', 0, true],
    ['paid', 1, false],
    ['plan_kept', 0, true],
    ['plan_kept', 1, false],
    ['given_back', 12_000, true],
    ['not_owed', 12_000, true],
    ['time_barred', 12_000, true],
    ['erased_by_decision', 12_000, true],
    ['other', 0, false]
  ] as const)('for %s with %i cents left and without words: possible is %s', (reason, left, possible) => {
    expect(ask(reason, '  ', { leftCents: cents(left) }).ok).toBe(possible);
  });

  it('says what is left when that contradicts the reason, and nothing for another reason in words', () => {
    expect(ask('paid', '', { leftCents: cents(4_210) })).toEqual({
      ok: false,
      why: { code: 'words_missing', leftCents: 4_210 }
    });
    expect(ask('other')).toEqual({ ok: false, why: { code: 'words_missing', leftCents: null } });
  });

  it('knows of no agreement kept where there is none, whatever the words', () => {
    expect(ask('plan_kept', 'Elle a tout versé.', { hasAgreement: false })).toEqual({
      ok: false,
      why: { code: 'no_agreement' }
    });
  });

  it('completes an agreement only when it was paid or kept', () => {
    expect(CLOSING_REASONS.filter(isSettledBy)).toEqual(['paid', 'plan_kept']);
  });
});
