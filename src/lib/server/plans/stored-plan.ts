import { dayInZone, type Cents, type Result } from '$lib/kernel';
import {
  PROPOSED,
  buildSchedule,
  scheduleOnAgreement,
  totalOwed,
  type PlanState,
  type ProposalContext,
  type ProposedDebt,
  type Schedule,
  type ScheduleRefusal
} from '$lib/plans';
import type { PlanRecord } from './plan-repository';

/** The state machine's view of a stored plan. */
export function stateOf(plan: PlanRecord): PlanState {
  switch (plan.state) {
    case 'proposed':
      return PROPOSED;
    case 'countered':
    case 'explained':
      return { name: plan.state, words: plan.words ?? '' };
    case 'accepted':
    case 'running':
    case 'adapted':
      if (!plan.cancellableUntilOn) throw new Error('An agreement without its last day to change one’s mind');
      return { name: plan.state, cancellableUntilOn: plan.cancellableUntilOn };
    case 'suspended':
      throw new Error('Suspended plans come with the payments issue');
    default:
      return { name: plan.state };
  }
}

/** What the debts of a plan come to today, so that a payment made since is counted. */
export function owedFor(
  plan: Pick<PlanRecord, 'terms'>,
  debts: readonly Pick<ProposedDebt, 'debtId' | 'owedCents'>[]
): Cents {
  return totalOwed(debts.filter((debt) => plan.terms.own.debtIds.includes(debt.debtId)));
}

/**
 * What terms that are talked about give when they are agreed to today. Hers keep the days she read; other terms were
 * never hers, and count from the day she takes them.
 */
export function scheduleOnTheTable(
  plan: Pick<PlanRecord, 'terms' | 'proposedAt'>,
  read: {
    readonly context: {
      readonly debts: readonly Pick<ProposedDebt, 'debtId' | 'owedCents'>[];
      readonly today: ProposalContext['today'];
    };
    readonly timeZone: string;
  }
): Result<Schedule, ScheduleRefusal> {
  const { today, debts } = read.context;
  const { own, counter } = plan.terms;
  const owedCents = owedFor(plan, debts);
  if (counter) return buildSchedule(counter.terms, owedCents, today);
  const proposedOn = dayInZone(plan.proposedAt, read.timeZone);
  return scheduleOnAgreement(own.terms, owedCents, { proposedOn, agreedOn: today });
}
