import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Draft, DraftAdult } from '../draft';
import type { AidEstimate } from '../estimate';
import { NATIONAL_RIGHTS, cumulationOf, openLocalAids, rightsFor } from './index';
import type { LocalAidsFile } from './local-aids';
import type { Place, RightsContext } from './rights-context';

const MONTH = 2026 * 12 + 10;
const local = (departement: string) =>
  openLocalAids(
    JSON.parse(
      readFileSync(join(import.meta.dirname, `../../../../static/aids/${departement}.json`), 'utf8')
    ) as LocalAidsFile
  );
const CHARTRES: Place = { insee: '28085', epciSiren: '200033181', departement: '28', region: '24' };
const LILLE: Place = { insee: '59350', epciSiren: '200093201', departement: '59', region: '32' };
const DUNKERQUE: Place = { insee: '59183', epciSiren: '245900428', departement: '59', region: '32' };
const PARIS: Place = { insee: '75111', epciSiren: '200054781', departement: '75', region: '11' };

const nothing: DraftAdult = {
  net_salary: 0,
  unemployment_benefit: 0,
  retirement_pension: 0,
  invalidity_pension: 0,
  alimony_received: 0,
  alimony_paid: 0,
  pregnant: false,
  disability_rate: 0
};
const household = (adult: DraftAdult = {}, rest: Partial<Draft> = {}): Draft => ({
  couple: false,
  adults: [{ ...nothing, age: 35, activity: 'employed', net_salary: 1200, ...adult }],
  children: [],
  housing: { status: 'hlm' },
  ...rest
});
const ask = (draft: Draft, context: Partial<RightsContext> = {}, place: Place = CHARTRES) =>
  rightsFor(draft, place, { month: MONTH, ...context }, local(place.departement as string));
const ids = (draft: Draft, context: Partial<RightsContext> = {}, place?: Place) =>
  ask(draft, context, place).shown.map(({ right }) => right.id);
const WITHOUT_INCOME = household({ activity: 'inactive', net_salary: 0 });

describe('arrears come first', () => {
  it.each([
    ['rent', 'arrears'],
    ['energy', 'arrears'],
    ['water', 'arrears'],
    // its words say nothing of these
    ['telecom', 'other'],
    ['credit', 'other'],
    ['caf', 'other']
  ] as const)('the help of her CAF, asked for a child at home, answers %s among: %s', (late, group) => {
    const family = household({}, { children: [{ age: 6 }] });
    const own = ask(family, { arrears: [late] }).shown.find(
      ({ right }) => right.id === 'caf-action-sociale-28'
    );
    expect(own?.group).toBe(group);
  });

  it('the help of her CAF is for its own rules to say, with a child or without', () => {
    const { shown } = ask(household(), { arrears: ['rent'] });
    const own = shown.find(({ right }) => right.id === 'caf-action-sociale-28');
    expect(own).toMatchObject({ answer: 'maybe', missing: ['words'] });
  });

  it('for a tenant behind with rent and energy: the fund, energy, the CCAS, before all the rest', () => {
    const { shown } = ask(household(), { arrears: ['rent', 'energy'], inDebt: true }, DUNKERQUE);
    const firsts = shown.slice(0, 4).map(({ right }) => right.id);
    expect(firsts[0]).toBe('fsl-59');
    expect(firsts).toContain('ccas-secours');
    const groups = shown.map(({ group }) => group);
    expect(groups.lastIndexOf('arrears')).toBeLessThan(groups.indexOf('emergency'));
    expect(groups.lastIndexOf('emergency')).toBeLessThan(groups.indexOf('debt'));
  });

  it.each([
    ['energy', ['treve-energie', 'cheque-energie']],
    ['water', ['eau-coupure', 'aide-eau']],
    ['rent', ['delais-expulsion', 'apl-impaye']],
    ['tax', ['impot-remise']],
    ['caf', ['caf-dette']],
    ['credit', ['credit-report']]
  ] as const)('%s brings what answers it into the first group', (late, expected) => {
    const { shown } = ask(household(), { arrears: [late], inDebt: true });
    const first = shown.filter(({ group }) => group === 'arrears').map(({ right }) => right.id);
    expect(first).toEqual(expect.arrayContaining([...expected]));
    if (late !== 'water') expect(first).not.toContain('eau-coupure');
  });

  it('and nothing is in that group for somebody who is late with nothing', () => {
    const { shown } = ask(household(), { arrears: [], inDebt: false });
    expect(shown.filter(({ group }) => group === 'arrears')).toEqual([]);
  });
});

