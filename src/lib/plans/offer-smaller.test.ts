import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cents, localDate, sumCents } from '$lib/kernel';
import { agreementAsks } from './agreement-rest';
import type { ProposalContext } from './check-proposal';
import { missInstalment } from './miss-instalment';
import { offerSmaller, replaceAhead, termsKey, type Shrinkable } from './offer-smaller';
import { DEFAULT_CREDITOR_RULES, type PaidTerms, type PlanTerms, type ProposedDebt } from './proposal';
import { monthlyEquivalent } from './referent-reasons';
import type { Rhythm } from './rhythm';
import { buildSchedule, heaviestMonth } from './schedule';

const today = localDate('2027-01-06');
const monthly: Rhythm = { kind: 'monthly', dayOfMonth: 5 };
const termsOf = (amount: number, rhythm: Rhythm = monthly): PaidTerms => ({
  kind: 'instalments',
  instalmentCents: cents(amount),
  rhythm
});
const debt: ProposedDebt = {
  debtId: 'd-1',
  owedCents: cents(62_640),
  limitation: 'ok',
  limitationReview: null,
  disputed: false,
  rules: DEFAULT_CREDITOR_RULES
};
const contextOf = (change: Partial<ProposalContext> = {}): ProposalContext => ({
  debts: [debt],
  leftToLive: { kind: 'known', amountCents: cents(104_200), precision: 'about' },
  floorCents: cents(65_169),
  effectsInForce: [],
  today,
  ...change
});
/** Agreed on 24 November for what is owed, the first on 5 December and missed. */
const agreed = (terms: PaidTerms = termsOf(3500), owed = 62_640): Shrinkable => {
  const built = buildSchedule(terms, cents(owed), localDate('2026-11-24'));
  if (!built.ok) throw new Error(built.why.code);
  const { dueOn } = built.value.instalments[0]!;
  const missed = missInstalment(built.value, { dueOn, today, terms });
  if (!missed.ok) throw new Error(missed.why.code);
  return { debtIds: ['d-1'], terms, schedule: missed.value };
};

