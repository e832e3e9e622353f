import { addMonths, daysBetween, type LocalDate } from '$lib/kernel';
import type { DebtKind } from './debt-kind';

/** How many days before the end of the period a debt counts as soon out of time. */
export const SOON_DAYS = 60;

/**
 * A period after which a creditor may no longer go to court for a debt.
 * `prescription` starts again when the person acknowledges the debt (C. civ. 2240, 2231); `forclusion` does
 * not, but a rescheduling moves its start to the first instalment missed afterwards (C. conso. R312-35).
 */
export interface LimitationRule {
  /** The article, as French lawyers write it. */
  readonly article: string;
  /** Length of the period. */
  readonly months: number;
  /** Which of the two mechanisms of the law. */
  readonly mechanism: 'prescription' | 'forclusion';
  /** How sure we are: `certain` was read in its source, `likely` waits for a lawyer's reading. */
  readonly confidence: 'certain' | 'likely';
  /** Where the article is published. */
  readonly source: string;
  /** The day the rule was last checked. */
  readonly checkedOn: string;
}

const checkedOn = '2026-11-21';
const consumer: LimitationRule = {
  article: 'C. conso., art. L218-2',
  months: 24,
  mechanism: 'prescription',
  confidence: 'certain',
  source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565',
  checkedOn
};

/** What has a limitation period of its own: the kinds of debt, and `general`, a claim between private persons. */
export type LimitedClaim = DebtKind | 'general';

/**
 * The limitation rule of each kind of debt, for a debt without an enforceable title (ten years with one,
 * CPCE L111-4).
 *
 * Back-billing of energy is limited besides (14 months, C. conso. L224-11): that is about the bill itself and is
 * left to the human review of a disputed bill.
 */
export const LIMITATION_RULES: Readonly<Record<LimitedClaim, LimitationRule>> = {
  telecom: {
    article: 'CPCE, art. L34-2',
    months: 12,
    mechanism: 'prescription',
    confidence: 'likely',
    source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070987',
    checkedOn
  },
  energy: consumer,
  consumer_credit: {
    article: 'C. conso., art. R312-35',
    months: 24,
    mechanism: 'forclusion',
    confidence: 'certain',
    source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565',
    checkedOn
  },
  rent: {
    article: 'Loi n° 89-462, art. 7-1',
    months: 36,
    mechanism: 'prescription',
    confidence: 'likely',
    source: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000509310',
    checkedOn
  },
  health: { ...consumer, confidence: 'likely' },
  purchase: consumer,
  insurance: {
    article: 'C. assur., art. L114-1',
    months: 24,
    mechanism: 'prescription',
    confidence: 'likely',
    source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006073984',
    checkedOn
  },
  general: {
    article: 'C. civ., art. 2224',
    months: 60,
    mechanism: 'prescription',
    confidence: 'certain',
    source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721',
    checkedOn
  }
};

/** What the dates say about a debt's limitation; a human confirms before it is held against anyone. */
export type LimitationStatus =
  | {
      /** `soon`: fewer than {@link SOON_DAYS} days are left; `presumed_expired`: the last day is over. */
      readonly status: 'ok' | 'soon' | 'presumed_expired';
      readonly rule: LimitationRule;
      /** Last day on which the creditor may still go to court. */
      readonly endsOn: LocalDate;
      /** Days from today to that day; negative once it is over. */
      readonly daysLeft: number;
    }
  | { readonly status: 'unknown'; readonly rule: LimitationRule };

/**
 * May the creditor still go to court for this debt, from its kind and its first missed payment?
 * The period runs from the day after the first missed payment and ends with the last hour of the same date of
 * its last month (C. civ. 2228, 2229); a 29 February without its like ends on 28 February. Unknown without a
 * first missed payment, or when that day is still to come.
 */
export function limitationStatus(
  kind: LimitedClaim,
  firstUnpaidOn: LocalDate | null,
  today: LocalDate
): LimitationStatus {
  const rule = LIMITATION_RULES[kind];
  if (firstUnpaidOn === null || firstUnpaidOn > today) return { status: 'unknown', rule };
  const endsOn = addMonths(firstUnpaidOn, rule.months);
  const daysLeft = daysBetween(today, endsOn);
  if (daysLeft < 0) return { status: 'presumed_expired', rule, endsOn, daysLeft };
  return { status: daysLeft < SOON_DAYS ? 'soon' : 'ok', rule, endsOn, daysLeft };
}

/** Must a human read this debt before a payment or a plan may be offered? */
export function needsHumanReview(limitation: LimitationStatus): boolean {
  return limitation.status === 'presumed_expired' || limitation.status === 'unknown';
}
