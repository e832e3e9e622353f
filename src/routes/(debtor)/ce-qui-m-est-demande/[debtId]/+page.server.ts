import { LIMITATION_RULES, endOfContractReference } from '$lib/cases';
import { cardLineWords, limitationWords, missingItemWords, originWords } from '$lib/cases/ui/debt-words';
import { DEBT_STATE_WORDS } from '$lib/home/ui/home-words';
import { euros, fullDate, m } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import type { Asked, AskedLine } from '$lib/server/home';
import { guardDebtor } from '$lib/server/http';
import { debtAddress } from '../../addresses';
import { lineOf, mayOfferPayment } from '../line-of';
import type { PageServerLoad } from './$types';

/** The honesty card of one line, in words (R124-4 CPCE and more). Opening it is recorded nowhere. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const { asked, line } = await lineOf(event, actor);
  const { debt, card } = line;
  return {
    creditor: debt.creditorName,
    address: debtAddress(debt.id),
    state: line.state === 'open' ? null : DEBT_STATE_WORDS[line.state](),
    sum: {
      lines: card.lines.map(({ element, amountCents }) => ({
        label: cardLineWords(element, debt.kind),
        amount: euros(amountCents, { signed: element !== 'principal' })
      })),
      total: { label: m.cases_card_remaining(), amount: euros(line.remainingCents) }
    },
    facts: factsOf(line),
    missing: (asked.isOver ? [] : card.missing).map((item) => missingItemWords(item, debt.creditorName)),
    disputed: asked.isOver ? null : disputedWords(asked, line),
    isOver: asked.isOver,
    mayPay: mayOfferPayment({ asked, line }),
    inPlan: line.state === 'in_agreement' || line.state === 'agreement_suspended'
  };
};

function factsOf({ debt, card, remainingCents }: AskedLine) {
  const { stage, limitation, letter } = card;
  const mayStillMove = debt.limitationReview !== 'expired' && limitation.status !== 'unknown';
  return {
    origin: [
      originWords(debt.kind, endOfContractReference(debt.contractReference), debt.contractOn),
      m.cases_card_first_unpaid({ day: fullDate(debt.firstUnpaidOn) })
    ].join(' '),
    stage:
      stage.code === 'amicable'
        ? { name: m.cases_card_stage_amicable(), text: m.cases_card_stage_amicable_text() }
        : {
            name: m.cases_card_stage_judicial(),
            text: m.cases_card_stage_judicial_text({ day: fullDate(stage.since) })
          },
    letter: letter && m.cases_card_letter({ day: fullDate(letter.sentOn), reference: letter.reference }),
    // where nothing is owed there is nothing left to go to court for
    limitation:
      remainingCents === 0
        ? null
        : {
            text: limitationWords(limitation, debt.limitationReview, debt.creditorName),
            effect: mayStillMove ? m.cases_limitation_effect() : null,
            source: m.cases_limitation_source({ article: LIMITATION_RULES[debt.kind].article })
          }
  };
}

function disputedWords({ timeZone }: Asked, { debt }: AskedLine) {
  if (!debt.disputedAt) return null;
  return [
    m.home_line_disputed({ day: fullDate(dayInZone(debt.disputedAt, timeZone)) }),
    m.home_line_disputed_next({ creditor: debt.creditorName })
  ];
}
