import { DEBT_STATE_WORDS } from '$lib/home/ui/home-words';
import { euros } from '$lib/i18n';
import type { AskedLine } from '$lib/server/home';
import { debtAddress } from './addresses';

/** One line of what is asked, as a row that leads to its page. */
export function askedRow({ debt, remainingCents, state }: AskedLine) {
  return {
    href: debtAddress(debt.id),
    label: debt.creditorName,
    note: DEBT_STATE_WORDS[state](),
    // what is over is not asked: the sum stays on its own page
    ...(state !== 'case_closed' && { value: euros(remainingCents) })
  };
}
