import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PORTFOLIO_COLUMNS, type PortfolioColumn } from '../../src/lib/cases';

/** The cells of one line of a creditor's file, all right unless changed. */
export type PortfolioCells = Readonly<Record<PortfolioColumn, string>>;

const RIGHT: PortfolioCells = {
  reference_dossier: 'OX26-000001',
  creancier: 'Crédit Rivage',
  reference_mandat: 'M-102',
  civilite: 'Mme',
  nom: 'Durand',
  prenom: 'Aïcha',
  date_naissance: '10/08/1970',
  adresse: '29 rue Pasteur',
  code_postal: '77260',
  ville: 'La Ferté-sous-Jouarre',
  email: 'aicha.durand@exemple.fr',
  telephone: '07 24 62 44 02',
  reference_contrat: 'C50892188',
  nature: 'credit_conso',
  date_contrat: '17/01/2025',
  premier_impaye: '05/04/2026',
  principal: '7 235,06',
  interets: '267,02',
  accessoires: '0,00',
  deja_regle: '100,00',
  reference_premier_courrier: 'L-OX26-000001',
  date_premier_courrier: '19/09/2026'
};

/** A right line, with some cells changed. */
export function aLine(change: Partial<PortfolioCells> = {}): PortfolioCells {
  return { ...RIGHT, ...change };
}

/** How a file is written. */
export interface FileStyle {
  readonly delimiter?: string;
  readonly lineEnd?: string;
  readonly columns?: readonly string[];
}

/** The text of a creditor's file with these lines. */
export function portfolioText(lines: readonly PortfolioCells[], style: FileStyle = {}): string {
  const { delimiter = ';', lineEnd = '\r\n', columns = PORTFOLIO_COLUMNS } = style;
  const quoted = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const written = lines.map((line) =>
    columns.map((column) => quoted(line[column as PortfolioColumn] ?? '')).join(delimiter)
  );
  return [columns.join(delimiter), ...written, ''].join(lineEnd);
}

/** A folder for the files of one test file. */
export interface FileFolder {
  /** Writes a file and answers its path. */
  write(content: string | Uint8Array): string;
  /** Deletes the folder. */
  close(): void;
}

/** Makes such a folder. */
export function fileFolder(): FileFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'oxygene-portfolio-'));
  let count = 0;
  return {
    write(content) {
      count += 1;
      const file = path.join(folder, `portfolio-${count}.csv`);
      writeFileSync(file, content);
      return file;
    },
    close: () => rmSync(folder, { recursive: true, force: true })
  };
}
