import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { localDate, type CaseId, type Id, type LocalDate, type StaffId } from '$lib/kernel';
import type {
  Acknowledgement,
  Instalment,
  PlanStateName,
  PlanTerms,
  Proposal,
  Schedule,
  WarningVersion
} from '$lib/plans';
import { read, reading, type Read, type Transaction } from '../db';
import { planDebts, planInstalments, plans } from '../db/schema/plans';
import { newId } from '../platform/ids';
import { vault } from '../platform/runtime';

/** What `plans.terms` holds: her own proposal, the referent's counter-proposal if one stands, and why it waits. */
export interface StoredTerms {
  readonly own: Proposal;
  readonly counter: Proposal | null;
  /** Codes of ReferentReason of $lib/plans; empty when it was accepted at once. */
  readonly reasons: readonly string[];
  /** The day the agreement was made smaller, for the last time; its rest, if any, is counted from it. */
  readonly adaptedOn?: LocalDate;
}

/**
 * What `plans.smaller` holds after a missed instalment. `offered`: she may take it; `terms` are the referent's, or null
 * when the rule finds them. `asked`: she said yes to these terms, and her referent answers. `explained`: the referent
 * could not agree to them, and says why in the words of the plan.
 */
export type StoredSmaller =
  | { readonly state: 'offered'; readonly terms: PlanTerms | null }
  | { readonly state: 'explained'; readonly terms: PlanTerms }
  | {
      readonly state: 'asked';
      readonly terms: PlanTerms;
      readonly acknowledged: WarningVersion;
      /** ISO instant of the warning she ticked, and of the question. */
      readonly askedAt: string;
    };

/** A plan as kept, with its words opened. */
export interface PlanRecord {
  readonly id: Id<'plan'>;
  readonly state: PlanStateName;
  readonly terms: StoredTerms;
  readonly totalCents: number;
  readonly acknowledgedAt: Date | null;
  readonly words: string | null;
  readonly decidedBy: StaffId | null;
  readonly decidedAt: Date | null;
  readonly cancellableUntilOn: LocalDate | null;
  /** The days she passed an instalment by a gesture, oldest first. */
  readonly skippedOn: readonly LocalDate[];
  /** She asked for a word before each instalment. */
  readonly reminds: boolean;
  readonly proposedAt: Date;
  /** When anything of it, its instalments included, changed last. */
  readonly updatedAt: Date;
  /** A smaller plan offered to her, or asked for by her; null when none is talked about. */
  readonly smaller: StoredSmaller | null;
}

/** States in which a plan is the one of its case. */
const LIVE: readonly PlanStateName[] = [
  'proposed',
  'countered',
  'accepted',
  'running',
  'adapted',
  'suspended'
];

const context = (caseId: CaseId) => `plans.words:${caseId}`;

/** The plan of the case, held until the end of the transaction; null when none is live. */
export async function lockLivePlan(tx: Transaction, caseId: CaseId): Promise<PlanRecord | null> {
  const [row] = await tx
    .select()
    .from(plans)
    .where(and(eq(plans.caseId, caseId), inArray(plans.state, [...LIVE])))
    .for('update');
  return row ? open(row) : null;
}

/** The plan of the case; null when none is live. */
export function livePlan(caseId: CaseId): Read<PlanRecord | null> {
  return livePlanOf({ caseId }, ([row]) => (row ? open(row) : null));
}

const livePlanOf = reading(getTableColumns(plans), ['caseId'], (select, { caseId }) =>
  select.from(plans).where(and(eq(plans.caseId, caseId), inArray(plans.state, [...LIVE])))
);

/** Whether an agreement runs, neither stopped nor over; held until the end of the transaction. */
export async function hasAgreement(tx: Transaction, caseId: CaseId): Promise<boolean> {
  const plan = await lockLivePlan(tx, caseId);
  return plan !== null && plan.state !== 'proposed' && plan.state !== 'countered';
}

/** One plan of a case, held until the end of the transaction. */
export async function lockPlan(tx: Transaction, caseId: CaseId, id: Id<'plan'>): Promise<PlanRecord | null> {
  const [row] = await tx
    .select()
    .from(plans)
    .where(and(eq(plans.caseId, caseId), eq(plans.id, id)))
    .for('update');
  return row ? open(row) : null;
}

/** All plans of a case, newest first. */
export async function selectPlans(tx: Transaction, caseId: CaseId): Promise<PlanRecord[]> {
  const rows = await tx.select().from(plans).where(eq(plans.caseId, caseId)).orderBy(desc(plans.id));
  return rows.map(open);
}

/** The instalments of a plan, in order. */
export function instalmentsOf(caseId: CaseId, planId: Id<'plan'>): Read<Instalment[]> {
  return instalmentsOfPlan({ caseId, planId }, (rows) =>
    rows.map(({ position, dueOn, amountCents, movedFromOn, missedAt }) => ({
      position,
      dueOn: localDate(dueOn),
      amountCents: amountCents as Instalment['amountCents'],
      ...(movedFromOn !== null && { movedFromOn: localDate(movedFromOn) }),
      ...(missedAt !== null && { wasMissed: true })
    }))
  );
}

/** {@link instalmentsOf}, in a transaction. */
export async function selectInstalments(
  tx: Transaction,
  caseId: CaseId,
  planId: Id<'plan'>
): Promise<Instalment[]> {
  return read(tx, instalmentsOf(caseId, planId));
}

