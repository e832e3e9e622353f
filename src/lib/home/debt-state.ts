import type { HoldReason } from '$lib/cases';
import type { PlanStateName } from '$lib/plans';

/** Where one line stands for her, as a code; the words are chosen on screen. */
export type DebtState =
  | 'case_closed'
  | 'payments_stopped'
  | 'disputed'
  | 'nothing_left'
  | 'limitation_expired'
  | 'limitation_to_review'
  | 'item_missing'
  | 'in_agreement'
  | 'agreement_suspended'
  | 'reading_counter'
  | 'waiting_for_answer'
  | 'open';

/** What decides the state of a line. */
export interface DebtFacts {
  readonly caseClosed: boolean;
  /** Her file is receivable at the Banque de France: the law stops payments (L722-5 C. conso). */
  readonly paymentsStopped: boolean;
  readonly disputed: boolean;
  readonly holds: readonly HoldReason[];
  /** The plan that covers this line and is not over; null when none does. */
  readonly plan: PlanStateName | null;
}

const OF_PLAN: Partial<Record<PlanStateName, DebtState>> = {
  proposed: 'waiting_for_answer',
  countered: 'reading_counter',
  accepted: 'in_agreement',
  running: 'in_agreement',
  adapted: 'in_agreement',
  suspended: 'agreement_suspended'
};

const OF_HOLD: readonly (HoldReason & DebtState)[] = [
  'nothing_left',
  'limitation_expired',
  'limitation_to_review',
  'item_missing'
];

/** The one state to show: what protects her comes before what is agreed, and both before what is open. */
export function debtState({ caseClosed, paymentsStopped, disputed, holds, plan }: DebtFacts): DebtState {
  if (caseClosed) return 'case_closed';
  if (paymentsStopped) return 'payments_stopped';
  if (disputed) return 'disputed';
  const held = OF_HOLD.find((hold) => holds.includes(hold));
  if (held) return held;
  return (plan && OF_PLAN[plan]) ?? 'open';
}
