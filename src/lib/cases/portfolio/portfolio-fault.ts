import type { AmountRefusal, Cents, LocalDate } from '$lib/kernel';
import type { PortfolioColumn } from './portfolio-columns';

/** What is wrong in one cell, with the figures or the text that explain it. Never holds a national number. */
export type CellFault =
  | { readonly code: 'value_missing' }
  /** Without a written convention a case may not go live (CPCE R124-3). */
  | { readonly code: 'mandate_missing' }
  /** Every step recalls the first letter (CPCE R124-4): without it nothing may follow. */
  | { readonly code: 'first_letter_missing' }
  | { readonly code: 'text_too_long'; readonly maximum: number }
  | { readonly code: 'control_character' }
  /** A text that a spreadsheet would run as a formula. */
  | { readonly code: 'formula' }
  /** Something that looks like a social security number: never kept (CNIL). */
  | { readonly code: 'national_number' }
  | { readonly code: 'reference_unreadable' }
  | { readonly code: 'postcode_unknown'; readonly text: string }
  | { readonly code: 'kind_unknown'; readonly text: string }
  | { readonly code: 'date_unreadable'; readonly text: string }
  | { readonly code: 'no_such_day'; readonly text: string }
  | { readonly code: 'in_the_future'; readonly on: LocalDate }
  | { readonly code: 'born_too_long_ago'; readonly on: LocalDate }
  | { readonly code: 'minor'; readonly adultOn: LocalDate }
  | { readonly code: 'principal_zero' }
  /** Collection costs stay with the creditor (CPCE L111-8; C. conso. L121-21). */
  | { readonly code: 'fees_charged_to_consumer'; readonly amountCents: Cents }
  | { readonly code: 'paid_more_than_owed'; readonly claimedCents: Cents; readonly paidCents: Cents }
  | AmountRefusal;

/** What is wrong with a line as a whole, or in view of the other lines of its case. */
export type LineFault =
  | { readonly code: 'line_empty' }
  | { readonly code: 'line_too_short'; readonly cells: number; readonly expected: number }
  | { readonly code: 'line_too_long'; readonly cells: number; readonly expected: number }
  /** The case already belongs to somebody else, in this file or from an earlier one. */
  | { readonly code: 'another_person' }
  /** A new contract on a case that is over: nobody follows it, so a human opens the case again first. */
  | { readonly code: 'case_closed'; readonly closedOn: LocalDate }
  /** The same contract stands in the file twice with different facts: nobody can tell which is right. */
  | { readonly code: 'contract_contradicted'; readonly firstRecord: number };

/** A fault and the column it stands in; `*` is the whole line. */
export type RowFault = (CellFault | LineFault) & { readonly column: PortfolioColumn | '*' };

/** What is odd about a line that is taken all the same. */
export type RowWarning =
  | { readonly code: 'email_left_out'; readonly column: 'email' }
  | { readonly code: 'phone_left_out'; readonly column: 'telephone' }
  /** Taken, marked for human review: no plan is offered before a human looked. */
  | {
      readonly code: 'limitation_presumed_expired';
      readonly column: 'premier_impaye';
      readonly endsOn: LocalDate;
      readonly article: string;
    }
  | { readonly code: 'nothing_left_to_pay'; readonly column: 'deja_regle' }
  | { readonly code: 'paid_not_stated'; readonly column: 'deja_regle' }
  /** The same line again, to the letter: counted once. */
  | { readonly code: 'line_repeated'; readonly column: '*'; readonly firstRecord: number }
  /** The line changed something of a case that is over: it was written, and the case stays over. */
  | { readonly code: 'case_closed'; readonly column: 'reference_dossier'; readonly closedOn: LocalDate }
  /** The file gives another e-mail or phone than the one she confirmed herself: hers stays. */
  | { readonly code: 'contact_kept'; readonly column: 'email' | 'telephone' };
