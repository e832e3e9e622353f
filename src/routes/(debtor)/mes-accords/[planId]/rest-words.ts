import { REST_WORDS } from '$lib/plans/ui/refusal-words';
import { isAgreement, type PlanSituation, type PlanWithSchedule } from '$lib/server/plans';
import { agreementAsks } from '$lib/plans';

/** Why nothing is asked under an agreement now; null when it asks, is none, or her case is over. */
export function restWords(plan: PlanWithSchedule, { basis, context }: PlanSituation): string | null {
  if (!isAgreement(plan) || basis.isClosed) return null;
  const asks = agreementAsks(plan.onTheTable.debtIds, context);
  return asks.ok ? null : REST_WORDS[asks.why.code]();
}
