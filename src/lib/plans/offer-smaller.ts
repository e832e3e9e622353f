import { cents, ok, refused, sumCents, type Cents, type LocalDate, type Result } from '$lib/kernel';
import { instalmentsAhead } from './agreed-schedule';
import { checkProposal, type ProposalContext, type ProposalVerdict } from './check-proposal';
import { restMonthsOf, totalOwed, type PaidTerms, type PlanTerms } from './proposal';
import type { ProposalRefusal } from './proposal-refusal';
import { proposeSmaller, type NoSmallerPlan } from './propose-smaller';
import { monthlyEquivalent } from './referent-reasons';
import type { Instalment, Schedule } from './schedule';

/** An agreement that may become smaller. */
export interface Shrinkable {
  readonly debtIds: readonly string[];
  readonly terms: PlanTerms;
  readonly schedule: Schedule;
}

/** A smaller plan she may take, and what happens when she does. */
export interface SmallerOffer {
  readonly terms: PlanTerms;
  /** What the smaller plan pays: the instalments still to come, missed ones included. */
  readonly leftCents: Cents;
  readonly verdict: ProposalVerdict;
}

/** Why no smaller plan is offered; her referent can always be asked, and the agreement stays as it is. */
export type SmallerRefusal = ProposalRefusal | NoSmallerPlan | NotSmaller;

/** The terms would ask more of an ordinary month than the agreement does. */
export interface NotSmaller {
  readonly code: 'not_smaller';
  readonly monthlyCents: Cents;
  readonly agreedMonthlyCents: Cents;
}

/**
 * The smaller plan offered after a missed instalment: `proposeSmaller`, or `wished`, what her referent proposes instead,
 * for what is still to come and never more than what is left of the debts. Within the creditor's rules it is taken at
 * once, else her referent answers. It never asks more of a month than the agreement did.
 */
export function offerSmaller(
  plan: Shrinkable,
  context: ProposalContext,
  wished: PlanTerms | null = null
): Result<SmallerOffer, SmallerRefusal> {
  const leftCents = leftToCome(plan, context);
  const found =
    wished === null ? smallerTerms(plan.terms, leftCents, context) : notHigher(wished, plan.terms);
  if (!found.ok) return found;
  const checked = checkProposal({ debtIds: plan.debtIds, terms: found.value }, context, leftCents);
  return checked.ok ? ok({ terms: found.value, leftCents, verdict: checked.value }) : checked;
}

/** What an agreement still asks, today included. */
export function leftToCome({ debtIds, schedule }: Shrinkable, { debts, today }: ProposalContext): Cents {
  const left = totalOwed(debts.filter(({ debtId }) => debtIds.includes(debtId)));
  return sumCents(instalmentsAhead(schedule, { today, leftCents: left }).map((one) => one.amountCents));
}

/**
 * The agreement made smaller: what is past stays as it was, what was to come is replaced. What its end left to talk about
 * stays to be talked about.
 */
export function replaceAhead(agreed: Schedule, smaller: Schedule, today: LocalDate): Schedule {
  const past = agreed.instalments.filter(({ dueOn }) => dueOn < today);
  const instalments = [...past, ...smaller.instalments].map((one, index): Instalment => ({
    ...one,
    position: index + 1
  }));
  const laterCents = cents(agreed.laterCents + smaller.laterCents);
  const owedCents = cents(sumCents(instalments.map((one) => one.amountCents)) + laterCents);
  return { ...smaller, owedCents, instalments, laterCents };
}

function smallerTerms(
  terms: PlanTerms,
  leftCents: Cents,
  { leftToLive, floorCents, today }: ProposalContext
): Result<PaidTerms, NoSmallerPlan> {
  // a small sum for a few months has no smaller one: a rest is talked about
  if (terms.kind === 'rest' || terms.kind === 'symbolic')
    return refused({ code: 'no_smaller_plan', instalmentCents: cents(0), highestCents: null });
  const { instalmentCents, rhythm } = terms;
  const found = proposeSmaller({ leftCents, instalmentCents, rhythm, leftToLive, floorCents, today });
  return found.ok ? ok(found.value.terms) : found;
}

function notHigher(wished: PlanTerms, agreed: PlanTerms): Result<PlanTerms, NotSmaller> {
  const [monthlyCents, agreedMonthlyCents] = [monthly(wished), monthly(agreed)];
  return monthlyCents > agreedMonthlyCents
    ? refused({ code: 'not_smaller', monthlyCents, agreedMonthlyCents })
    : ok(wished);
}

function monthly(terms: PlanTerms): Cents {
  return terms.kind === 'rest' ? cents(0) : monthlyEquivalent(terms.instalmentCents, terms.rhythm);
}

/** What tells terms apart, so that she takes the ones she read. */
export function termsKey(terms: PlanTerms): string {
  if (terms.kind === 'rest') return `rest ${terms.restMonths}`;
  const { rhythm } = terms;
  const day = 'weekday' in rhythm ? rhythm.weekday : rhythm.dayOfMonth;
  return [terms.kind, restMonthsOf(terms), terms.instalmentCents, rhythm.kind, day].join(' ');
}
