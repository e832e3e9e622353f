import type { DebtKind, PersonFacts } from '$lib/cases';
import type { CaseId, Id, LocalDate } from '$lib/kernel';

/** The person of a case as we know her, in what an import compares. */
export interface KnownDebtor extends PersonFacts {
  readonly title: string | null;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly hasConfirmedEmail: boolean;
  readonly hasConfirmedPhone: boolean;
}

/** What a creditor says of one debt, and may say otherwise in the next file. */
export interface DebtFacts {
  readonly kind: DebtKind;
  readonly mandateReference: string;
  readonly contractOn: LocalDate | null;
  readonly firstUnpaidOn: LocalDate;
  readonly principalCents: number;
  readonly interestCents: number;
  readonly accessoriesCents: number;
  readonly paidCents: number;
  readonly letterReference: string;
  readonly letterSentOn: LocalDate;
}

/** A debt as we know it. */
export interface KnownDebt extends DebtFacts {
  readonly id: Id<'debt'>;
}

/** A case as we know it. */
export interface KnownCase {
  readonly id: CaseId;
  /** Since when it is over, on the person's clock; null while it is open. */
  readonly closedOn: LocalDate | null;
  readonly debtor: KnownDebtor;
  /** By {@link debtKey}. */
  readonly debts: ReadonlyMap<string, KnownDebt>;
}

/** What tells one debt of a case from another: a creditor's contract. */
export function debtKey(creditorName: string, contractReference: string): string {
  return `${creditorName}\u0001${contractReference}`;
}

/** The names of what a creditor says of a debt, with the columns they are kept in. */
export const DEBT_COLUMNS: Readonly<Record<keyof DebtFacts, string>> = {
  kind: 'kind',
  mandateReference: 'mandate_reference',
  contractOn: 'contract_on',
  firstUnpaidOn: 'first_unpaid_on',
  principalCents: 'principal_cents',
  interestCents: 'interest_cents',
  accessoriesCents: 'accessories_cents',
  paidCents: 'paid_cents',
  letterReference: 'letter_reference',
  letterSentOn: 'letter_sent_on'
};

/** The same, as a list. */
export const DEBT_FIELDS = Object.keys(DEBT_COLUMNS) as readonly (keyof DebtFacts)[];
