import { looksLikeNationalNumber, ok, refused, type LocalDate, type Result } from '$lib/kernel';
import type { CaseReference } from '../case-reference';
import type { DebtKind } from '../debt-kind';
import { claimedCents, remainingCents, type DebtSums } from '../debt-sums';
import { readEmailAddress } from '../email-address';
import { limitationStatus, needsHumanReview, type LimitationStatus } from '../limitation';
import { readPhoneNumber } from '../phone-number';
import type { Postcode } from '../territory';
import {
  readAmountOrZero,
  readBirthDate,
  readPastDay,
  readText,
  type Cell,
  type TextRules
} from './portfolio-cell';
import type { KnownColumns, PortfolioColumn } from './portfolio-columns';
import type { RowFault, RowWarning } from './portfolio-fault';
import {
  missingAs,
  readAccessories,
  readKind,
  readPostcodeCell,
  readPrincipal,
  readReference,
  readTitle
} from './portfolio-field';

/** One line of a creditor's file, read and checked: a person, and one debt of hers. */
export interface PortfolioRow extends DebtSums {
  readonly reference: CaseReference;
  readonly creditorName: string;
  readonly mandateReference: string;
  /** How letters address the person; null when the file does not say. */
  readonly title: 'Mme' | 'M.' | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: LocalDate;
  /** One or more lines. */
  readonly address: string;
  readonly postcode: Postcode;
  readonly city: string;
  readonly email: string | null;
  /** In E.164. */
  readonly phone: string | null;
  readonly contractReference: string;
  readonly kind: DebtKind;
  readonly contractOn: LocalDate | null;
  readonly firstUnpaidOn: LocalDate;
  readonly letterReference: string;
  readonly letterSentOn: LocalDate;
  readonly limitation: LimitationStatus;
}

/** A line that was refused, with all that is wrong in it, in the order of the columns; never empty. */
export interface RowRefusal {
  readonly code: 'row_refused';
  readonly faults: readonly RowFault[];
}

/** A line that was taken. */
export interface TakenRow {
  readonly row: PortfolioRow;
  readonly warnings: readonly RowWarning[];
}

/** What reading a line depends on besides the line: the day (in France) and the head of the file. */
export interface RowContext {
  readonly today: LocalDate;
  readonly knownColumns: KnownColumns;
}

const NAME: TextRules = { maximum: 100, isName: true };
const REFERENCE: TextRules = { maximum: 60 };
const LABEL: TextRules = { maximum: 120 };
const ADDRESS: TextRules = { maximum: 300, keepsLines: true };

/**
 * Reads one line. Every cell is checked and every fault reported, except for a line of the wrong length (its
 * cells are not where they seem) and one that holds a national number (nothing more is said about it).
 * An e-mail or a phone that is not one is left out with a warning: the letter still reaches the person.
 */
