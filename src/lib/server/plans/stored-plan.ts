import type { Cents } from '$lib/kernel';
import { PROPOSED, totalOwed, type PlanState, type ProposedDebt } from '$lib/plans';
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