describe('after a missed instalment', () => {
  // 626,40 € in 35 € are 18 instalments; those of 5 December (moved) and 5 January (over)
  it('half is offered for what is still to come, within the rules, and taken at once', () => {
    const owed = 46_000;
    expect(
      offerSmaller(agreed(termsOf(3500), owed), contextOf({ debts: [{ ...debt, owedCents: cents(owed) }] }))
    ).toMatchObject({
      ok: true,
      value: {
        terms: { instalmentCents: 1500 },
        leftCents: owed - 3500,
        verdict: { kind: 'accepted_at_once' }
      }
    });
  });

  it('goes to the referent when it lasts longer than the creditor allows, or is under its minimum', () => {
    expect(offerSmaller(agreed(), contextOf())).toMatchObject({
      value: { verdict: { kind: 'needs_referent', reasons: [{ code: 'longer_than_creditor_allows' }] } }
    });
    const rules = { ...DEFAULT_CREDITOR_RULES, minMonthlyCents: cents(1501), maxDurationMonths: 84 };
    expect(offerSmaller(agreed(), contextOf({ debts: [{ ...debt, rules }] }))).toMatchObject({
      value: { verdict: { kind: 'needs_referent', reasons: [{ code: 'below_creditor_minimum' }] } }
    });
  });

  it.each([
    [59_140, 59_140],
    [59_139, 59_139],
    [0, null]
  ])('never pays more than the %i cents her creditor says are left', (owed, left) => {
    const offer = offerSmaller(agreed(), contextOf({ debts: [{ ...debt, owedCents: cents(owed) }] }));
    if (left === null) expect(offer).toMatchObject({ ok: false });
    else expect(offer).toMatchObject({ ok: true, value: { leftCents: left } });
  });

  it.each([
    ['a receivable file', { effectsInForce: ['payment_asks_stop'] }, 'surendettement_receivable'],
    ['a disputed debt', { debts: [{ ...debt, disputed: true }] }, 'debt_is_disputed'],
    [
      'a debt maybe out of time that nobody looked at',
      { debts: [{ ...debt, limitation: 'presumed_expired' }] },
      'debt_may_be_time_barred'
    ],
    ['nothing above the floor', { effectsInForce: ['zero_plan_only'] }, 'rest_or_symbolic_only']
  ] as [string, Partial<ProposalContext>, string][])('none is invented with %s', (_case, change, code) =>
    expect(offerSmaller(agreed(), contextOf(change))).toMatchObject({ ok: false, why: { code } })
  );

  it('a small sum for six months has no smaller one', () => {
    const small: PaidTerms = { kind: 'symbolic', instalmentCents: cents(1000), rhythm: monthly, months: 6 };
    expect(offerSmaller(agreed(small), contextOf())).toMatchObject({ why: { code: 'no_smaller_plan' } });
  });

  it.each([
    ['as much as before', termsOf(3500), true],
    ['one cent more', termsOf(3501), false],
    // 808 cents a week are 3501 a month
    ['more, by the week', termsOf(808, { kind: 'weekly', weekday: 5 }), false],
    ['less, by the week', termsOf(807, { kind: 'weekly', weekday: 5 }), true],
    ['a rest', { kind: 'rest', restMonths: 2 }, true]
  ] as [string, PlanTerms, boolean][])('a referent proposes %s', (_case, wished, isTaken) => {
    const offer = offerSmaller(agreed(), contextOf(), wished);
    expect(offer.ok).toBe(isTaken);
    if (!offer.ok) expect(offer.why.code).toBe('not_smaller');
  });

  it('made smaller: the past stays, nothing is lost, no month asks more than before', () => {
    const rhythms = fc.constantFrom<Rhythm>(
      monthly,
      { kind: 'payday', dayOfMonth: 31 },
      { kind: 'weekly', weekday: 5 },
      { kind: 'fortnightly', weekday: 2 }
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 5_000, max: 84_000 }),
        fc.integer({ min: 1_000, max: 6_000 }),
        rhythms,
        fc.integer({ min: 0, max: 400 }),
        (owed, instalment, rhythm, days) => {
          const plan = agreed(termsOf(instalment, rhythm), owed);
          const on = addDays(today, days);
          const context = contextOf({ debts: [{ ...debt, owedCents: cents(owed) }], today: on });
          const offer = offerSmaller(plan, context);
          if (!offer.ok) return;
          const after = replaceAhead(plan.schedule, offer.value.verdict.schedule, on);
          const past = plan.schedule.instalments.filter(({ dueOn }) => dueOn < on);
          expect(after.instalments.slice(0, past.length)).toEqual(past);
          expect(sumCents(after.instalments.map((one) => one.amountCents)) + after.laterCents).toBe(owed);
          expect(after.owedCents).toBe(owed);
          expect(after.instalments.map(({ position }) => position)).toEqual(
            after.instalments.map((_one, index) => index + 1)
          );
          const dates = after.instalments.map(({ dueOn }) => dueOn);
          expect(dates).toEqual([...new Set(dates)].sort());
          expect(heaviestMonth(offer.value.verdict.schedule)).toBeLessThanOrEqual(
            heaviestMonth(plan.schedule)
          );
          const { terms } = offer.value;
          if (terms.kind !== 'instalments') throw new Error(terms.kind);
          expect(monthlyEquivalent(terms.instalmentCents, rhythm)).toBeLessThan(
            monthlyEquivalent(cents(instalment), rhythm)
          );
        }
      )
    );
  });
});

describe('terms are told apart', () => {
  const some: PlanTerms[] = [
    termsOf(3500),
    termsOf(3501),
    termsOf(3500, { kind: 'payday', dayOfMonth: 5 }),
    termsOf(3500, { kind: 'monthly', dayOfMonth: 6 }),
    { kind: 'rest', restMonths: 1 },
    { kind: 'rest', restMonths: 2 },
    { ...termsOf(3500), kind: 'rest_then_instalments', restMonths: 1 } as PlanTerms
  ];
  it('by whatever she reads in them', () => expect(new Set(some.map(termsKey)).size).toBe(some.length));
});

describe('an agreement asks for nothing', () => {
  const other = { ...debt, debtId: 'd-2', disputed: true };
  it.each([
    [
      'under a receivable file',
      contextOf({ effectsInForce: ['payment_asks_stop'] }),
      'surendettement_receivable'
    ],
    [
      'while a debt it covers is disputed',
      contextOf({ debts: [{ ...debt, disputed: true }] }),
      'debt_is_disputed'
    ],
    [
      'once its creditors say that all is paid',
      contextOf({ debts: [{ ...debt, owedCents: cents(0) }] }),
      'nothing_owed'
    ],
    ['when its debts are gone', contextOf({ debts: [] }), 'nothing_owed']
  ])('%s', (_case, context, code) =>
    expect(agreementAsks(['d-1'], context)).toMatchObject({ ok: false, why: { code } })
  );
  it('else it does, whatever becomes of other debts', () =>
    expect(agreementAsks(['d-1'], contextOf({ debts: [debt, other] })).ok).toBe(true));
});
