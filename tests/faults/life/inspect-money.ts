import type { Life } from './life';

/** What is wrong with the sums of a life; null when every cent of every payment is where it should be, once. */
export function inspectMoney({ debts, claimed, payments }: Life): string | null {
  for (const [index, { amountCents, laid }] of payments.entries()) {
    const shared = laid.shares.reduce((sum, share) => sum + share.principalCents + share.interestCents, 0);
    if (shared + laid.overpaidCents !== amountCents)
      return `payment ${index} of ${amountCents} was laid as ${shared} and ${laid.overpaidCents} given back`;
  }
  for (const debt of debts) {
    const { debtId, paidCents } = debt;
    const shares = payments.flatMap(({ laid }) => laid.shares.filter((share) => share.debtId === debtId));
    const received = shares.reduce((sum, share) => sum + share.principalCents + share.interestCents, 0);
    const interest = shares.reduce((sum, share) => sum + share.interestCents, 0);
    if (received !== paidCents) return `debt ${debtId} has ${paidCents}, of shares of ${received}`;
    if (received > claimed.get(debtId)!) return `debt ${debtId} took more than was claimed`;
    if (interest > debt.interestCents + debt.accessoriesCents) return `debt ${debtId} took too much interest`;
  }
  const isSpareGivenBack = payments.every(({ laid }) => laid.overpaidCents === 0) || debts.every(isSettled);
  return isSpareGivenBack ? null : 'something was given back while something was owed';
}

function isSettled(debt: Life['debts'][number]): boolean {
  return debt.principalCents + debt.interestCents + debt.accessoriesCents === debt.paidCents;
}
