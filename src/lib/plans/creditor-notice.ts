import { sumCents, type Cents, type LocalDate } from '$lib/kernel';
import { restMonthsOf, type Proposal } from './proposal';
import type { Rhythm } from './rhythm';
import type { Schedule } from './schedule';

/** A debt of a proposal, as far as telling its creditor is concerned. */
export interface DebtToTell {
  readonly debtId: string;
  readonly creditorId: string;
  readonly creditorName: string;
  readonly owedCents: Cents;
  /** False when the convention with this creditor says that proposals are not told. */
  readonly tellsProposals: boolean;
}

/**
 * What a creditor is told of a proposal: the terms and nothing of the person. The sum of an instalment is left out
 * when the plan also covers debts of others: it would say that there are others, and how much.
 */
export interface CreditorNotice {
  readonly creditorId: string;
  readonly creditorName: string;
  readonly owedCents: Cents;
  readonly restMonths: number;
  /** Null: no instalment, or not told. */
  readonly instalmentCents: Cents | null;
  /** Null: a rest only. */
  readonly rhythm: Rhythm['kind'] | null;
  readonly instalmentCount: number;
  readonly firstDueOn: LocalDate | null;
  readonly lastDueOn: LocalDate | null;
}

/**
 * Whom to tell of a proposal, and what. A creditor is told of any proposal to pay otherwise than at once, unless its
 * convention says otherwise (CPCE R124-5, in force since 2012-06-01, read 2026-11-21).
 */
export function creditorNotices(
  { debtIds, terms }: Proposal,
  schedule: Schedule,
  debts: readonly DebtToTell[]
): CreditorNotice[] {
  const covered = debts.filter(({ debtId }) => debtIds.includes(debtId));
  const creditorIds = [...new Set(covered.map(({ creditorId }) => creditorId))];
  const { instalments } = schedule;
  return creditorIds.flatMap((creditorId) => {
    const own = covered.filter((debt) => debt.creditorId === creditorId);
    const [first] = own;
    if (!first?.tellsProposals) return [];
    return {
      creditorId,
      creditorName: first.creditorName,
      owedCents: sumCents(own.map(({ owedCents }) => owedCents)),
      restMonths: restMonthsOf(terms),
      instalmentCents: terms.kind !== 'rest' && creditorIds.length === 1 ? terms.instalmentCents : null,
      rhythm: terms.kind === 'rest' ? null : terms.rhythm.kind,
      instalmentCount: instalments.length,
      firstDueOn: instalments[0]?.dueOn ?? null,
      lastDueOn: instalments.at(-1)?.dueOn ?? null
    };
  });
}
