import type { Cents, LocalDate } from '$lib/kernel';
import type { DebtKind } from './debt-kind';
import { remainingCents, type DebtSums } from './debt-sums';
import { limitationStatus, needsHumanReview, type LimitationStatus } from './limitation';

/** What is known of one debt, as the card needs it; null where the creditor has not told us. */
export interface DebtOnCard extends DebtSums {
  readonly kind: DebtKind;
  readonly creditorName: string;
  readonly mandateReference: string | null;
  readonly contractReference: string | null;
  readonly contractOn: LocalDate | null;
  readonly firstUnpaidOn: LocalDate | null;
  readonly letterReference: string | null;
  readonly letterSentOn: LocalDate | null;
  /** The day of a court's title; null, the ordinary case here, while everything is amicable. */
  readonly enforceableTitleOn?: LocalDate | null;
  /** What a human found on a debt that may be out of time; null while nobody looked. */
  readonly limitationReview: 'still_due' | 'expired' | null;
}

/** A fact the card must show (CPCE R124-3, R124-4) and the creditor has not given. */
export type MissingItem =
  'mandate' | 'first_letter' | 'contract_reference' | 'contract_date' | 'first_unpaid';

/** Why neither paying nor proposing is offered for now; the other choices always are. */
export type HoldReason = 'item_missing' | 'limitation_to_review' | 'limitation_expired' | 'nothing_left';

/** One line of the sum, in the order the card shows them; what was paid is negative. */
export interface CardLine {
  readonly element: 'principal' | 'interest' | 'accessories' | 'paid';
  readonly amountCents: Cents;
}

/** All a person has a right to know about one debt, as facts; the words are chosen on screen. */
export interface HonestyCard {
  /** Each element apart (R124-4 3°); elements of zero are left out, the principal never. */
  readonly lines: readonly CardLine[];
  readonly remainingCents: Cents;
  /** `amicable`: no judge is involved and nobody can seize anything. */
  readonly stage: { readonly code: 'amicable' } | { readonly code: 'judicial'; readonly since: LocalDate };
  /** The first letter, recalled in every later step (R124-4); null when it is missing. */
  readonly letter: { readonly reference: string; readonly sentOn: LocalDate } | null;
  readonly limitation: LimitationStatus;
  readonly missing: readonly MissingItem[];
  readonly holds: readonly HoldReason[];
  /** May "Je paie" and "Je propose" be offered? Exactly when there is no hold. */
  readonly mayOfferPayment: boolean;
}

/**
 * The article under which nothing may be added to an amicable debt: costs of collection without an enforceable
 * title stay with the creditor. The same for every debt here, so it is a constant and not a fact of one card.
 */
export const NOTHING_MAY_BE_ADDED = {
  article: 'CPCE, art. L111-8',
  source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000025024948',
  checkedOn: '2026-11-21'
} as const;

/** The honesty card of one debt on a day. */
export function honestyCard(debt: DebtOnCard, today: LocalDate): HonestyCard {
  const missing = missingItems(debt);
  const limitation = limitationStatus(debt.kind, debt.firstUnpaidOn, today);
  const holds = holdReasons(debt, missing, limitation);
  return {
    lines: linesOf(debt),
    remainingCents: remainingCents(debt),
    stage: debt.enforceableTitleOn
      ? { code: 'judicial', since: debt.enforceableTitleOn }
      : { code: 'amicable' },
    letter:
      debt.letterReference !== null && debt.letterSentOn !== null
        ? { reference: debt.letterReference, sentOn: debt.letterSentOn }
        : null,
    limitation,
    missing,
    holds,
    mayOfferPayment: holds.length === 0
  };
}

function linesOf(debt: DebtSums): CardLine[] {
  const all: CardLine[] = [
    { element: 'principal', amountCents: debt.principalCents },
    { element: 'interest', amountCents: debt.interestCents },
    { element: 'accessories', amountCents: debt.accessoriesCents },
    { element: 'paid', amountCents: -debt.paidCents as Cents }
  ];
  return all.filter((line) => line.element === 'principal' || line.amountCents !== 0);
}

function missingItems(debt: DebtOnCard): MissingItem[] {
  const wanted: [MissingItem, unknown][] = [
    ['mandate', debt.mandateReference],
    ['first_letter', debt.letterReference && debt.letterSentOn],
    ['contract_reference', debt.contractReference],
    ['contract_date', debt.contractOn],
    ['first_unpaid', debt.firstUnpaidOn]
  ];
  return wanted.filter(([, value]) => !value).map(([item]) => item);
}

function holdReasons(
  debt: DebtOnCard,
  missing: readonly MissingItem[],
  limitation: LimitationStatus
): HoldReason[] {
  const holds: HoldReason[] = [];
  if (missing.length > 0) holds.push('item_missing');
  if (debt.limitationReview === 'expired') holds.push('limitation_expired');
  // a court's title has its own, longer period: the review of the contract's one is over
  else if (needsHumanReview(limitation) && debt.limitationReview === null && !debt.enforceableTitleOn)
    holds.push('limitation_to_review');
  if (remainingCents(debt) === 0) holds.push('nothing_left');
  return holds;
}

/** The end of a contract number, as the card shows it ("…4471"): enough to know it, too little to misuse it. */
export function endOfContractReference(reference: string): string {
  return reference.length <= 4 ? reference : `…${reference.slice(-4)}`;
}
