import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  NOTHING_ANSWERED,
  readMonth,
  type KeptAnswers,
  type LocalAidsFile,
  type Places,
  type ScreenId
} from '$lib/aids';
import { rightsView, type RightsView } from './rights-view';

const read = readMonth('2026-11');
if (!read.ok) throw new Error(read.why.code);
const MONTH = read.value;
const places: Places = {
  index: async () => null,
  departement: async () => null,
  localAids: async (code) => JSON.parse(readFileSync(`static/aids/${code}.json`, 'utf8')) as LocalAidsFile
};

type Typed = Partial<Record<ScreenId, Record<string, string>>>;
const IN_RENNES = {
  postcode: '35000',
  insee: '35238',
  commune: 'Rennes',
  departement: '35',
  region: '53',
  epci: '243500139',
  zone: '2'
};
const MOTHER: Typed = {
  scope: { scope: 'none' },
  couple: { couple: 'no' },
  children: { children: 'yes', ages: '6' },
  age: { age_0: '34' },
  activity: { activity_0: 'employed' },
  income: { net_salary_0: '1478' },
  housing: { housing: 'private_unfurnished' },
  rent: { rent: '520' },
  place: IN_RENNES,
  arrears: { arrears: 'rent,energy' }
};
const WITHOUT_INCOME: Typed = {
  ...MOTHER,
  activity: { activity_0: 'inactive' },
  income: { net_salary_0: '0', unemployment_benefit_0: '0', invalidity_pension_0: '0' }
};
const answers = (typed: Typed): KeptAnswers => ({
  ...NOTHING_ANSWERED,
  passed: Object.entries(typed).map(([screen, raw]) => ({ screen: screen as ScreenId, raw }))
});
const shown = (kept: KeptAnswers, inDebt = false) =>
  rightsView(kept, MONTH, { places, inDebt }, { state: 'offered', of: () => null });
const idsOf = ({ first, then }: RightsView) =>
  [...first, ...then].flatMap(({ rights }) => rights.map(({ id }) => id));
const groupsOf = ({ first, then }: RightsView) => [...first, ...then].map(({ group }) => group);

describe('rights beside the amounts', () => {
  it('begin with what answers her arrears, the local form in the place of the national one', async () => {
    const view = await shown(answers(MOTHER), true);
    expect(groupsOf(view)[0]).toBe('arrears');
    const [arrears] = view.first;
    expect(arrears?.rights.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['fsl-epci-243500139', 'treve-energie', 'delai-grace'])
    );
    expect(idsOf(view)).not.toContain('fsl');
    expect(view.setAside).toContainEqual(
      expect.objectContaining({ id: 'fsl', why: expect.stringContaining('Près de chez vous') as string })
    );
    expect(view.note).toBe('');
  });

  it('say nothing of arrears she does not have', async () => {
    const view = await shown(answers({ ...MOTHER, arrears: { arrears: 'none' } }));
    expect(groupsOf(view)).not.toContain('arrears');
    expect(idsOf(view)).not.toContain('treve-energie');
    expect(view.missed.map(({ id }) => id)).not.toContain('treve-energie');
  });

  it('never offer a loan to somebody without income', async () => {
    const view = await shown(answers(WITHOUT_INCOME), true);
    expect(idsOf(view)).not.toContain('microcredit');
    expect(idsOf(view)).not.toContain('pret-gage');
    const either = [...view.first, ...view.then]
      .flatMap(({ rights }) => rights)
      .filter(({ notes }) => notes.some((note) => note.includes('non un prêt')));
    expect(either.length).toBeGreaterThan(0);
    expect(idsOf(await shown(answers(MOTHER), true))).toContain('microcredit');
  });

  it('never show what is meant for others, and youth partners only where there are young people', async () => {
    const alone = await shown(answers({ ...MOTHER, children: { children: 'no' } }));
    expect(idsOf(alone)).not.toContain('proxite');
    expect(groupsOf(alone)).not.toContain('youth');
    const teenager = await shown(answers({ ...MOTHER, children: { children: 'yes', ages: '15' } }));
    expect(idsOf(teenager)).toContain('proxite');
  });

  it('leave out what she has, and say so', async () => {
    const kept = { ...answers(MOTHER), has: ['treve-energie'] };
    const view = await shown(kept);
    expect(idsOf(view)).not.toContain('treve-energie');
    expect(view.held).toEqual([{ id: 'treve-energie', name: 'Pas de coupure d’énergie l’hiver' }]);
  });

  it('say by how much she misses one', async () => {
    const alone: Typed = { ...MOTHER, children: { children: 'no' }, income: { net_salary_0: '4000' } };
    const { missed } = await shown(answers(alone));
    const legalAid = missed.find(({ id }) => id === 'aide-juridictionnelle');
    expect(legalAid?.why).toMatch(/Limite.: 19.290.€\. Il y a .*€ de trop/);
  });

  it('without a commune are the national ones, and it is said', async () => {
    const { place: _place, ...elsewhere } = MOTHER;
    const view = await shown(answers(elsewhere));
    expect(view.note).not.toBe('');
    expect(idsOf(view)).not.toContain('fsl-epci-243500139');
  });
});

describe('a right that depends on a situation', () => {
  const find = ({ first, then }: RightsView, id: string) =>
    [...first, ...then]
      .flatMap(({ group, rights }) => rights.map((right) => ({ group, right })))
      .find(({ right }) => right.id === id);
  const saying = (told: KeptAnswers['told']) => shown({ ...answers(MOTHER), told });
  const SEIZED = 'situation.account_seized';

  it('asks its question beside it, and each question stands once in the page', async () => {
    const view = await saying({});
    const asked = [...view.first, ...view.then].flatMap(({ rights }) => rights.flatMap(({ asks }) => asks));
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(asked.map(({ name }) => name)).size).toBe(asked.length);
    expect(asked.every(({ question, chosen }) => question.endsWith('?') && chosen === '')).toBe(true);
    expect(asked.map(({ name }) => name)).toContain(`tell.${SEIZED}`);
    expect(view.told).toEqual([]);
  });

  it('is hers after a yes, and the question is among her answers', async () => {
    const open = await saying({});
    const owner = [...open.first, ...open.then]
      .flatMap(({ group, rights }) => rights.map((right) => ({ group, right })))
      .find(({ right }) => right.asks.some(({ name }) => name === `tell.${SEIZED}`));
    const id = owner?.right.id ?? '';
    const yes = await saying({ [SEIZED]: true });
    expect(find(yes, id)?.group).not.toBe('in_case');
    expect(find(yes, id)?.right.asks.map(({ name }) => name)).not.toContain(`tell.${SEIZED}`);
    expect(yes.told).toMatchObject([{ missing: SEIZED, answer: 'Oui' }]);
    const no = await saying({ [SEIZED]: false });
    expect(find(no, id)).toBeUndefined();
    expect(no.missed.find((one) => one.id === id)?.why).toContain('Vous avez répondu non');
    const unknown = await saying({ [SEIZED]: null });
    expect(find(unknown, id)?.right.asks).toMatchObject([{ name: `tell.${SEIZED}`, chosen: 'unknown' }]);
  });
});
