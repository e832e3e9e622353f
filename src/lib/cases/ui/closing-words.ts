import { fullDate, m, phoneNumber } from '$lib/i18n';
import type { LocalDate } from '$lib/kernel';
import type { ClosingReason } from '..';

type FirmWords = (firm: { firm: string }) => string;

/**
 * Why, and what follows. Each sentence says only what the firm did or knows: a payment is proved by its receipt (CPCE
 * R124-6), a claim that went back is its creditor's, and only a judge settles whether one is too old.
 */
const REASONS: Readonly<Record<ClosingReason, { readonly why: () => string; readonly meaning: FirmWords }>> =
  {
    paid: { why: m.cases_closing_paid, meaning: m.cases_closing_paid_meaning },
    plan_kept: { why: m.cases_closing_plan_kept, meaning: m.cases_closing_paid_meaning },
    given_back: { why: m.cases_closing_given_back, meaning: () => m.cases_closing_given_back_meaning() },
    not_owed: { why: m.cases_closing_not_owed, meaning: m.cases_closing_not_owed_meaning },
    time_barred: { why: m.cases_closing_time_barred, meaning: () => m.cases_closing_time_barred_meaning() },
    erased_by_decision: {
      why: m.cases_closing_erased_by_decision,
      meaning: () => m.cases_closing_erased_by_decision_meaning()
    },
    other: { why: m.cases_closing_other, meaning: () => m.cases_closing_other_meaning() }
  };

/** What the attestation speaks of. */
export interface ClosingSubject {
  readonly personName: string;
  readonly reference: string;
  readonly reason: ClosingReason;
  readonly closedOn: LocalDate;
  readonly today: LocalDate;
  readonly debts: readonly {
    readonly creditorName: string;
    readonly contractReference: string;
    readonly letterReference: string;
    readonly letterSentOn: LocalDate;
  }[];
}

/** The attestation of the end of a case, sentence by sentence. It holds no amount: the creditor's file may lag behind. */
export function closingWords(closing: ClosingSubject) {
  const firm = m.public_firm_name();
  const { why, meaning } = REASONS[closing.reason];
  return {
    says: m.cases_closing_says({
      firm,
      activity: m.public_firm_activity(),
      reference: closing.reference,
      person: closing.personName,
      day: fullDate(closing.closedOn)
    }),
    nothing: m.cases_closing_nothing({ firm }),
    why: why(),
    meaning: meaning({ firm }),
    debts: closing.debts.map((debt) =>
      m.cases_closing_debt({
        creditor: debt.creditorName,
        contract: debt.contractReference,
        day: fullDate(debt.letterSentOn),
        letter: debt.letterReference
      })
    ),
    limits: m.cases_closing_limits({ firm }),
    made: m.cases_closing_made({
      day: fullDate(closing.today),
      firm,
      address: m.public_firm_address(),
      siren: m.public_firm_siren(),
      phone: phoneNumber(m.public_firm_phone())
    })
  };
}
