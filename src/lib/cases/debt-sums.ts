import { cents, sumCents, type Cents } from '$lib/kernel';

/** The separate elements of a debt, as R124-4 of the CPCE wants them told: never added up into one. */
export interface DebtSums {
  /** What was borrowed, billed or bought. */
  readonly principalCents: Cents;
  /** Interest that the contract provides. */
  readonly interestCents: Cents;
  /** Accessories that the law leaves to the person; collection fees are never among them (L111-8). */
  readonly accessoriesCents: Cents;
  /** What was already paid. */
  readonly paidCents: Cents;
}

/** All that is claimed, before what was paid: principal, interest and accessories. */
export function claimedCents(debt: DebtSums): Cents {
  return sumCents([debt.principalCents, debt.interestCents, debt.accessoriesCents]);
}

/** What is left to pay; never below zero, even when a creditor records more paid than claimed. */
export function remainingCents(debt: DebtSums): Cents {
  return cents(Math.max(0, claimedCents(debt) - debt.paidCents));
}

/** What is left to pay on several debts, each counted by itself: too much paid on one never lowers another. */
export function totalRemainingCents(debts: Iterable<DebtSums>): Cents {
  return sumCents([...debts].map(remainingCents));
}
