import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, localDate, sumCents } from '$lib/kernel';
import type { LeftToLive } from '$lib/budget';
import { checkProposal, type ProposalContext } from './check-proposal';
import { waysOut } from './proposal-refusal';
import {
  DEFAULT_CREDITOR_RULES,
  strictestRules,
  type PlanTerms,
  type Proposal,
  type ProposedDebt
} from './proposal';
import { monthlyEquivalent } from './referent-reasons';
import type { Rhythm } from './rhythm';
import { amountByMonth } from './schedule';

const on5th: Rhythm = { kind: 'monthly', dayOfMonth: 5 };
const about = (amount: number): LeftToLive => ({
  kind: 'known',
  amountCents: cents(amount),
  precision: 'about'
});

const aDebt = (changes: Partial<ProposedDebt> = {}): ProposedDebt => ({
  debtId: 'a',
  owedCents: cents(62640),
  limitation: 'ok',
  limitationReview: null,
  disputed: false,
  rules: DEFAULT_CREDITOR_RULES,
  ...changes
});

const aContext = (changes: Partial<ProposalContext> = {}): ProposalContext => ({
  debts: [aDebt()],
  leftToLive: about(104200),
  floorCents: cents(97754),
  effectsInForce: [],
  today: localDate('2026-09-15'),
  ...changes
});

const instalments = (amount: number, rhythm: Rhythm = on5th): PlanTerms => ({
  kind: 'instalments',
  instalmentCents: cents(amount),
  rhythm
});
const symbolic: PlanTerms = { kind: 'symbolic', instalmentCents: cents(500), rhythm: on5th, months: 6 };
const rest = (restMonths: number): PlanTerms => ({ kind: 'rest', restMonths });
const check = (terms: PlanTerms, context: ProposalContext = aContext(), debtIds = ['a']) =>
  checkProposal({ debtIds, terms }, context);
const reasonsOf = (terms: PlanTerms, context?: ProposalContext) => {
  const result = check(terms, context);
  if (!result.ok) throw new Error(result.why.code);
  return result.value.kind === 'needs_referent' ? result.value.reasons.map((reason) => reason.code) : [];
};

describe('a proposal within the creditor’s rules', () => {
  it('is accepted at once', () => {
    expect(check(instalments(3500))).toMatchObject({ ok: true, value: { kind: 'accepted_at_once' } });
    expect(check(rest(3))).toMatchObject({ ok: true, value: { kind: 'accepted_at_once' } });
  });

  it.each([
    ['a cent under the minimum', 999, ['below_creditor_minimum']],
    ['at the minimum', 1000, []]
  ])('%s', (_where, amount, reasons) => {
    expect(reasonsOf(instalments(amount), aContext({ debts: [aDebt({ owedCents: cents(20000) })] }))).toEqual(
      reasons
    );
  });

  it('a single payment of the whole is never under the minimum', () => {
    expect(reasonsOf(instalments(900), aContext({ debts: [aDebt({ owedCents: cents(900) })] }))).toEqual([]);
  });

  it.each([
    [36, []],
    [37, ['longer_than_creditor_allows']]
  ])('over %d months', (months, reasons) => {
    const debts = [aDebt({ owedCents: cents(2000 * months) })];
    expect(reasonsOf(instalments(2000), aContext({ debts }))).toEqual(reasons);
  });

  it.each([
    [1, []],
    [2, ['rest_longer_than_creditor_allows']]
  ])('with %d months of rest when the creditor allows one', (months, reasons) => {
    const debts = [aDebt({ rules: { ...DEFAULT_CREDITOR_RULES, maxRestMonths: 1 } })];
    expect(reasonsOf(rest(months), aContext({ debts }))).toEqual(reasons);
  });

  it('keeps to the strictest of several creditors', () => {
    const strict = {
      minMonthlyCents: cents(2000),
      maxDurationMonths: 12,
      maxRestMonths: 1,
      principalFirst: true
    };
    expect(strictestRules([DEFAULT_CREDITOR_RULES, strict])).toEqual({ ...strict, principalFirst: false });
    expect(strictestRules([])).toEqual(DEFAULT_CREDITOR_RULES);
    expect(monthlyEquivalent(cents(1200), { kind: 'weekly', weekday: 1 })).toBe(5200);
    expect(monthlyEquivalent(cents(1200), { kind: 'fortnightly', weekday: 1 })).toBe(2600);
  });
});

describe('a human answers, and nothing is refused, when', () => {
  it('what is left is unknown: a skipped question never refuses', () => {
    expect(reasonsOf(instalments(3500), aContext({ leftToLive: { kind: 'unknown' } }))).toEqual([
      'left_to_live_unknown'
    ]);
  });

  it('what is left is only an upper limit', () => {
    const leftToLive: LeftToLive = { kind: 'known', amountCents: cents(104200), precision: 'at_most' };
    expect(reasonsOf(instalments(3500), aContext({ leftToLive }))).toEqual(['left_to_live_imprecise']);
  });

  it('the plan is symbolic', () => {
    expect(reasonsOf(symbolic, aContext({ leftToLive: about(0) }))).toEqual(['symbolic_plan']);
  });

  it('the limitation period ends soon and nobody looked yet', () => {
    const soon = aContext({ debts: [aDebt({ limitation: 'soon' })] });
    expect(reasonsOf(instalments(3500), soon)).toEqual(['limitation_soon']);
    const looked = aContext({ debts: [aDebt({ limitation: 'soon', limitationReview: 'still_due' })] });
    expect(reasonsOf(instalments(3500), looked)).toEqual([]);
  });
});

