import { readableRf, rfReference } from '$lib/plans';
import { euros, fullDate, m } from '$lib/i18n';
import { guardDebtor } from '$lib/server/http';
import { debtAddress } from '../../../addresses';
import { lineOf, mayOfferPayment } from '../../line-of';
import type { PageServerLoad } from './$types';

/** How to pay by transfer. Reading it is recorded nowhere: no payment is begun here, and no card is asked. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { asked, line } = await lineOf(event, actor);
  const { debt, card } = line;
  const rf = rfReference(asked.reference);
  return {
    address: debtAddress(debt.id),
    creditor: debt.creditorName,
    mayPay: mayOfferPayment({ asked, line }),
    // a person whose food or heat is missing reads that first
    aidsFirst: asked.effects.includes('payment_page_not_first'),
    account: card.letter
      ? m.home_pay_account({ day: fullDate(card.letter.sentOn), letter: card.letter.reference })
      : null,
    rf: rf.ok ? readableRf(rf.value) : asked.reference,
    amount: m.home_pay_amount({ amount: euros(line.remainingCents) })
  };
};
