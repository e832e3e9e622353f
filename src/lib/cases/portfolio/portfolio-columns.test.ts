import { describe, expect, it } from 'vitest';
import { PORTFOLIO_COLUMNS, readPortfolioHeader } from './portfolio-columns';

describe('readPortfolioHeader', () => {
  it('finds the columns in any order, with accents, capitals, spaces and a byte order mark', () => {
    const cells = [...PORTFOLIO_COLUMNS].reverse().map((name) => name.toUpperCase().replaceAll('_', ' '));
    cells[0] = `\ufeff${cells[0]}`;
    const accented = cells.map((name) => (name === 'DEJA REGLE' ? 'Déjà réglé' : name));
    const header = readPortfolioHeader(accented);
    expect(header.ok && header.value.positions.get('reference_dossier')).toBe(21);
    expect(header.ok && header.value.positions.get('deja_regle')).toBe(2);
  });

  it('ignores columns it does not know, and names them', () => {
    const header = readPortfolioHeader([...PORTFOLIO_COLUMNS, 'profession', ' ']);
    expect(header).toMatchObject({ ok: true, value: { width: 24, ignored: ['profession'] } });
  });

  it('does without the columns a creditor may lack', () => {
    const fewer = PORTFOLIO_COLUMNS.filter((name) => !['email', 'telephone', 'civilite'].includes(name));
    expect(readPortfolioHeader(fewer).ok).toBe(true);
  });

  it('refuses a file without an obligatory column, or with one twice', () => {
    const without = PORTFOLIO_COLUMNS.filter((name) => name !== 'nom' && name !== 'principal');
    expect(readPortfolioHeader(without)).toEqual({
      ok: false,
      why: { code: 'columns_missing', columns: ['nom', 'principal'] }
    });
    expect(readPortfolioHeader([...PORTFOLIO_COLUMNS, 'Nom'])).toEqual({
      ok: false,
      why: { code: 'columns_repeated', columns: ['nom'] }
    });
  });
});