describe('a right of a situation she has not spoken of', () => {
  const groupOf = (id: string, context: Partial<RightsContext>) =>
    ask(household(), context).shown.find(({ right }) => right.id === id)?.group;

  it('stands last, until she says that it is hers', () => {
    expect(ask(household()).shown.at(-1)?.group).toBe('in_case');
    expect(groupOf('sbi', { inDebt: true })).toBe('in_case');
    expect(groupOf('sbi', { inDebt: true, situations: { account_seized: true } })).toBe('debt');
    expect(groupOf('sbi', { inDebt: true, situations: { account_seized: false } })).toBeUndefined();
  });

  it('but what can settle debts stands among the debts of who has some', () => {
    expect(groupOf('surendettement', { inDebt: true })).toBe('debt');
    expect(groupOf('surendettement', { inDebt: false, arrears: [] })).toBe('in_case');
  });
});

describe('loans', () => {
  const asked: Partial<RightsContext> = {
    arrears: ['rent'],
    inDebt: true,
    situations: { refused_credit: true, owns_valuable: true, moving_in: true, private_employee: true },
    estimates: []
  };
  const loans = (draft: Draft, context: Partial<RightsContext> = {}) =>
    ask(draft, { ...asked, ...context }, LILLE).shown.filter(({ right }) => right.loan === 'loan');

  it('are offered to somebody with a salary', () => {
    expect(loans(household()).map(({ right }) => right.id)).toEqual(
      expect.arrayContaining(['microcredit', 'pret-gage'])
    );
  });

  it('are never offered to somebody without income, even with the RSA, and it is said why', () => {
    for (const receives of [{}, { rsa: true }, { af: true, aide_logement: true }]) {
      expect(loans(WITHOUT_INCOME, { receives })).toEqual([]);
      expect(ask(WITHOUT_INCOME, { ...asked, receives }).missed).toContainEqual(
        expect.objectContaining({
          right: expect.objectContaining({ id: 'microcredit' }),
          reasons: [{ code: 'loan_without_income' }]
        })
      );
    }
  });

  it('are not offered before it is known whether there is an income', () => {
    expect(loans({ adults: [{ age: 35 }] })).toEqual([]);
    expect(
      loans({ ...WITHOUT_INCOME, adults: [{ age: 35, activity: 'unemployed', net_salary: 0 }] })
    ).toEqual([]);
  });

  it('are open to who lives on a lasting benefit', () => {
    expect(loans(WITHOUT_INCOME, { receives: { aah: true } }).length).toBeGreaterThan(0);
  });

  it('come after gifts, and a fund that lends or gives is said to give to who has nothing', () => {
    const { shown } = ask(WITHOUT_INCOME, asked);
    expect(shown.find(({ right }) => right.id === 'fsl-28')).toMatchObject({ grantOnly: true });
    expect(ask(household(), asked).shown.find(({ right }) => right.id === 'fsl-28')).toMatchObject({
      grantOnly: false
    });
  });
});

describe('what is meant for others', () => {
  it.each([
    ['cpsti', 'self_employed'],
    ['msa-as', 'farm_insured'],
    ['aj-fonds-daction-sociale-du-travail-temporaire-fastt-sos-location-de-vehicule', 'temp_worker']
  ] as const)('%s appears neither among hers nor among the missed, unless she is %s', (id, audience) => {
    const { shown, missed } = ask(household());
    expect([...shown, ...missed].map(({ right }) => right.id)).not.toContain(id);
    expect(ids(household(), { audiences: [audience] })).toContain(id);
  });

  it('nor does what exists elsewhere only', () => {
    const { shown, missed } = ask(household(), {}, DUNKERQUE);
    const all = [...shown, ...missed].map(({ right }) => right.id);
    expect(all).not.toContain('fsl-epci-200093201');
    expect(all).not.toContain('aj-ville-anzin-aide-au-permis-de-conduire');
    expect(all).toContain('caf-action-sociale-59');
  });

  it('nor what she already has, by id or as an aid she receives', () => {
    expect(ids(household())).toContain('css');
    expect(ids(household(), { has: ['css'] })).not.toContain('css');
    expect(ids(household(), { receives: { css: true } })).not.toContain('css');
  });
});

