import { refused, ok, type Result } from '$lib/kernel';
import type { ProposalContext } from './check-proposal';
import { totalOwed } from './proposal';
import type { ProposalRefusal } from './proposal-refusal';

/** Why nothing is asked under an agreement now, although it was not stopped. */
export type AgreementRest = Extract<
  ProposalRefusal,
  { code: 'surendettement_receivable' | 'debt_is_disputed' | 'nothing_owed' }
>;

/**
 * Whether an agreement on these debts asks for anything now. It rests while a surendettement file is receivable (L722-5
 * C. conso), while she disputes a debt it covers (what she contests is not asked for; the agreement pays its debts in
 * one order, so it rests whole), and when its creditors say that nothing is left.
 */
export function agreementAsks(
  debtIds: readonly string[],
  {
    debts,
    effectsInForce
  }: Pick<ProposalContext, 'effectsInForce'> & {
    readonly debts: readonly Pick<ProposalContext['debts'][number], 'debtId' | 'disputed' | 'owedCents'>[];
  }
): Result<null, AgreementRest> {
  if (effectsInForce.includes('payment_asks_stop')) return refused({ code: 'surendettement_receivable' });
  const covered = debts.filter(({ debtId }) => debtIds.includes(debtId));
  const disputed = covered.filter((debt) => debt.disputed).map(({ debtId }) => debtId);
  if (disputed.length > 0) return refused({ code: 'debt_is_disputed', debtIds: disputed });
  return totalOwed(covered) > 0 ? ok(null) : refused({ code: 'nothing_owed' });
}
