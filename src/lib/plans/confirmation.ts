import { ZERO_CENTS, addDays, type Cents, type LocalDate } from '$lib/kernel';
import { CHANGE_OF_MIND_DAYS } from './rhythm';
import type { Schedule } from './schedule';

/** One debt of an agreement, each element apart as the first letter gave it (R124-4 CPCE). */
export interface ConfirmedDebt {
  readonly debtId: string;
  readonly creditorName: string;
  readonly mandateReference: string;
  readonly contractReference: string;
  readonly principalCents: Cents;
  readonly interestCents: Cents;
  readonly accessoriesCents: Cents;
  readonly paidCents: Cents;
  readonly owedCents: Cents;
  readonly letterReference: string;
  readonly letterSentOn: LocalDate;
}

/** What is known of an agreement before the document is made. */
export interface Agreement {
  readonly personName: string;
  readonly collectorName: string;
  readonly caseReference: string;
  readonly agreedOn: LocalDate;
  readonly debts: readonly ConfirmedDebt[];
  readonly schedule: Schedule;
}

/**
 * All that the confirmation of a plan must show. The type is the check list: a document that lacks a fact does
 * not compile. The words (what happens if missed, the right to change, to stop and to contest, the data notice,
 * who can help) stand in `plans.json` and are shown by `PlanDocument`.
 */
export interface PlanConfirmation extends Agreement {
  readonly totalCents: Cents;
  readonly firstDueOn: LocalDate | null;
  readonly lastDueOn: LocalDate | null;
  /** Always zero: a plan bears no fee and no interest, or it could be a credit (L312-4 C. conso). */
  readonly costCents: Cents;
  readonly changeOfMindUntilOn: LocalDate;
}

/** The confirmation of an agreement. */
export function confirmationOf(agreement: Agreement): PlanConfirmation {
  const { schedule, agreedOn } = agreement;
  return {
    ...agreement,
    totalCents: schedule.owedCents,
    firstDueOn: schedule.instalments[0]?.dueOn ?? null,
    lastDueOn: schedule.instalments.at(-1)?.dueOn ?? null,
    costCents: ZERO_CENTS,
    changeOfMindUntilOn: addDays(agreedOn, CHANGE_OF_MIND_DAYS)
  };
}
