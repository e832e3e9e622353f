import { ok, refused, type Result } from '$lib/kernel';

/** The columns of a creditor's file, by the names that stand in its first line. */
export const PORTFOLIO_COLUMNS = [
  'reference_dossier',
  'creancier',
  'reference_mandat',
  'civilite',
  'nom',
  'prenom',
  'date_naissance',
  'adresse',
  'code_postal',
  'ville',
  'email',
  'telephone',
  'reference_contrat',
  'nature',
  'date_contrat',
  'premier_impaye',
  'principal',
  'interets',
  'accessoires',
  'deja_regle',
  'reference_premier_courrier',
  'date_premier_courrier'
] as const;

/** One of {@link PORTFOLIO_COLUMNS}. */
export type PortfolioColumn = (typeof PORTFOLIO_COLUMNS)[number];

const OPTIONAL: ReadonlySet<PortfolioColumn> = new Set(['civilite', 'email', 'telephone', 'date_contrat']);

/** Where each column stands in the lines of one file, in any order, and how many cells a line has. */
export interface KnownColumns {
  /** Position (from 0) of each column that the file has. */
  readonly positions: ReadonlyMap<PortfolioColumn, number>;
  /** How many cells each line must have. */
  readonly width: number;
  /** Names in the first line that we do not know: their cells are not read and not kept. */
  readonly ignored: readonly string[];
}

/** Why a first line cannot be the head of a portfolio. */
export type HeaderRefusal =
  | { readonly code: 'columns_missing'; readonly columns: readonly PortfolioColumn[] }
  | { readonly code: 'columns_repeated'; readonly columns: readonly PortfolioColumn[] };

/**
 * Reads the first line of a file. Accents, case, spaces and order do not matter; columns we do not know are
 * listed and ignored; a missing obligatory column or one that stands twice refuses the file.
 */
export function readPortfolioHeader(cells: readonly string[]): Result<KnownColumns, HeaderRefusal> {
  const positions = new Map<PortfolioColumn, number>();
  const repeated = new Set<PortfolioColumn>();
  const ignored: string[] = [];
  cells.forEach((cell, position) => {
    const column = PORTFOLIO_COLUMNS.find((known) => known === plainName(cell));
    if (column === undefined) {
      if (cell.trim() !== '') ignored.push(cell.trim());
    } else if (positions.has(column)) repeated.add(column);
    else positions.set(column, position);
  });
  const missing = PORTFOLIO_COLUMNS.filter((column) => !OPTIONAL.has(column) && !positions.has(column));
  if (missing.length > 0) return refused({ code: 'columns_missing', columns: missing });
  if (repeated.size > 0) return refused({ code: 'columns_repeated', columns: [...repeated] });
  return ok({ positions, width: cells.length, ignored });
}

function plainName(cell: string): string {
  return cell
    .normalize('NFD')
    .replace(/[\p{M}\ufeff]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