describe('a proposal is not taken as it is when', () => {
  it.each([
    ['no debt is chosen', instalments(3500), aContext(), [], 'no_debt_chosen'],
    ['a debt is not hers', instalments(3500), aContext(), ['z'], 'debt_not_found'],
    ['the amount is zero', instalments(0), aContext(), ['a'], 'amount_zero'],
    ['the rest is four months', rest(4), aContext(), ['a'], 'rest_too_long'],
    [
      'the plan is over the limit',
      instalments(100),
      aContext({ debts: [aDebt({ owedCents: cents(100 * 85) })] }),
      ['a'],
      'plan_too_long'
    ],
    [
      'her surendettement file is receivable',
      rest(1),
      aContext({ effectsInForce: ['payment_asks_stop'] }),
      ['a'],
      'surendettement_receivable'
    ],
    [
      'the debt may be time-barred and no human looked',
      rest(1),
      aContext({ debts: [aDebt({ limitation: 'presumed_expired' })] }),
      ['a'],
      'debt_may_be_time_barred'
    ],
    [
      'nothing says since when it is unpaid',
      rest(1),
      aContext({ debts: [aDebt({ limitation: 'unknown' })] }),
      ['a'],
      'debt_may_be_time_barred'
    ],
    [
      'a human found it expired',
      instalments(3500),
      aContext({ debts: [aDebt({ limitationReview: 'expired' })] }),
      ['a'],
      'debt_may_be_time_barred'
    ],
    ['she disputes it', rest(1), aContext({ debts: [aDebt({ disputed: true })] }), ['a'], 'debt_is_disputed'],
    [
      'only a rest or a symbolic plan is open',
      instalments(3500),
      aContext({ effectsInForce: ['zero_plan_only'] }),
      ['a'],
      'rest_or_symbolic_only'
    ]
  ])('%s', (_case, terms, context, debtIds, code) => {
    const result = check(terms, context, debtIds);
    expect(result).toMatchObject({ ok: false, why: { code } });
    if (!result.ok) expect(waysOut(result.why)).toContain('referent');
  });

  it.each([
    ['a cent over the floor', 101255, true],
    ['exactly at the floor', 101254, true],
    ['a cent under the floor', 101253, false]
  ])('what is left after 35 € is %s', (_where, left, accepted) => {
    const result = check(instalments(3500), aContext({ leftToLive: about(left) }));
    expect(result.ok).toBe(accepted);
    if (!result.ok)
      expect(result.why).toEqual({
        code: 'left_to_live_below_floor',
        leftToLiveCents: 101253,
        monthlyCents: 3500,
        leftAfterCents: 97753,
        floorCents: 97754,
        missingCents: 1,
        highestCents: 3499
      });
  });

  it('five Fridays together go below the floor, although one would not', () => {
    const weekly = instalments(1000, { kind: 'weekly', weekday: 5 });
    expect(check(weekly, aContext({ leftToLive: about(97754 + 4900) }))).toMatchObject({
      ok: false,
      why: { code: 'left_to_live_below_floor', monthlyCents: 5000, highestCents: 880 }
    });
  });

  it('nothing is left: a rest and a symbolic plan stay open', () => {
    const context = aContext({ leftToLive: about(0) });
    const refusal = check(instalments(3500), context);
    expect(refusal).toMatchObject({ ok: false, why: { highestCents: 0 } });
    if (!refusal.ok) expect(waysOut(refusal.why)).toEqual(['rest', 'symbolic', 'referent']);
    expect(check(rest(2), context).ok).toBe(true);
    expect(check(symbolic, context).ok).toBe(true);
  });

  it('a debt reviewed by a human as still due may be planned', () => {
    const debts = [aDebt({ limitation: 'presumed_expired', limitationReview: 'still_due' })];
    expect(check(instalments(3500), aContext({ debts })).ok).toBe(true);
  });
});

describe('the debts she chose', () => {
  it('are the only ones counted, each once', () => {
    const debts = [aDebt(), aDebt({ debtId: 'b', owedCents: cents(10000), disputed: true })];
    const proposal: Proposal = { debtIds: ['a', 'a'], terms: instalments(3500) };
    expect(checkProposal(proposal, aContext({ debts }))).toMatchObject({
      ok: true,
      value: { schedule: { owedCents: 62640 } }
    });
  });
});

describe('whatever is proposed', () => {
  it('no accepted plan ever goes below the floor in a month, nor loses a cent', () => {
    const rhythm = fc.constantFrom<Rhythm>(
      on5th,
      { kind: 'payday', dayOfMonth: 31 },
      { kind: 'weekly', weekday: 5 },
      { kind: 'fortnightly', weekday: 2 }
    );
    let planned = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 60_000 }),
        fc.integer({ min: 1, max: 400_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        rhythm,
        fc.integer({ min: 0, max: 4 }),
        (amount, owed, left, someRhythm, restMonths) => {
          const terms: PlanTerms = {
            kind: 'rest_then_instalments',
            restMonths,
            instalmentCents: cents(amount),
            rhythm: someRhythm
          };
          const context = aContext({ debts: [aDebt({ owedCents: cents(owed) })], leftToLive: about(left) });
          const result = check(terms, context);
          expect(check(terms, context)).toEqual(result);
          if (!result.ok) {
            expect(waysOut(result.why)).toContain('referent');
            return;
          }
          planned += 1;
          const { schedule } = result.value;
          expect(sumCents(schedule.instalments.map((one) => one.amountCents))).toBe(owed);
          for (const paid of amountByMonth(schedule).values())
            expect(left - paid).toBeGreaterThanOrEqual(context.floorCents);
        }
      ),
      { numRuns: 500 }
    );
    expect(planned).toBeGreaterThan(20);
  });
});
