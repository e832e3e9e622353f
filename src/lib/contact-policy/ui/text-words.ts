import { m } from '$lib/i18n';
import type { TextFinding } from '../outgoing-text';

const FINDINGS: Readonly<Record<TextFinding['code'], (inputs: { words: string }) => string>> = {
  forbidden_word: m.contacts_text_forbidden_word,
  debt_word: m.contacts_text_debt_word,
  amount: m.contacts_text_amount,
  creditor_name: m.contacts_text_creditor_name,
  sender_missing: m.contacts_text_sender_missing,
  opt_out_missing: () => m.contacts_text_opt_out_missing(),
  letter_reference_missing: m.contacts_text_letter_reference_missing,
  letter_date_missing: m.contacts_text_letter_date_missing
};

/** What is wrong with an outgoing text, in a sentence for who wrote it. */
export function findingWords({ code, words }: TextFinding): string {
  return FINDINGS[code]({ words });
}

/** The line that ends every SMS and e-mail that counts as a contact. */
export function optOutLine(link: string): string {
  return m.contacts_opt_out_line({ link });
}
