import { ok, refused, type Cents } from '$lib/kernel';
import { readCaseReference, type CaseReference } from '../case-reference';
import { kindOfNature, type DebtKind } from '../debt-kind';
import { readPostcode, type Postcode } from '../territory';
import { readAmount, readAmountOrZero, shownInMessage, type Cell } from './portfolio-cell';
import type { CellFault } from './portfolio-fault';

/** Says a missing cell in the words of the rule that wants it. */
export function missingAs<T>(code: 'mandate_missing' | 'first_letter_missing', cell: Cell<T>): Cell<T> {
  return !cell.ok && cell.why.code === 'value_missing' ? refused<CellFault>({ code }) : cell;
}

/** The reference of the case. */
export function readReference(raw: string): Cell<CaseReference> {
  if (raw.trim() === '') return refused({ code: 'value_missing' });
  const reference = readCaseReference(raw);
  return reference === null ? refused({ code: 'reference_unreadable' }) : ok(reference);
}

/** A French postcode. */
export function readPostcodeCell(raw: string): Cell<Postcode> {
  if (raw.trim() === '') return refused({ code: 'value_missing' });
  const postcode = readPostcode(raw);
  return postcode === null ? refused({ code: 'postcode_unknown', text: shownInMessage(raw) }) : ok(postcode);
}

/** What the debt comes from. */
export function readKind(raw: string): Cell<DebtKind> {
  if (raw.trim() === '') return refused({ code: 'value_missing' });
  const kind = kindOfNature(raw);
  return kind === null ? refused({ code: 'kind_unknown', text: shownInMessage(raw) }) : ok(kind);
}

/** The principal: an amount above zero. */
export function readPrincipal(raw: string): Cell<Cents> {
  const amount = readAmount(raw);
  return amount.ok && amount.value === 0 ? refused({ code: 'principal_zero' }) : amount;
}

/** Accessories: zero, since any cost of collection stays with the creditor (CPCE L111-8). */
export function readAccessories(raw: string): Cell<Cents> {
  const amount = readAmountOrZero(raw);
  if (amount.ok && amount.value > 0)
    return refused({ code: 'fees_charged_to_consumer', amountCents: amount.value });
  return amount;
}

/** How letters address the person; null for an empty or unknown word, which is no reason to refuse. */
export function readTitle(raw: string): 'Mme' | 'M.' | null {
  const word = raw.trim().toLowerCase().replace(/\.$/, '');
  if (word === 'mme' || word === 'madame' || word === 'mlle' || word === 'mademoiselle') return 'Mme';
  return word === 'm' || word === 'mr' || word === 'monsieur' ? 'M.' : null;
}
