import type { Actor } from '$lib/access';
import { addDays, cents, dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import {
  CHANGE_OF_MIND_DAYS,
  agreedSchedule,
  countedFrom,
  type Instalment,
  type Kept,
  type Proposal,
  type Schedule
} from '$lib/plans';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { scheduleOnTheTable } from './stored-plan';
import { selectInstalments, selectPlans, type PlanRecord } from './plan-repository';
import { loadPlanSituation, type PlanSituation } from './proposal-context';

/** A plan with its schedule: the agreed one, or what the terms would give today while it is talked about. */
export interface PlanWithSchedule extends PlanRecord {
  /** The terms on the table: the counter-proposal when one stands. */
  readonly onTheTable: Proposal;
  readonly schedule: Schedule | null;
}

/** What the screens of plans show: the situation she proposes from, and her plans, newest first. */
export interface PlanPage {
  readonly situation: PlanSituation;
  readonly plans: readonly PlanWithSchedule[];
}

/** The day a plan became an agreement; null while, or when, it is none. */
export function agreedOnOf(plan: Pick<PlanRecord, 'cancellableUntilOn'>): LocalDate | null {
  return plan.cancellableUntilOn === null ? null : addDays(plan.cancellableUntilOn, -CHANGE_OF_MIND_DAYS);
}

/** Whether a plan is an agreement that runs: neither talked about, nor suspended, nor over. */
export function isAgreement({ state }: Pick<PlanRecord, 'state'>): boolean {
  return state === 'accepted' || state === 'running' || state === 'adapted';
}

/** Reads the plans of a case and what a proposal is judged on, for the person or for who follows her. */
export async function loadPlans(actor: Actor, caseId: CaseId): Promise<PlanPage> {
  const permission = actor.kind === 'debtor' ? 'own_case.read' : 'case.read';
  const at = now();
  return enter(actor, { permission, caseId }, async (tx) => {
    const situation = await loadPlanSituation(tx, caseId, at);
    const records = await selectPlans(tx, caseId);
    const plans: PlanWithSchedule[] = [];
    for (const plan of records) plans.push(await withSchedule(tx, caseId, plan, situation));
    return { situation, plans };
  });
}

/**
 * An agreement keeps the days and the total agreed, whatever was paid or imported since; terms still talked about are
 * computed for today.
 */
export async function withSchedule(
  tx: Transaction,
  caseId: CaseId,
  plan: PlanRecord,
  situation: PlanSituation
): Promise<PlanWithSchedule> {
  const onTheTable = plan.terms.counter ?? plan.terms.own;
  const kept = keptOf(plan, await selectInstalments(tx, caseId, plan.id), situation.timeZone);
  if (kept) return { ...plan, onTheTable, schedule: agreedSchedule(onTheTable.terms, kept) };
  const built = scheduleOnTheTable(plan, situation);
  return { ...plan, onTheTable, schedule: built.ok ? built.value : null };
}

/** What is kept of an agreement, with its instalments; null while, or when, it is none. */
export function keptOf(plan: PlanRecord, instalments: readonly Instalment[], timeZone: string): Kept | null {
  const agreedOn = agreedOnOf(plan);
  if (agreedOn === null) return null;
  const { own, counter, adaptedOn } = plan.terms;
  const proposedOn = dayInZone(plan.proposedAt, timeZone);
  const fromOn = adaptedOn ?? (counter ? agreedOn : countedFrom(own.terms, { proposedOn, agreedOn }));
  return { fromOn, totalCents: cents(plan.totalCents), instalments };
}
