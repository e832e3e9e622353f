import { describe, expect, it } from 'vitest';
import { cents } from '$lib/kernel';
import type { ProposalRefusal, ReferentReason, SmallerRefusal } from '../index';
import { reasonAtDesk, refusalAtDesk, smallerAtDesk, STATE_AT_DESK } from './desk-words';

const ofHer = /\b(vous|votre|vos)\b/i;

const REFUSALS = [
  { code: 'plan_too_long', maximumMonths: 120 },
  { code: 'debt_not_found' },
  { code: 'surendettement_receivable' },
  { code: 'debt_may_be_time_barred' },
  { code: 'debt_is_disputed' },
  { code: 'rest_or_symbolic_only', maximumCents: cents(500) },
  {
    code: 'left_to_live_below_floor',
    leftAfterCents: cents(1),
    missingCents: cents(2),
    floorCents: cents(3),
    highestCents: cents(0)
  }
] as const satisfies readonly Partial<ProposalRefusal>[];

const REASONS: readonly ReferentReason[] = [
  { code: 'below_creditor_minimum', minimumCents: cents(1_000) },
  { code: 'longer_than_creditor_allows', maximumMonths: 12, months: 30 },
  { code: 'rest_longer_than_creditor_allows', maximumMonths: 1, months: 2 },
  { code: 'left_to_live_unknown' },
  { code: 'left_to_live_imprecise', atMostCents: cents(60_000) },
  { code: 'symbolic_plan' },
  { code: 'limitation_soon' }
] as readonly ReferentReason[];

describe('plans at the desk', () => {
  it.each(REFUSALS)('a refusal never speaks to the person: $code', (refusal) =>
    // the table holds what each sentence says, not the whole of each refusal
    expect(refusalAtDesk(refusal as unknown as ProposalRefusal)).not.toMatch(ofHer)
  );
  it.each(REASONS)('a reason never speaks to the person: $code', (reason) =>
    expect(reasonAtDesk(reason)).not.toMatch(ofHer)
  );
  it('nor does a smaller plan that is not found', () =>
    expect(smallerAtDesk({ code: 'no_smaller_plan' } as SmallerRefusal)).not.toMatch(ofHer));
  it('a counter-proposal waits for her, not for who wrote it', () => {
    expect(STATE_AT_DESK.countered()).toBe('Contre-proposition envoyée, en attente de sa réponse');
    expect(STATE_AT_DESK.withdrawn()).not.toMatch(ofHer);
  });
});
