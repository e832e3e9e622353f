import { error, type RequestEvent } from '@sveltejs/kit';
import type { DebtorActor } from '$lib/access';
import { m } from '$lib/i18n';
import { loadAsked, type Asked, type AskedLine } from '$lib/server/home';
import { orNotFound } from '$lib/server/http';

/** The line an address names, with what surrounds it; 404 when it is not one of hers. */
export async function lineOf(
  event: Pick<RequestEvent<{ debtId: string }>, 'params'>,
  actor: DebtorActor
): Promise<{ readonly asked: Asked; readonly line: AskedLine }> {
  const asked = await orNotFound(loadAsked(actor, actor.caseId));
  const line = asked.lines.find(({ debt }) => debt.id === event.params.debtId);
  if (!line) error(404, m.public_error_missing_h1());
  return { asked, line };
}

/** May "Je paie" and "Je propose" be offered on this line? Not while it is held, disputed or stopped by the law, nor once her case is over. */
export function mayOfferPayment({ line, asked }: { asked: Asked; line: AskedLine }): boolean {
  const isStopped = asked.effects.includes('payment_asks_stop');
  return !asked.isOver && line.card.mayOfferPayment && line.debt.disputedAt === null && !isStopped;
}
