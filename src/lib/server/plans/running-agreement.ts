import { ok, refused, type Result } from '$lib/kernel';
import {
  agreementAsks,
  instalmentsAhead,
  type Instalment,
  type AgreementRest,
  type PaidTerms,
  type Schedule
} from '$lib/plans';
import { isAgreement, type PlanWithSchedule } from './load-plan';
import type { PlanSituation } from './proposal-context';
import { owedFor } from './stored-plan';

/** An agreement that asks for something now. */
export interface RunningAgreement {
  readonly schedule: Schedule;
  readonly terms: PaidTerms;
}

/** Why there is nothing to pass, to miss or to make smaller. */
export type NotRunning = { readonly code: 'case_closed' } | { readonly code: 'no_agreement' } | AgreementRest;

/** The agreement of a plan that runs and asks for something now, or why it does not. */
export function runningAgreement(
  plan: PlanWithSchedule,
  { basis, context }: PlanSituation
): Result<RunningAgreement, NotRunning> {
  if (basis.isClosed) return refused({ code: 'case_closed' });
  const { terms, debtIds } = plan.onTheTable;
  if (!isAgreement(plan) || !plan.schedule || terms.kind === 'rest') return refused({ code: 'no_agreement' });
  const asks = agreementAsks(debtIds, context);
  return asks.ok ? ok({ schedule: plan.schedule, terms }) : asks;
}

/** The instalments an agreement still asks, today's included; none while it asks for nothing. */
export function stillToCome(plan: PlanWithSchedule, situation: PlanSituation): readonly Instalment[] {
  const running = runningAgreement(plan, situation);
  if (!running.ok) return [];
  const { debts, today } = situation.context;
  return instalmentsAhead(running.value.schedule, { today, leftCents: owedFor(plan, debts) });
}
