import { cents, ok, refused, type Cents, type LocalDate, type Result } from '$lib/kernel';
import type { LeftToLive } from '$lib/budget';
import type { EffectCode } from '$lib/questionnaire';
import { highestInstalment } from './months';
import { totalOwed, type PlanTerms, type Proposal, type ProposedDebt } from './proposal';
import type { ProposalRefusal } from './proposal-refusal';
import { referentReasons, type ReferentReason } from './referent-reasons';
import { SYMBOLIC_MONTHLY_CENTS, buildSchedule, heaviestMonth, type Schedule } from './schedule';

/** What the rule needs to know besides the proposal. */
export interface ProposalContext {
  /** All debts of the case that she may choose from. */
  readonly debts: readonly ProposedDebt[];
  readonly leftToLive: LeftToLive;
  readonly floorCents: Cents;
  /** What her own signals change today; `payment_asks_stop` and `zero_plan_only` bear on a plan. */
  readonly effectsInForce: readonly EffectCode[];
  readonly today: LocalDate;
}

/** What happens to a proposal once she confirms it. */
export type ProposalVerdict =
  | { readonly kind: 'accepted_at_once'; readonly schedule: Schedule }
  | {
      readonly kind: 'needs_referent';
      readonly schedule: Schedule;
      readonly reasons: readonly [ReferentReason, ...ReferentReason[]];
    };

/**
 * Whether a proposal is accepted at once (within the creditor's rules), goes to the referent (with the
 * reasons), or is not taken as it is (with the numbers). The same rule runs on the phone while the amount moves
 * and on the server when it is sent. Only acceptance is automatic: a refusal here never closes anything, it
 * protects her from a plan she could not live with or from a payment the law forbids, and a human can be asked.
 * `leftCents` is what the proposal pays when that is not all that is owed: what an agreement still asks.
 */
export function checkProposal(
  proposal: Proposal,
  context: ProposalContext,
  leftCents?: Cents
): Result<ProposalVerdict, ProposalRefusal> {
  const chosen = chooseDebts(proposal.debtIds, context);
  if (!chosen.ok) return chosen;
  const owedCents = leftCents ?? totalOwed(chosen.value);
  const schedule = buildSchedule(proposal.terms, owedCents, context.today);
  if (!schedule.ok) return schedule;
  const livable = checkLiving(proposal.terms, schedule.value, context);
  if (!livable.ok) return livable;
  const [first, ...others] = referentReasons(
    proposal.terms,
    schedule.value,
    chosen.value,
    context.leftToLive
  );
  return ok(
    first === undefined
      ? { kind: 'accepted_at_once', schedule: schedule.value }
      : { kind: 'needs_referent', schedule: schedule.value, reasons: [first, ...others] }
  );
}

/**
 * Whether a human must look before any plan is offered on a debt: the dates say it may be time-barred, or say
 * nothing (L218-2 C. conso, 2224 C. civ.), and nobody found it still due.
 */
export function mayBeTimeBarred(debt: Pick<ProposedDebt, 'limitation' | 'limitationReview'>): boolean {
  if (debt.limitationReview !== null) return debt.limitationReview === 'expired';
  return debt.limitation === 'presumed_expired' || debt.limitation === 'unknown';
}

function chooseDebts(
  debtIds: readonly string[],
  context: ProposalContext
): Result<ProposedDebt[], ProposalRefusal> {
  if (context.effectsInForce.includes('payment_asks_stop'))
    return refused({ code: 'surendettement_receivable' });
  const wanted = [...new Set(debtIds)];
  if (wanted.length === 0) return refused({ code: 'no_debt_chosen' });
  const byId = new Map(context.debts.map((debt) => [debt.debtId, debt]));
  const chosen = wanted.flatMap((id) => byId.get(id) ?? []);
  const unknown = wanted.filter((id) => !byId.has(id));
  if (unknown.length > 0) return refused({ code: 'debt_not_found', debtIds: unknown });
  const barred = chosen.filter(mayBeTimeBarred).map((debt) => debt.debtId);
  if (barred.length > 0) return refused({ code: 'debt_may_be_time_barred', debtIds: barred });
  const disputed = chosen.filter((debt) => debt.disputed).map((debt) => debt.debtId);
  if (disputed.length > 0) return refused({ code: 'debt_is_disputed', debtIds: disputed });
  return ok(chosen);
}

function checkLiving(
  terms: PlanTerms,
  schedule: Schedule,
  context: ProposalContext
): Result<null, ProposalRefusal> {
  if (terms.kind === 'rest' || terms.kind === 'symbolic') return ok(null);
  const monthlyCents = heaviestMonth(schedule);
  if (context.effectsInForce.includes('zero_plan_only'))
    return refused({ code: 'rest_or_symbolic_only', monthlyCents, maximumCents: SYMBOLIC_MONTHLY_CENTS });
  const { leftToLive: left, floorCents } = context;
  if (left.kind === 'unknown' || left.amountCents - monthlyCents >= floorCents) return ok(null);
  const leftAfterCents = cents(left.amountCents - monthlyCents);
  return refused({
    code: 'left_to_live_below_floor',
    leftToLiveCents: left.amountCents,
    monthlyCents,
    leftAfterCents,
    floorCents,
    missingCents: cents(floorCents - leftAfterCents),
    highestCents: highestInstalment(left, floorCents, terms.rhythm) ?? cents(0)
  });
}
