import { ZERO_CENTS, cents, sumCents, type Cents } from '$lib/kernel';

/** What is left of one debt, each element apart. Accessories count with interest. */
export interface DebtLeft {
  readonly debtId: string;
  readonly principalCents: Cents;
  readonly interestCents: Cents;
}

/** What a payment clears of one debt. */
export interface PaymentShare {
  readonly debtId: string;
  readonly principalCents: Cents;
  readonly interestCents: Cents;
}

/** A payment laid on debts. `overpaidCents` is what no debt takes: it goes back to her, never elsewhere. */
export interface Imputation {
  readonly shares: readonly PaymentShare[];
  readonly overpaidCents: Cents;
}

/**
 * Lays a payment on debts in the order she chose (1342-10 C. civ.), each cleared before the next. Inside a debt
 * interest comes first (1343-1 C. civ.), or principal when the creditor agreed to it (`principalFirst`).
 * Debts that receive nothing have no share. Read 2026-11-21.
 */
export function imputePayment(
  amountCents: Cents,
  debts: readonly DebtLeft[],
  principalFirst: boolean
): Imputation {
  let left: number = Math.max(0, amountCents);
  const take = (most: Cents): Cents => {
    const taken = Math.min(left, Math.max(0, most));
    left -= taken;
    return cents(taken);
  };
  const shares = debts.map(({ debtId, principalCents, interestCents }): PaymentShare => {
    const early = take(principalFirst ? principalCents : interestCents);
    const late = take(principalFirst ? interestCents : principalCents);
    return principalFirst
      ? { debtId, principalCents: early, interestCents: late }
      : { debtId, principalCents: late, interestCents: early };
  });
  return { shares: shares.filter((share) => sharedCents(share) > ZERO_CENTS), overpaidCents: cents(left) };
}

/** What a payment clears of one debt, principal and interest together. */
export function sharedCents(share: PaymentShare): Cents {
  return sumCents([share.principalCents, share.interestCents]);
}
