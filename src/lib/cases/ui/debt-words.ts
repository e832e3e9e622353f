import { fullDate, m } from '$lib/i18n';
import type { CardLine, DebtKind, LimitationStatus, MissingItem } from '..';

const KINDS: Readonly<Record<DebtKind, () => string>> = {
  purchase: m.cases_kind_purchase,
  insurance: m.cases_kind_insurance,
  consumer_credit: m.cases_kind_consumer_credit,
  energy: m.cases_kind_energy,
  rent: m.cases_kind_rent,
  health: m.cases_kind_health,
  telecom: m.cases_kind_telecom
};

/** What a debt comes from, in one or two words: "Crédit à la consommation". */
export function kindWord(kind: DebtKind): string {
  return KINDS[kind]();
}

const PRINCIPALS: Readonly<Record<DebtKind, () => string>> = {
  purchase: m.cases_card_principal_purchase,
  insurance: m.cases_card_principal_insurance,
  consumer_credit: m.cases_card_principal_consumer_credit,
  energy: m.cases_card_principal_energy,
  rent: m.cases_card_principal_rent,
  health: m.cases_card_principal_health,
  telecom: m.cases_card_principal_telecom
};

/** What stands before an amount of the card; the principal is named after what the debt comes from. */
export function cardLineWords(element: CardLine['element'], kind: DebtKind): string {
  if (element === 'principal') return PRINCIPALS[kind]();
  if (element === 'interest') return m.cases_card_interest();
  return element === 'accessories' ? m.cases_card_accessories() : m.cases_card_paid();
}

/** Where a debt comes from, in a sentence; `contractEnd` is the end of the contract's number ("…4471"). */
export function originWords(
  kind: DebtKind,
  contractEnd: string,
  contractOn: Parameters<typeof fullDate>[0] | null
): string {
  const parts = { kind: kindWord(kind), contract: contractEnd };
  return contractOn === null
    ? m.cases_card_origin(parts)
    : m.cases_card_origin_dated({ ...parts, day: fullDate(contractOn) });
}

/**
 * Answers "Est-elle trop ancienne ?" for the person, with what a human found when there is such a finding. Nothing in
 * it presses: a debt that may be too old asks nothing of her.
 */
export function limitationWords(
  limitation: LimitationStatus,
  review: 'still_due' | 'expired' | null,
  creditor: string
): string {
  if (review === 'still_due') return m.cases_limitation_still_due({ creditor });
  if (limitation.status === 'unknown')
    return review === 'expired' ? m.cases_limitation_expired_undated() : m.cases_limitation_unknown();
  const parts = { creditor, day: fullDate(limitation.endsOn) };
  if (review === 'expired')
    return limitation.status === 'presumed_expired'
      ? m.cases_limitation_expired(parts)
      : m.cases_limitation_expired_undated();
  if (limitation.status === 'presumed_expired') return m.cases_limitation_to_review(parts);
  return limitation.status === 'soon' ? m.cases_limitation_soon(parts) : m.cases_limitation_ok(parts);
}

const MISSING: Readonly<Record<Exclude<MissingItem, 'mandate'>, () => string>> = {
  first_letter: m.cases_missing_first_letter,
  contract_reference: m.cases_missing_contract_reference,
  contract_date: m.cases_missing_contract_date,
  first_unpaid: m.cases_missing_first_unpaid
};

/** A paper that the creditor has not given, in words. */
export function missingItemWords(item: MissingItem, creditor: string): string {
  return item === 'mandate' ? m.cases_missing_mandate({ creditor }) : MISSING[item]();
}