const instalmentsOfPlan = reading(
  {
    position: planInstalments.position,
    dueOn: planInstalments.dueOn,
    amountCents: planInstalments.amountCents,
    movedFromOn: planInstalments.movedFromOn,
    missedAt: planInstalments.missedAt
  },
  ['caseId', 'planId'],
  (select, { caseId, planId }) =>
    select
      .from(planInstalments)
      .where(and(eq(planInstalments.caseId, caseId), eq(planInstalments.planId, planId)))
      .orderBy(planInstalments.position)
);

/** A plan about to be written. */
export interface NewPlan {
  readonly id: Id<'plan'>;
  readonly state: 'proposed' | 'accepted';
  readonly terms: StoredTerms;
  readonly totalCents: number;
  readonly acknowledgement: Acknowledgement;
  readonly cancellableUntilOn: LocalDate | null;
  readonly debts: readonly { readonly debtId: string; readonly owedCents: number }[];
}

/** Writes a proposal and the debts it covers; its schedule too when it is already agreed. */
export async function insertPlan(
  tx: Transaction,
  caseId: CaseId,
  plan: NewPlan,
  schedule: Schedule,
  at: Date
): Promise<void> {
  await tx.insert(plans).values({
    caseId,
    id: plan.id,
    state: plan.state,
    proposedBy: 'debtor',
    terms: plan.terms,
    totalCents: plan.totalCents,
    acknowledgementVersion: plan.acknowledgement.version,
    acknowledgedAt: plan.acknowledgement.acknowledgedAt,
    cancellableUntil: plan.cancellableUntilOn,
    firstDueOn: schedule.instalments[0]?.dueOn ?? null,
    lastDueOn: schedule.instalments.at(-1)?.dueOn ?? null,
    proposedAt: at,
    updatedAt: at
  });
  for (const { debtId, owedCents } of plan.debts) {
    await tx.insert(planDebts).values({ caseId, id: newId(at), planId: plan.id, debtId, owedCents });
  }
  if (plan.state === 'accepted') await writeInstalments(tx, caseId, plan.id, schedule, at);
}

/** What a decision changes in a plan. */
export interface PlanChange {
  readonly state: PlanStateName;
  readonly terms?: StoredTerms;
  readonly words?: string | null;
  readonly decidedBy?: StaffId | null;
  readonly cancellableUntilOn?: LocalDate | null;
  readonly acknowledgement?: Acknowledgement;
}

/** Writes a move of a plan; with a schedule when it becomes an agreement. */
export async function updatePlan(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'plan'>,
  change: PlanChange,
  schedule: Schedule | null,
  at: Date
): Promise<void> {
  const { state, terms, words, decidedBy, cancellableUntilOn, acknowledgement } = change;
  await tx
    .update(plans)
    .set({
      state,
      updatedAt: at,
      ...(terms && { terms }),
      ...(words !== undefined && {
        wordsSealed: words === null ? null : vault().seal(words, context(caseId))
      }),
      ...(decidedBy !== undefined && { decidedBy, decidedAt: at }),
      ...(cancellableUntilOn !== undefined && { cancellableUntil: cancellableUntilOn }),
      ...(acknowledgement && {
        acknowledgementVersion: acknowledgement.version,
        acknowledgedAt: acknowledgement.acknowledgedAt
      }),
      ...(schedule && {
        totalCents: schedule.owedCents,
        firstDueOn: schedule.instalments[0]?.dueOn ?? null,
        lastDueOn: schedule.instalments.at(-1)?.dueOn ?? null
      })
    })
    .where(and(eq(plans.caseId, caseId), eq(plans.id, id)));
  if (schedule) await writeInstalments(tx, caseId, id, schedule, at);
}

/** Writes which smaller plan is talked about; null: none any more. */
export async function writeSmaller(
  tx: Transaction,
  caseId: CaseId,
  id: Id<'plan'>,
  smaller: StoredSmaller | null,
  at: Date
): Promise<void> {
  await tx
    .update(plans)
    .set({ smaller, updatedAt: at })
    .where(and(eq(plans.caseId, caseId), eq(plans.id, id)));
}

async function writeInstalments(
  tx: Transaction,
  caseId: CaseId,
  planId: Id<'plan'>,
  schedule: Schedule,
  at: Date
): Promise<void> {
  await tx.execute(sql`delete from plan_instalments where case_id = ${caseId} and plan_id = ${planId}`);
  if (schedule.instalments.length === 0) return;
  await tx.insert(planInstalments).values(
    schedule.instalments.map(({ position, dueOn, amountCents }) => ({
      caseId,
      id: newId(at),
      planId,
      position,
      dueOn,
      amountCents
    }))
  );
}

function open(row: typeof plans.$inferSelect): PlanRecord {
  return {
    id: row.id as Id<'plan'>,
    state: row.state,
    terms: row.terms as StoredTerms,
    totalCents: row.totalCents,
    acknowledgedAt: row.acknowledgedAt,
    words: row.wordsSealed === null ? null : vault().open(row.wordsSealed, context(row.caseId as CaseId)),
    decidedBy: row.decidedBy as StaffId | null,
    decidedAt: row.decidedAt,
    cancellableUntilOn: row.cancellableUntil === null ? null : localDate(row.cancellableUntil),
    skippedOn: row.skippedOn.map(localDate),
    reminds: row.reminds,
    proposedAt: row.proposedAt,
    updatedAt: row.updatedAt,
    smaller: row.smaller as StoredSmaller | null
  };
}
