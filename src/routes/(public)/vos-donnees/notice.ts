import { m } from '$lib/i18n';
import { retentionLines } from '$lib/privacy/ui/retention-words';

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

/** What this service keeps and until when: the table the night works by. */
export const retention = (): Line[] => retentionLines().map(({ what, until }) => line(what, until));

/** What the firm keeps outside of this service. */
export const keptElsewhere = (): Line[] => [
  line(m.public_data_keep_account(), m.public_data_until_account()),
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
