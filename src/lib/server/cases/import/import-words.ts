import { KNOWN_NATURES, type RowFault, type RowWarning } from '$lib/cases';
import { euros, fullDate, list, m } from '$lib/i18n';
import { MAX_CENTS } from '$lib/kernel';
import type { FileRefusal } from './inspect-file';
import type { EndOfReading, PortfolioRefusal } from './read-portfolio-file';
import { LONGEST_RECORD } from './read-records';

type Fault = RowFault | EndOfReading;
type Code = Fault['code'];
type FaultOf<C extends Code> = Extract<Fault, { readonly code: C }>;

const FAULT_WORDS: { readonly [C in Code]: (fault: FaultOf<C>) => string } = {
  value_missing: () => m.cases_import_value_missing(),
  mandate_missing: () => m.cases_import_mandate_missing(),
  first_letter_missing: () => m.cases_import_first_letter_missing(),
  text_too_long: ({ maximum }) => m.cases_import_text_too_long({ maximum }),
  control_character: () => m.cases_import_control_character(),
  formula: () => m.cases_import_formula(),
  national_number: () => m.cases_import_national_number(),
  reference_unreadable: () => m.cases_import_reference_unreadable(),
  postcode_unknown: ({ text }) => m.cases_import_postcode_unknown({ text }),
  kind_unknown: ({ text }) => m.cases_import_kind_unknown({ text, known: KNOWN_NATURES.join(', ') }),
  date_unreadable: ({ text }) => m.cases_import_date_unreadable({ text }),
  no_such_day: ({ text }) => m.cases_import_no_such_day({ text }),
  in_the_future: ({ on }) => m.cases_import_in_the_future({ day: fullDate(on) }),
  born_too_long_ago: () => m.cases_import_born_too_long_ago(),
  minor: ({ adultOn }) => m.cases_import_minor({ day: fullDate(adultOn) }),
  principal_zero: () => m.cases_import_principal_zero(),
  fees_charged_to_consumer: ({ amountCents }) => m.cases_import_fees({ amount: euros(amountCents) }),
  paid_more_than_owed: ({ claimedCents, paidCents }) =>
    m.cases_import_paid_more_than_owed({ claimed: euros(claimedCents), paid: euros(paidCents) }),
  amount_missing: () => m.cases_import_amount_missing(),
  amount_not_a_number: ({ text }) => m.cases_import_amount_not_a_number({ text }),
  amount_negative: ({ text }) => m.cases_import_amount_negative({ text }),
  amount_too_large: () => m.cases_import_amount_too_large({ maximum: euros(MAX_CENTS, { cents: 'never' }) }),
  line_empty: () => m.cases_import_line_empty(),
  line_too_short: ({ cells, expected }) => m.cases_import_line_too_short({ cells, expected }),
  line_too_long: ({ cells, expected }) => m.cases_import_line_too_long({ cells, expected }),
  another_person: () => m.cases_import_another_person(),
  case_closed: ({ closedOn }) => m.cases_import_case_closed({ day: fullDate(closedOn) }),
  contract_contradicted: ({ firstRecord }) => m.cases_import_contract_contradicted({ first: firstRecord }),
  quote_never_closed: () => m.cases_import_quote_open(),
  record_too_long: () => m.cases_import_record_too_long({ maximum: LONGEST_RECORD / 1024 })
};

function wordsOfFault<C extends Code>(fault: FaultOf<C>): string {
  return FAULT_WORDS[fault.code as C](fault);
}

/** Why a line was refused, in plain French: its first fault, then the columns of the others. */
export function refusalMessage(faults: readonly Fault[]): string {
  const [first, ...others] = faults;
  if (first === undefined) return '';
  const message = wordsOfFault(first);
  if (others.length === 0) return message;
  const also = others.map((fault) => `${fault.column} (${wordsOfFault(fault).replace(/\.$/, '')})`);
  return m.cases_import_also({ message, others: list(also) });
}

type WarningCode = RowWarning['code'];
type WarningOf<C extends WarningCode> = Extract<RowWarning, { readonly code: C }>;

const WARNING_WORDS: { readonly [C in WarningCode]: (warning: WarningOf<C>) => string } = {
  email_left_out: () => m.cases_import_email_left_out(),
  phone_left_out: () => m.cases_import_phone_left_out(),
  limitation_presumed_expired: ({ endsOn, article }) =>
    m.cases_import_limitation_presumed_expired({ day: fullDate(endsOn), article }),
  nothing_left_to_pay: () => m.cases_import_nothing_left_to_pay(),
  paid_not_stated: () => m.cases_import_paid_not_stated(),
  line_repeated: ({ firstRecord }) => m.cases_import_line_repeated({ first: firstRecord }),
  case_closed: ({ closedOn }) => m.cases_import_case_closed_updated({ day: fullDate(closedOn) }),
  contact_kept: () => m.cases_import_contact_kept()
};

/** What is odd about a line that was taken, in plain French. */
export function warningMessage<C extends WarningCode>(warning: WarningOf<C>): string {
  return WARNING_WORDS[warning.code as C](warning);
}

/** A column that nobody reads, in plain French. */
export function ignoredColumnMessage(name: string): string {
  return m.cases_import_column_ignored({ name });
}

/** Why nothing of a file was read. */
export type ImportRefusal = FileRefusal | PortfolioRefusal;

/** Why nothing of a file was read, in plain French. */
export function importRefusalMessage(refusal: ImportRefusal, file: string): string {
  switch (refusal.code) {
    case 'file_not_found':
      return m.cases_import_file_not_found({ file });
    case 'file_is_a_folder':
      return m.cases_import_file_folder({ file });
    case 'file_forbidden':
      return m.cases_import_file_forbidden({ file });
    case 'file_unreadable':
      return m.cases_import_file_unreadable({ file, cause: refusal.cause });
    case 'file_empty':
      return m.cases_import_file_empty({ file });
    case 'file_binary':
      return m.cases_import_file_binary({ file });
    case 'file_mixed_encoding':
      return m.cases_import_file_mixed_encoding({ file });
    case 'file_no_rows':
      return m.cases_import_file_no_rows({ file });
    case 'columns_missing':
      return m.cases_import_columns_missing({ columns: refusal.columns.join(', ') });
    case 'columns_repeated':
      return m.cases_import_columns_repeated({ columns: refusal.columns.join(', ') });
  }
}
