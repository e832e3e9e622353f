import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { PORTFOLIO_COLUMNS, readPortfolioHeader, type PortfolioColumn } from './portfolio-columns';
import { readPortfolioRow } from './portfolio-row';

const today = localDate('2026-11-21');
const header = readPortfolioHeader(PORTFOLIO_COLUMNS);
if (!header.ok) throw new Error('the head of the file must be readable');
const context = { today, knownColumns: header.value };

const GOOD: Record<PortfolioColumn, string> = {
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
const line = (change: Partial<Record<PortfolioColumn, string>> = {}) =>
  PORTFOLIO_COLUMNS.map((column) => ({ ...GOOD, ...change })[column]);
const read = (change: Partial<Record<PortfolioColumn, string>> = {}) =>
  readPortfolioRow(line(change), context);
const faultsOf = (result: ReturnType<typeof readPortfolioRow>) => (result.ok ? [] : result.why.faults);
const taken = (change: Partial<Record<PortfolioColumn, string>> = {}) => {
  const result = read(change);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.why)}`);
  return result.value;
};

describe('readPortfolioRow', () => {
  it('reads a right line whole', () => {
    expect(taken()).toEqual({
      warnings: [],
      row: {
        reference: 'OX26-000001',
        creditorName: 'Crédit Rivage',
        mandateReference: 'M-102',
        title: 'Mme',
        lastName: 'Durand',
        firstName: 'Aïcha',
        birthDate: '1970-08-10',
        address: '29 rue Pasteur',
        postcode: '77260',
        city: 'La Ferté-sous-Jouarre',
        email: 'aicha.durand@exemple.fr',
        phone: '+33724624402',
        contractReference: 'C50892188',
        kind: 'consumer_credit',
        contractOn: '2025-01-17',
        firstUnpaidOn: '2026-04-05',
        principalCents: 723_506,
        interestCents: 26_702,
        accessoriesCents: 0,
        paidCents: 10_000,
        letterReference: 'L-OX26-000001',
        letterSentOn: '2026-09-19',
        limitation: expect.objectContaining({ status: 'ok', endsOn: '2028-04-05' })
      }
    });
  });

  const refusals: [string, PortfolioColumn, string, string][] = [
    ['a negative amount', 'principal', '-120,00', 'amount_negative'],
    ['what is not an amount', 'principal', '12,3,4', 'amount_not_a_number'],
    ['an amount of words', 'principal', 'environ 100', 'amount_not_a_number'],
    ['no principal', 'principal', '', 'amount_missing'],
    ['a principal of zero', 'principal', '0,00', 'principal_zero'],
    ['an amount beyond reason', 'principal', '10000000,01', 'amount_too_large'],
    ['negative interest', 'interets', '-1', 'amount_negative'],
    ['a day the calendar has not', 'date_naissance', '31/02/1980', 'no_such_day'],
    ['29 February of a common year', 'date_naissance', '29/02/1981', 'no_such_day'],
    ['a day with two figures for the year', 'premier_impaye', '05/04/25', 'date_unreadable'],
    ['a month first', 'premier_impaye', '04/25/2026', 'no_such_day'],
    ['a minor', 'date_naissance', '14/05/2012', 'minor'],
    ['a minor on the eve of eighteen', 'date_naissance', '22/11/2008', 'minor'],
    ['somebody not born yet', 'date_naissance', '22/11/2026', 'in_the_future'],
    ['somebody born 121 years ago', 'date_naissance', '21/11/1905', 'born_too_long_ago'],
    ['a first missed payment to come', 'premier_impaye', '22/11/2026', 'in_the_future'],
    ['no first missed payment', 'premier_impaye', '', 'value_missing'],
    ['a contract to come', 'date_contrat', '22/11/2026', 'in_the_future'],
    ['a first letter to come', 'date_premier_courrier', '22/11/2026', 'in_the_future'],
    ['a postcode of four figures', 'code_postal', '7500', 'postcode_unknown'],
    ['a missing name', 'nom', '', 'value_missing'],
    ['a name of blanks', 'nom', ' \u00a0 ', 'value_missing'],
    ['no mandate', 'reference_mandat', '', 'mandate_missing'],
    ['no date of the first letter', 'date_premier_courrier', '', 'first_letter_missing'],
    ['no reference of the first letter', 'reference_premier_courrier', ' ', 'first_letter_missing'],
    ['more paid than owed', 'deja_regle', '99 999,00', 'paid_more_than_owed'],
    ['an unknown kind', 'nature', 'loterie', 'kind_unknown'],
    ['fees charged to a consumer', 'accessoires', '45,00', 'fees_charged_to_consumer'],
    ['one cent of fees', 'accessoires', '0,01', 'fees_charged_to_consumer'],
    ['a formula for a first name', 'prenom', '=HYPERLINK("http://exemple.fr")', 'formula'],
    ['a formula behind blanks', 'nom', '  =1+1', 'formula'],
    ['a name that starts with +', 'nom', '+cmd', 'formula'],
    ['a name that starts with -', 'nom', '-2+3', 'formula'],
    ['a name that starts with @', 'nom', '@SUM(A1)', 'formula'],
    ['a name that starts with a tab', 'nom', '\tDurand', 'formula'],
    ['a full-width formula', 'nom', '＝1+1', 'formula'],
    ['a formula in the address', 'adresse', '=1+1', 'formula'],
    ['a bell in a name', 'nom', 'Dur\u0007and', 'control_character'],
    ['a name without end', 'nom', 'x'.repeat(101), 'text_too_long'],
    ['a reference that is none', 'reference_dossier', '<b>', 'reference_unreadable'],
    ['a social security number for a contract', 'reference_contrat', '185057800608436', 'national_number'],
    ['one with a wrong key in the address', 'adresse', 'NIR 1 85 05 78 006 084 99', 'national_number'],
    ['one for a telephone', 'telephone', '2 85 05 78 006 084 91', 'national_number']
  ];

  it.each(refusals)('refuses %s', (_what, column, text, code) => {
    expect(faultsOf(read({ [column]: text }))).toEqual([expect.objectContaining({ column, code })]);
  });

  it('says every fault of a line, in the order of the columns', () => {
    const faults = faultsOf(read({ nom: '', principal: 'x', code_postal: '1' }));
    expect(faults.map(({ column }) => column)).toEqual(['nom', 'code_postal', 'principal']);
  });

  it('never repeats a national number in what it says', () => {
    const result = read({ nature: '1 85 05 78 006 084 36', principal: '1 85 05 78 006 084 36' });
    expect(JSON.stringify(result)).not.toContain('85');
  });

  it('refuses a line that is short, long or empty, without guessing where its cells belong', () => {
    expect(faultsOf(readPortfolioRow(line().slice(0, 9), context))).toEqual([
      { column: '*', code: 'line_too_short', cells: 9, expected: 22 }
    ]);
    expect(faultsOf(readPortfolioRow([...line(), 'x'], context))).toEqual([
      { column: '*', code: 'line_too_long', cells: 23, expected: 22 }
    ]);
    expect(faultsOf(readPortfolioRow(['', ' ', ''], context))).toEqual([{ column: '*', code: 'line_empty' }]);
    expect(readPortfolioRow([...line(), '', ' '], context).ok).toBe(true);
  });

  it.each([
    ['ISO days', { date_naissance: '1970-08-10', premier_impaye: '2026-04-05' }],
    ['days with a midnight of a spreadsheet', { premier_impaye: '05/04/2026 00:00:00' }],
    ['days without leading zeros', { premier_impaye: '5/4/2026' }],
    ['no-break spaces in an amount', { principal: '7\u00a0235,06' }],
    ['narrow no-break spaces', { principal: '7\u202f235,06' }],
    ['points between thousands', { principal: '7.235,06' }],
    ['a decimal point and a sign of euro', { principal: '7235.06 €' }],
    ['empty interest and accessories', { interets: '', accessoires: '' }]
  ])('reads %s', (_what, change) => {
    const { row } = taken(change);
    expect(row).toMatchObject({
      principalCents: 723_506,
      firstUnpaidOn: '2026-04-05',
      birthDate: '1970-08-10'
    });
  });

  it('takes somebody on the day she is eighteen, and of 120 years', () => {
    expect(taken({ date_naissance: '21/11/2008' }).row.birthDate).toBe('2008-11-21');
    expect(taken({ date_naissance: '22/11/1905' }).row.birthDate).toBe('1905-11-22');
  });

  it('takes a debt that may be out of time, with its article and last day, for a human to look at', () => {
    const { row, warnings } = taken({ nature: 'loyer', premier_impaye: '12/06/2019' });
    expect(row.limitation.status).toBe('presumed_expired');
    expect(warnings).toEqual([
      {
        code: 'limitation_presumed_expired',
        column: 'premier_impaye',
        endsOn: '2022-06-12',
        article: 'Loi n° 89-462, art. 7-1'
      }
    ]);
  });

  it('leaves out an e-mail or a phone that is not one, with a warning', () => {
    const { row, warnings } = taken({ email: 'pas-un-mail', telephone: '12' });
    expect(row).toMatchObject({ email: null, phone: null });
    expect(warnings.map(({ code }) => code)).toEqual(['email_left_out', 'phone_left_out']);
    expect(taken({ email: '', telephone: '' }).warnings).toEqual([]);
  });

  it('takes a debt paid in full or whose payments are not stated, and says so', () => {
    expect(taken({ deja_regle: '7 502,08' }).warnings).toEqual([
      { code: 'nothing_left_to_pay', column: 'deja_regle' }
    ]);
    expect(faultsOf(read({ deja_regle: '7 502,09' }))).toMatchObject([{ code: 'paid_more_than_owed' }]);
    expect(taken({ deja_regle: '' }).warnings).toEqual([{ code: 'paid_not_stated', column: 'deja_regle' }]);
  });

  it.each([
    ['markup', '<script>alert(1)</script>'],
    ['an apostrophe', 'D’Angelo'],
    ['a straight apostrophe', "N'Diaye"],
    ['a ligature', 'Lefœuvre'],
    ['an emoji of several parts', 'Zoé 👩🏽‍👧'],
    ['a right-to-left script', 'محمد بن علي'],
    ['quotes', 'dit "Le Grand"']
  ])('keeps %s as it is written', (_what, lastName) => {
    expect(taken({ nom: lastName }).row.lastName).toBe(lastName);
  });

  it('composes decomposed accents, and keeps the lines of an address', () => {
    const { row } = taken({ nom: 'Lefe\u0300vre', adresse: '12 rue\r\n  "des Lilas" \n\n Bât. C' });
    expect(row.lastName).toBe('Lefèvre');
    expect(row.address).toBe('12 rue\n"des Lilas"\nBât. C');
  });

  it.each([
    ['M.', 'M.'],
    ['monsieur', 'M.'],
    ['Mlle', 'Mme'],
    ['', null],
    ['Dr', null]
  ])('reads the title "%s" as %s', (civilite, title) => {
    expect(taken({ civilite }).row.title).toBe(title);
  });

  it('never throws, and takes a line only with a name, a mandate and sums that hold', () => {
    const anyCell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('', '0', '-1', '=1')
    );
    const anyChange = fc.dictionary(fc.constantFrom(...PORTFOLIO_COLUMNS), anyCell, { maxKeys: 3 });
    fc.assert(
      fc.property(anyChange, (change) => {
        const result = read(change);
        if (!result.ok) {
          expect(result.why.faults.length).toBeGreaterThan(0);
          return;
        }
        const { row } = result.value;
        expect(row.lastName.trim() && row.mandateReference.trim()).not.toBe('');
        expect(row.accessoriesCents).toBe(0);
        expect(row.paidCents).toBeLessThanOrEqual(row.principalCents + row.interestCents);
      }),
      { numRuns: 500 }
    );
  });

  it('reads back any amount and any day, however the creditor writes them', () => {
    const anyDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2026-11-20'), noInvalidDate: true });
    const space = fc.constantFrom('', ' ', '\u00a0', '\u202f');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000_000 }), anyDay, space, (amountCents, date, gap) => {
        const [year, month, day] = date.toISOString().slice(0, 10).split('-');
        const whole = String(Math.floor(amountCents / 100)).replace(/\B(?=(\d{3})+$)/g, gap);
        const { row } = taken({
          principal: `${whole},${String(amountCents % 100).padStart(2, '0')}`,
          deja_regle: '0',
          premier_impaye: `${day}/${month}/${year}`
        });
        expect(row.principalCents).toBe(amountCents);
        expect(row.firstUnpaidOn).toBe(`${year}-${month}-${day}`);
      })
    );
  });
});
