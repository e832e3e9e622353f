import { m } from '$lib/i18n';

/** A line of a table of the notice. */
interface Line {
  header: string;
  cells: string[];
}

const line = (header: string, cell: string): Line => ({ header, cells: [cell] });

/** Each purpose and its legal basis (GDPR art. 6, 9, 14 and 32). */
export const purposes = (): Line[] => [
  line(m.public_data_purpose_case(), m.public_data_basis_case()),
  line(m.public_data_purpose_account(), m.public_data_basis_account()),
  line(m.public_data_purpose_questions(), m.public_data_basis_questions()),
  line(m.public_data_purpose_aids(), m.public_data_basis_aids()),
  line(m.public_data_purpose_contact(), m.public_data_basis_contact()),
  line(m.public_data_purpose_survey(), m.public_data_basis_survey()),
  line(m.public_data_purpose_security(), m.public_data_basis_security())
];

/** What is kept and until when. The CNIL gives no table for collectors: these are the house's defaults. */
export const retention = (): Line[] => [
  line(m.public_data_keep_paid(), m.public_data_until_paid()),
  line(m.public_data_keep_unpaid(), m.public_data_until_unpaid()),
  line(m.public_data_keep_account(), m.public_data_until_account()),
  line(m.public_data_keep_budget(), m.public_data_until_budget()),
  line(m.public_data_keep_identity(), m.public_data_until_identity()),
  line(m.public_data_keep_messages(), m.public_data_until_messages()),
  line(m.public_data_keep_survey(), m.public_data_until_survey()),
  line(m.public_data_keep_logs(), m.public_data_until_logs())
];

/** What the firm's data protection officer is to validate before the service opens. */
export const toValidate = (): string[] => [
  m.public_data_review_roles(),
  m.public_data_review_bases(),
  m.public_data_review_retention(),
  m.public_data_review_host(),
  m.public_data_review_dpia()
];
