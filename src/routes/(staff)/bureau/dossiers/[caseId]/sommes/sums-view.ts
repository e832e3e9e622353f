import { honestyCard, remainingCents, totalRemainingCents, type LimitationStatus } from '$lib/cases';
import { DESK_ZONE } from '$lib/backoffice/ui/promise-words';
import { euros, fullDate, m } from '$lib/i18n';
import { dayInZone, type LocalDate } from '$lib/kernel';
import type { CaseDesk } from '$lib/server/backoffice';

type Debt = CaseDesk['debts'][number];

const KIND: Readonly<Record<Debt['kind'], () => string>> = {
  purchase: m.cases_kind_purchase,
  insurance: m.cases_kind_insurance,
  consumer_credit: m.cases_kind_consumer_credit,
  energy: m.cases_kind_energy,
  rent: m.cases_kind_rent,
  health: m.cases_kind_health,
  telecom: m.cases_kind_telecom
};
const ELEMENT = {
  interest: m.cases_card_interest,
  accessories: m.cases_card_accessories,
  paid: m.backoffice_sums_paid
};
const PRINCIPAL: typeof KIND = {
  purchase: m.cases_card_principal_purchase,
  insurance: m.cases_card_principal_insurance,
  consumer_credit: m.cases_card_principal_consumer_credit,
  energy: m.cases_card_principal_energy,
  rent: m.cases_card_principal_rent,
  health: m.cases_card_principal_health,
  telecom: m.cases_card_principal_telecom
};

/** The debts of a case as their honesty cards state them, in words for the desk. */
export function sumsView(debts: readonly Debt[], today: LocalDate) {
  return {
    total: m.backoffice_sums_total({ amount: euros(totalRemainingCents(debts)) }),
    debts: debts.map((debt) => debtView(debt, today))
  };
}

function debtView(debt: Debt, today: LocalDate) {
  const card = honestyCard(debt, today);
  return {
    id: debt.id as string,
    creditor: debt.creditorName,
    lines: card.lines.map(({ element, amountCents }) => ({
      term: element === 'principal' ? PRINCIPAL[debt.kind]() : ELEMENT[element](),
      amount: euros(amountCents)
    })),
    remaining: euros(remainingCents(debt)),
    facts: factsOf(debt, card.limitation),
    isMissing: card.missing.length > 0,
    toReview: card.holds.includes('limitation_to_review'),
    review: reviewWords(debt),
    disputed: debt.disputedAt
      ? m.backoffice_sums_disputed({ day: fullDate(dayInZone(debt.disputedAt, DESK_ZONE)) })
      : null,
    reviewCommand: crypto.randomUUID(),
    disputeCommand: crypto.randomUUID()
  };
}

function factsOf(debt: Debt, limitation: LimitationStatus): { term: string; value: string }[] {
  const contract = debt.contractOn
    ? m.cases_card_origin_dated({
        kind: KIND[debt.kind](),
        contract: debt.contractReference,
        day: fullDate(debt.contractOn)
      })
    : m.cases_card_origin({ kind: KIND[debt.kind](), contract: debt.contractReference });
  return [
    { term: m.backoffice_sums_origin(), value: contract },
    { term: m.backoffice_sums_first_unpaid(), value: fullDate(debt.firstUnpaidOn) },
    {
      term: m.backoffice_sums_letter(),
      value: m.backoffice_sums_letter_value({
        day: fullDate(debt.letterSentOn),
        reference: debt.letterReference
      })
    },
    { term: m.backoffice_sums_mandate(), value: debt.mandateReference },
    { term: m.backoffice_sums_limitation(), value: limitationWords(limitation) }
  ];
}

function limitationWords(limitation: LimitationStatus): string {
  if (limitation.status === 'unknown') return m.backoffice_sums_limitation_unknown();
  const day = fullDate(limitation.endsOn);
  const rule = limitation.rule.article;
  const words = {
    ok: m.backoffice_sums_limitation_ok,
    soon: m.backoffice_sums_limitation_soon,
    presumed_expired: m.backoffice_sums_limitation_expired
  }[limitation.status]({ day });
  return `${words} (${rule})`;
}

function reviewWords({ limitationReview }: Debt): string | null {
  if (limitationReview === null) return null;
  return limitationReview === 'expired'
    ? m.backoffice_sums_reviewed_expired()
    : m.backoffice_sums_reviewed_still_due();
}
