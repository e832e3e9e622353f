import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { DebtOnCard } from '$lib/cases';
import { cents, localDate, type CaseId, type Id, type LocalDate, type StaffId } from '$lib/kernel';
import { read, reading, type Read, type Transaction } from '../db';
import { creditors, debtChanges, debts } from '../db/schema/cases';

/** One debt of a case as kept, with what the honesty card and the rules of plans need. */
export interface DebtRecord extends DebtOnCard {
  readonly id: Id<'debt'>;
  readonly contractReference: string;
  readonly mandateReference: string;
  readonly letterReference: string;
  readonly letterSentOn: LocalDate;
  readonly firstUnpaidOn: LocalDate;
  readonly reviewedAt: Date | null;
  /** Since when she disputes it; null when she does not, or not any more. */
  readonly disputedAt: Date | null;
  /** What the creditor accepts at once, as stored: CreditorRules of $lib/plans, or null for the house default. */
  readonly planRules: unknown;
  readonly creditorId: Id<'creditor'>;
  /** Whether its creditor is told of proposals (CPCE R124-5). */
  readonly tellsProposals: boolean;
}

/** The debts of a case, the oldest contract first. */
export function debtsOf(caseId: CaseId): Read<DebtRecord[]> {
  return debtsOfCase({ caseId }, (rows) => rows.map(debtOf));
}

// each field by its name: taking one out of the many and spreading the rest costs more than reading the row
function debtOf(row: DebtRow): DebtRecord {
  return {
    id: row.id as Id<'debt'>,
    kind: row.kind,
    creditorName: row.creditorName,
    mandateReference: row.mandateReference,
    contractReference: row.contractReference,
    contractOn: row.contractOn === null ? null : localDate(row.contractOn),
    firstUnpaidOn: localDate(row.firstUnpaidOn),
    principalCents: cents(row.principalCents),
    interestCents: cents(row.interestCents),
    accessoriesCents: cents(row.accessoriesCents),
    paidCents: cents(row.paidCents),
    letterReference: row.letterReference,
    letterSentOn: localDate(row.letterSentOn),
    limitationReview: row.limitationReview,
    reviewedAt: row.reviewedAt,
    disputedAt: row.disputeEndedAt === null ? row.disputedAt : null,
    planRules: row.planRules,
    creditorId: row.creditorId as Id<'creditor'>,
    // null when the creditor is not in our books any more
    tellsProposals: (row.tellsProposals as boolean | null) ?? true
  };
}

/** {@link debtsOf}, in a transaction. */
export async function selectDebts(tx: Transaction, caseId: CaseId): Promise<DebtRecord[]> {
  return read(tx, debtsOf(caseId));
}

/** What her creditors changed of her debts since the first import, oldest first; amounts in cents, as texts. */
export async function selectDebtChanges(
  tx: Transaction,
  caseId: CaseId
): Promise<
  readonly {
    readonly debtId: string;
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly changedAt: Date;
  }[]
> {
  const { debtId, field, before, after, changedAt } = debtChanges;
  return tx
    .select({ debtId, field, before, after, changedAt })
    .from(debtChanges)
    .where(eq(debtChanges.caseId, caseId))
    .orderBy(asc(debtChanges.id));
}

type DebtRow = Parameters<Parameters<typeof debtsOfCase>[1]>[0][number];

const debtsOfCase = reading(
  {
    id: debts.id,
    kind: debts.kind,
    creditorName: debts.creditorName,
    mandateReference: debts.mandateReference,
    contractReference: debts.contractReference,
    contractOn: debts.contractOn,
    firstUnpaidOn: debts.firstUnpaidOn,
    principalCents: debts.principalCents,
    interestCents: debts.interestCents,
    accessoriesCents: debts.accessoriesCents,
    paidCents: debts.paidCents,
    letterReference: debts.letterReference,
    letterSentOn: debts.letterSentOn,
    limitationReview: debts.limitationReview,
    reviewedAt: debts.reviewedAt,
    disputedAt: debts.disputedAt,
    disputeEndedAt: debts.disputeEndedAt,
    planRules: creditors.planRules,
    creditorId: debts.creditorId,
    tellsProposals: creditors.tellsProposals
  },
  ['caseId'],
  (select, { caseId }) =>
    select
      .from(debts)
      .leftJoin(creditors, eq(creditors.id, debts.creditorId))
      .where(eq(debts.caseId, caseId))
      .orderBy(asc(debts.id))
);

/** Marks a debt as disputed; answers whether it exists and was not disputed yet. */
export async function markDisputed(
  tx: Transaction,
  caseId: CaseId,
  debtId: Id<'debt'>,
  at: Date
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update debts set disputed_at = ${at.toISOString()}::timestamptz, dispute_ended_at = null,
      updated_at = ${at.toISOString()}::timestamptz
    where case_id = ${caseId} and id = ${debtId} and (disputed_at is null or dispute_ended_at is not null)
    returning id`);
  return rows.length === 1;
}

/** Ends the dispute of a debt; answers whether one was open. */
export async function endDispute(
  tx: Transaction,
  caseId: CaseId,
  debtId: Id<'debt'>,
  at: Date
): Promise<boolean> {
  const rows = await tx
    .update(debts)
    .set({ disputeEndedAt: at, updatedAt: at })
    .where(and(eq(debts.caseId, caseId), eq(debts.id, debtId), isNull(debts.disputeEndedAt)))
    .returning({ id: debts.id });
  return rows.length === 1;
}

/** Writes what a human found on a debt that may be time-barred; answers whether the debt exists. */
export async function writeLimitationReview(
  tx: Transaction,
  caseId: CaseId,
  debtId: Id<'debt'>,
  found: { outcome: 'still_due' | 'expired'; by: StaffId; at: Date }
): Promise<boolean> {
  const rows = await tx
    .update(debts)
    .set({ limitationReview: found.outcome, reviewedBy: found.by, reviewedAt: found.at, updatedAt: found.at })
    .where(and(eq(debts.caseId, caseId), eq(debts.id, debtId)))
    .returning({ id: debts.id });
  return rows.length === 1;
}