export function readPortfolioRow(
  record: readonly string[],
  { today, knownColumns }: RowContext
): Result<TakenRow, RowRefusal> {
  const shape = shapeFault(record, knownColumns);
  if (shape) return refused({ code: 'row_refused', faults: [shape] });
  const cell = (column: PortfolioColumn) => record[knownColumns.positions.get(column) ?? -1] ?? '';
  const secret = nationalNumberFault(record, knownColumns);
  if (secret) return refused({ code: 'row_refused', faults: [secret] });

  const read = gather({
    reference_dossier: readReference(cell('reference_dossier')),
    creancier: readText(cell('creancier'), LABEL),
    reference_mandat: missingAs('mandate_missing', readText(cell('reference_mandat'), REFERENCE)),
    nom: readText(cell('nom'), NAME),
    prenom: readText(cell('prenom'), NAME),
    date_naissance: readBirthDate(cell('date_naissance'), today),
    adresse: readText(cell('adresse'), ADDRESS),
    code_postal: readPostcodeCell(cell('code_postal')),
    ville: readText(cell('ville'), LABEL),
    reference_contrat: readText(cell('reference_contrat'), REFERENCE),
    nature: readKind(cell('nature')),
    date_contrat: cell('date_contrat').trim() === '' ? ok(null) : readPastDay(cell('date_contrat'), today),
    premier_impaye: readPastDay(cell('premier_impaye'), today),
    principal: readPrincipal(cell('principal')),
    interets: readAmountOrZero(cell('interets')),
    accessoires: readAccessories(cell('accessoires')),
    deja_regle: readAmountOrZero(cell('deja_regle')),
    reference_premier_courrier: missingAs(
      'first_letter_missing',
      readText(cell('reference_premier_courrier'), REFERENCE)
    ),
    date_premier_courrier: missingAs(
      'first_letter_missing',
      readPastDay(cell('date_premier_courrier'), today)
    )
  });
  if (!read.ok) return read;
  const cells = read.value;
  const sums: DebtSums = {
    principalCents: cells.principal,
    interestCents: cells.interets,
    accessoriesCents: cells.accessoires,
    paidCents: cells.deja_regle
  };
  if (sums.paidCents > claimedCents(sums)) return refused({ code: 'row_refused', faults: [overpaid(sums)] });
  const row: PortfolioRow = {
    ...sums,
    reference: cells.reference_dossier,
    creditorName: cells.creancier,
    mandateReference: cells.reference_mandat,
    title: readTitle(cell('civilite')),
    lastName: cells.nom,
    firstName: cells.prenom,
    birthDate: cells.date_naissance,
    address: cells.adresse,
    postcode: cells.code_postal,
    city: cells.ville,
    email: readEmailAddress(cell('email')),
    phone: readPhoneNumber(cell('telephone'), cells.code_postal),
    contractReference: cells.reference_contrat,
    kind: cells.nature,
    contractOn: cells.date_contrat,
    firstUnpaidOn: cells.premier_impaye,
    letterReference: cells.reference_premier_courrier,
    letterSentOn: cells.date_premier_courrier,
    limitation: limitationStatus(cells.nature, cells.premier_impaye, today)
  };
  return ok({ row, warnings: warningsOf(row, cell) });
}

function shapeFault(record: readonly string[], { width }: KnownColumns): RowFault | null {
  if (record.every((cell) => cell.trim() === '')) return { column: '*', code: 'line_empty' };
  const cells = record.length;
  if (cells < width) return { column: '*', code: 'line_too_short', cells, expected: width };
  // a separator too many at the end of each line is common and harmless
  const isLonger = record.slice(width).some((cell) => cell.trim() !== '');
  return isLonger ? { column: '*', code: 'line_too_long', cells, expected: width } : null;
}

function nationalNumberFault(record: readonly string[], columns: KnownColumns): RowFault | null {
  // one search for the whole line: a line with such a number is rare
  if (!looksLikeNationalNumber(record.join('\u0001'))) return null;
  for (const [column, position] of columns.positions) {
    if (looksLikeNationalNumber(record[position] ?? '')) return { column, code: 'national_number' };
  }
  return null;
}

/** All values when all cells are right, else all faults. */
function gather<T extends Partial<Record<PortfolioColumn, Cell<unknown>>>>(
  cells: T
): Result<{ [Name in keyof T]: T[Name] extends Cell<infer Value> ? Value : never }, RowRefusal> {
  const faults: RowFault[] = [];
  const values: Record<string, unknown> = {};
  for (const [column, result] of Object.entries(cells)) {
    if (result.ok) values[column] = result.value;
    else faults.push({ column: column as PortfolioColumn, ...result.why });
  }
  if (faults.length > 0) return refused({ code: 'row_refused', faults });
  return ok(values as { [Name in keyof T]: T[Name] extends Cell<infer Value> ? Value : never });
}

function overpaid(sums: DebtSums): RowFault {
  return {
    column: 'deja_regle',
    code: 'paid_more_than_owed',
    claimedCents: claimedCents(sums),
    paidCents: sums.paidCents
  };
}

function warningsOf(row: PortfolioRow, cell: (column: PortfolioColumn) => string): RowWarning[] {
  const warnings: RowWarning[] = [];
  const { limitation } = row;
  if (row.email === null && cell('email').trim() !== '')
    warnings.push({ code: 'email_left_out', column: 'email' });
  if (row.phone === null && cell('telephone').trim() !== '')
    warnings.push({ code: 'phone_left_out', column: 'telephone' });
  if (limitation.status !== 'unknown' && needsHumanReview(limitation))
    warnings.push({
      code: 'limitation_presumed_expired',
      column: 'premier_impaye',
      endsOn: limitation.endsOn,
      article: limitation.rule.article
    });
  if (cell('deja_regle').trim() === '') warnings.push({ code: 'paid_not_stated', column: 'deja_regle' });
  else if (remainingCents(row) === 0) warnings.push({ code: 'nothing_left_to_pay', column: 'deja_regle' });
  return warnings;
}