describe('the local form', () => {
  const late: Partial<RightsContext> = { arrears: ['rent'], inDebt: true };
  it('takes the place of the national one, and it is said which', () => {
    const { shown, setAside } = ask(household(), late, DUNKERQUE);
    expect(shown.map(({ right }) => right.id)).not.toContain('fsl');
    expect(setAside).toContainEqual(expect.objectContaining({ id: 'fsl', keptId: 'fsl-59', why: 'local' }));
  });

  it('is the métropole’s in the métropole, and the département’s outside', () => {
    expect(ids(household(), late, LILLE)).toContain('fsl-epci-200093201');
    expect(ids(household(), late, LILLE)).not.toContain('fsl-59');
    expect(ids(household(), late, DUNKERQUE)).toContain('fsl-59');
  });

  it('may be an arrondissement’s city', () => {
    expect(ids(household({ age: 66 }), {}, PARIS)).toContain('aj-paris-pass-seniors');
    expect(ids(household({ age: 59 }), {}, PARIS)).not.toContain('aj-paris-pass-seniors');
  });

  it('of two that exclude one another is shown once, with why', () => {
    const parent = household({}, { children: [{ age: 4 }, { age: 7 }] });
    const { shown, setAside } = ask(parent, {}, PARIS);
    const own = shown
      .map(({ right }) => right.id)
      .filter((id) => /^aj-paris-logement(-familles|-plfm)?$/.test(id));
    expect(own).toEqual(['aj-paris-logement-familles']);
    expect(setAside.filter(({ why }) => why === 'exclusive').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['aj-paris-logement-plfm'])
    );
  });
});

describe('young people', () => {
  const PARTNERS = ['mission-locale', 'proxite', 'institut-engagement'];
  it.each([
    ['a daughter of 16', household({}, { children: [{ age: 16 }] }), PARTNERS],
    ['a daughter of 14', household({}, { children: [{ age: 14 }] }), ['proxite']],
    ['a son of 9', household({}, { children: [{ age: 9 }] }), []],
    ['herself at 25', household({ age: 25 }), PARTNERS],
    ['herself at 26', household({ age: 26 }), []]
  ])('%s: partners for studies and a first job', (_name, draft, expected) => {
    const shown = ids(draft);
    expect(PARTNERS.filter((partner) => shown.includes(partner))).toEqual(expected);
  });

  it('no more at school, she has the mission locale; a student, or a child of age, is for it to see', () => {
    const answer = (draft: ReturnType<typeof household>) =>
      ask(draft).shown.find(({ right }) => right.id === 'mission-locale')?.answer;
    expect(answer(household({ age: 20, activity: 'unemployed' }))).toBe('yes');
    expect(answer(household({ age: 20, activity: 'student' }))).toBe('maybe');
    expect(answer(household({}, { children: [{ age: 17 }] }))).toBe('maybe');
  });
});

describe('why not, and by how much', () => {
  it('is said with amounts', () => {
    const { missed } = ask(household({ net_salary: 1326 }), {
      arrears: ['rent'],
      situations: { moving_in: true }
    });
    const found = missed.find(
      ({ right }) => right.id === 'aj-eure-et-loir-fsl-eligibilite-maintien-logement'
    );
    expect(found?.reasons).toEqual([
      { code: 'income_over', ceiling: 1026, income: 1326, over: 300, estimated: false }
    ]);
  });

  it('is never said of somebody who answered nothing: everything is open', () => {
    const { missed } = ask({ adults: [] });
    expect(missed).toEqual([]);
  });
});

describe('aids that bear on one another', () => {
  const known = (values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([aid, value]) => ({
      aid,
      rhythm: 'month',
      state: 'known',
      value
    })) as AidEstimate[];
  const pairs = (values: Readonly<Record<string, number>>, draft: Draft = household()) =>
    cumulationOf(draft, known(values)).map(({ first, second, effect }) => `${first} ${second} ${effect}`);

  it.each([
    ['complement instead of the base allowance', { cf: 200, paje_base: 0 }, ['cf paje_base gone']],
    ['base allowance instead of the complement', { cf: 0, paje_base: 190 }, ['paje_base cf gone']],
    ['AAH instead of ASS and RSA', { aah: 1000, ass: 0, rsa: 0 }, ['aah ass gone', 'aah rsa gone']],
    [
      'ASPA with a smaller AAH',
      { aspa: 200, aah: 300, asi: 0, rsa: 0 },
      ['aah rsa gone', 'aspa aah lower', 'aspa asi gone', 'aspa rsa gone']
    ],
    ['nothing', { cf: 0, paje_base: 0, rsa: 0 }, []]
  ])('%s', (_name, values, expected) => expect(pairs(values)).toEqual(expected));

  it('unemployment benefit puts off the ASS and counts in the RSA', () => {
    expect(pairs({ ass: 0, rsa: 100 }, household({ unemployment_benefit: 700 }))).toEqual([
      'are ass gone',
      'are rsa lower'
    ]);
  });
});

it('every national right can be reached by somebody', () => {
  const open = new Set(
    rightsFor(
      { adults: [] },
      {},
      { month: MONTH, audiences: ['self_employed', 'farm_insured', 'temp_worker'] }
    ).shown.map(({ right }) => right.id)
  );
  const reachable = NATIONAL_RIGHTS.filter(({ loan }) => loan !== 'loan');
  expect(reachable.filter(({ id }) => !open.has(id))).toEqual([]);
});
