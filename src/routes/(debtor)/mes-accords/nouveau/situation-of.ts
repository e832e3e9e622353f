import { honestyCard } from '$lib/cases';
import { list, m } from '$lib/i18n';
import type { LocalDate } from '$lib/kernel';
import { isOver } from '$lib/plans';
import type { PlanPage } from '$lib/server/plans';
import { PLANS } from '../../addresses';

/** Why no proposal is to be made now; null when she may. */
export interface NothingToPropose {
  readonly title: string;
  readonly text: string;
  readonly href: string | null;
  readonly go: string;
}

const CASE_OVER = (): NothingToPropose => ({
  title: m.plans_new_closed_title(),
  text: m.plans_new_closed(),
  href: null,
  go: ''
});

/** What the page of a proposal is made from. */
export function situationOf({ situation, plans }: PlanPage) {
  const { context, debts, basis } = situation;
  const live = plans.find((plan) => !isOver(plan.state));
  const offered = debts.filter(
    (debt) => debt.disputedAt === null && honestyCard(debt, context.today).mayOfferPayment
  );
  const leftOut = debts.filter((debt) => !offered.includes(debt));
  const lines = offered.map((debt) => ({
    debtId: debt.id,
    creditorName: debt.creditorName,
    owedCents: context.debts.find(({ debtId }) => debtId === debt.id)!.owedCents
  }));
  const isWaiting = live?.state === 'proposed' || live?.state === 'countered';
  return {
    nothing: basis.isClosed
      ? CASE_OVER()
      : nothingToPropose(situation, isWaiting ? undefined : live, lines.length),
    lines,
    context,
    timeZone: situation.timeZone,
    replaces: isWaiting ? m.plans_new_replaces() : null,
    leftOut:
      leftOut.length > 0
        ? m.plans_new_left_out({ creditors: list([...new Set(leftOut.map((debt) => debt.creditorName))]) })
        : null
  };
}

function nothingToPropose(
  { context, debts }: PlanPage['situation'],
  agreed: PlanPage['plans'][number] | undefined,
  count: number
): NothingToPropose | null {
  if (context.effectsInForce.includes('payment_asks_stop'))
    return { title: m.plans_new_stopped_title(), text: m.plans_new_stopped(), href: null, go: '' };
  if (agreed) {
    const go = m.plans_new_agreed_go();
    return {
      title: m.plans_new_agreed_title(),
      text: m.plans_new_agreed(),
      href: `${PLANS}/${agreed.id}`,
      go
    };
  }
  return count === 0
    ? { title: m.plans_new_nothing_title(), text: whyNothing(debts, context.today), href: null, go: '' }
    : null;
}

/** Why nothing is to be proposed on any line: what somebody still looks at comes first, since it may change. */
function whyNothing(debts: PlanPage['situation']['debts'], today: LocalDate): string {
  const holds = debts.flatMap((debt) => honestyCard(debt, today).holds);
  if (holds.includes('limitation_to_review') || holds.includes('item_missing'))
    return m.plans_new_nothing_checked();
  if (debts.some(({ disputedAt }) => disputedAt !== null)) return m.plans_new_nothing_disputed();
  return holds.includes('limitation_expired') ? m.plans_new_nothing_expired() : m.plans_new_nothing_owed();
}
