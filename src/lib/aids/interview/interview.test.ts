import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMonth } from '../month';
import type { TerritoryFile, TerritoryIndex } from '../territory';
import { NOTHING_ANSWERED, arrearsOf, draftOf, outOfScope, readKept, type KeptAnswers } from './answers-kept';
import type { RawAnswer } from './fields';
import { fromQuestionnaire } from './from-questionnaire';
import { moved, nextStop, screensBehind, type Interview } from './interview';
import { outcomeOf } from './outcome';
import type { Places } from './place';
import { MOST_FIRST_SCREENS, type ScreenId } from './screens';
import { compare } from './what-if';

const read = readMonth('2026-09');
if (!read.ok) throw new Error('2026-09 is a month');
const MONTH = read.value;

const json = (name: string): unknown => JSON.parse(readFileSync(`static/territory/${name}.json`, 'utf8'));
const places: Places = {
  index: async () => json('index') as TerritoryIndex,
  departement: async (code) => json(code) as TerritoryFile,
  localAids: async () => null
};
const noNetwork: Places = { ...places, index: async () => null, departement: async () => null };

const SINGLE_MOTHER: Partial<Record<ScreenId, RawAnswer>> = {
  scope: { scope: 'none' },
  couple: { couple: 'no' },
  children: { children: 'yes', ages: '6' },
  age: { age_0: '34' },
  activity: { activity_0: 'employed' },
  income: { net_salary_0: '1 478,00 €' },
  housing: { housing: 'private_unfurnished' },
  rent: { rent: '520' },
  place: { postcode: '35000' },
  arrears: { arrears: 'rent,energy' },
  alimony: {},
  pregnant: { pregnant: 'no' },
  disability: { disability_0: 'none' },
  separated: { separated: 'no' },
  child_disability: { child_disability: 'none' },
  flatshare: { flatshare: 'alone' },
  savings: {}
};

const press = (kept: KeptAnswers, screen: ScreenId, raw: RawAnswer, go = 'next', where = places) =>
  moved({ kept, screen, go, raw }, MONTH, where);

/** Answers each question as it comes, until there is none left. */
async function answerAll(
  answers: Partial<Record<ScreenId, RawAnswer>>,
  from: KeptAnswers = NOTHING_ANSWERED
): Promise<{ interview: Interview; asked: ScreenId[] }> {
  let interview: Interview = { kept: from, stop: nextStop(from, MONTH) };
  const asked: ScreenId[] = [];
  while (interview.stop.kind === 'question') {
    const { screen } = interview.stop;
    if (asked.includes(screen))
      throw new Error(`${screen} was asked twice: ${JSON.stringify(interview.stop.faults)}`);
    asked.push(screen);
    const raw = answers[screen];
    interview = await press(interview.kept, screen, raw ?? {}, raw ? 'next' : 'dont_know');
  }
  return { interview, asked };
}

describe('the questions', () => {
  it('are at most twelve before a first result, and then go on only if she wishes', async () => {
    const { interview, asked } = await answerAll(SINGLE_MOTHER);
    expect(asked.length).toBeLessThanOrEqual(MOST_FIRST_SCREENS);
    expect(interview.stop.kind).toBe('result');
    const more = await press(interview.kept, 'scope', {}, 'more');
    expect(more.stop).toMatchObject({ kind: 'question' });
    const all = await answerAll(SINGLE_MOTHER, more.kept);
    const outcome = outcomeOf(all.interview.kept, MONTH);
    expect(outcome.ok && outcome.value.left).toEqual([]);
  });

  it('leave out what no longer matters: an owner is not asked a rent, one alone is not asked of a partner', async () => {
    const { asked } = await answerAll({ ...SINGLE_MOTHER, housing: { housing: 'owner' } });
    expect(asked).not.toContain('rent');
    expect(asked).not.toContain('place');
  });

  it('lead to a result when each of them is passed', async () => {
    const { interview, asked } = await answerAll({ scope: { scope: 'none' } });
    expect(asked.length).toBeLessThanOrEqual(MOST_FIRST_SCREENS);
    const outcome = outcomeOf(interview.kept, MONTH);
    expect(outcome.ok && outcome.value.toClaim.every(({ sureness }) => sureness !== 'sure')).toBe(true);
  });

  it('go back one by one to the start, with what was typed', async () => {
    const one = await press(NOTHING_ANSWERED, 'scope', { scope: 'none' });
    const two = await press(one.kept, 'couple', { couple: 'no' });
    const back = await press(two.kept, 'children', {}, 'back');
    expect(back.stop).toMatchObject({ screen: 'couple', typed: { couple: 'no' } });
    expect((await press(back.kept, 'scope', {}, 'back')).stop).toEqual({ kind: 'start' });
  });
});

describe('situations that are not computed', () => {
  it.each(['self_employed', 'overseas', 'foreign_national', 'shared_custody'])(
    '%s is sent elsewhere',
    async (code) => {
      const { stop, kept } = await press(NOTHING_ANSWERED, 'scope', { scope: code });
      expect(stop.kind).toBe('out_of_scope');
      expect(outOfScope(kept)).toEqual([code]);
    }
  );

  it('a postcode overseas is recognised where it is given', async () => {
    const { kept } = await press(NOTHING_ANSWERED, 'scope', { scope: 'none' });
    const moved = await press(kept, 'place', { postcode: '97400' });
    expect(moved.stop.kind).toBe('out_of_scope');
    expect(outOfScope(moved.kept)).toEqual(['overseas']);
  });

  it('cannot be chosen together with "none of these"', async () => {
    const { stop } = await press(NOTHING_ANSWERED, 'scope', { scope: 'overseas,none' });
    expect(stop).toMatchObject({ faults: [{ field: 'scope', code: 'choices_exclude' }] });
  });
});

describe('bad input is asked again beside its field, with what was typed', () => {
  const started: KeptAnswers = {
    ...NOTHING_ANSWERED,
    passed: [
      { screen: 'scope', raw: { scope: 'none' } },
      { screen: 'couple', raw: { couple: 'no' } },
      { screen: 'children', raw: { children: 'yes', ages: '9' } },
      { screen: 'age', raw: { age_0: '40' } },
      { screen: 'activity', raw: { activity_0: 'employed' } }
    ]
  };

  it.each<[ScreenId, RawAnswer, string, string]>([
    ['income', { net_salary_0: '-500' }, 'net_salary_0', 'amount_negative'],
    ['income', { net_salary_0: 'beaucoup' }, 'net_salary_0', 'amount_not_a_number'],
    ['income', { net_salary_0: '250 000' }, 'net_salary_0', 'amount_too_large'],
    ['income', { net_salary_0: '18 000' }, 'net_salary_0', 'amount_looks_yearly'],
    ['income', {}, 'net_salary_0', 'income_missing'],
    ['age', { age_0: '' }, 'age_0', 'age_missing'],
    ['age', { age_0: '12' }, 'age_0', 'age_out_of_range'],
    ['age', { age_0: '121' }, 'age_0', 'age_out_of_range'],
    ['age', { age_0: '20' }, 'age_0', 'child_not_younger_than_parent'],
    ['children', { children: 'yes', ages: '30' }, 'ages', 'child_age_out_of_range'],
    ['children', { children: 'yes', ages: '39' }, 'ages', 'child_age_out_of_range'],
    ['children', { children: 'yes', ages: 'deux' }, 'ages', 'ages_not_numbers'],
    ['children', { children: 'yes', ages: '' }, 'ages', 'ages_missing'],
    ['children', { children: 'no', ages: '4' }, 'ages', 'ages_without_children'],
    ['children', { children: 'yes', ages: '5 '.repeat(40) }, 'ages', 'too_many_children'],
    ['children', {}, 'children', 'choice_missing'],
    ['place', { postcode: '3500' }, 'postcode', 'postcode_not_five_digits'],
    ['place', { postcode: '35999' }, 'postcode', 'postcode_unknown']
  ])('%s %j', async (screen, raw, field, code) => {
    const { stop, kept } = await press(started, screen, raw);
    expect(stop).toMatchObject({ kind: 'question', screen, typed: raw, faults: [{ field, code }] });
    expect(kept).toBe(started);
  });

  it('a rent above all income is asked again once, and taken when she confirms', async () => {
    const { kept } = await press(started, 'income', { net_salary_0: '900' });
    const high = await press(kept, 'rent', { rent: '1 200' });
    expect(high.stop).toMatchObject({ faults: [{ code: 'rent_above_income', confirm: true }] });
    const sure = await press(kept, 'rent', { rent: '1 200', sure: 'yes' });
    expect(draftOf(sure.kept).housing).toEqual({ rent: 1200 });
  });

  it.each([
    ['plain spaces', '1 234,50 €'],
    ['no-break spaces', '1\u00a0234,50\u00a0€'],
    ['narrow no-break spaces', '1\u202f234,50\u202f€'],
    ['no space', '1234,50€'],
    ['a point', '1234.50'],
    ['words around', 'à peu près 1 234,50 euros']
  ])('an amount with %s is read as people write it', async (_how, written) => {
    const { kept } = await press(started, 'income', { net_salary_0: written });
    expect(draftOf(kept).adults[0]?.net_salary).toBe(1234.5);
    const rent = await press(started, 'rent', { rent: written });
    expect(draftOf(rent.kept).housing?.rent).toBe(1234.5);
  });

  it('contradictions made by going back are asked about, where they are', async () => {
    const parent = await press(started, 'age', { age_0: '19' });
    expect(parent.stop).toMatchObject({ faults: [{ code: 'child_not_younger_than_parent' }] });
    const older = await press(started, 'children', { children: 'yes', ages: '9, 41' });
    expect(older.stop).toMatchObject({ screen: 'children', faults: [{ field: 'ages' }] });
  });

  it('ages of children are read as people write them', async () => {
    const { kept } = await press(started, 'children', { children: 'yes', ages: '8 mois, 3 ans et 14' });
    expect(draftOf(kept).children?.map(({ age }) => age)).toEqual([0, 3, 14]);
  });
});

describe('a postcode', () => {
  const started: KeptAnswers = { ...NOTHING_ANSWERED, passed: [{ screen: 'scope', raw: { scope: 'none' } }] };

  it('gives the zone of its commune', async () => {
    const { kept } = await press(started, 'place', { postcode: '35 000' });
    expect(draftOf(kept).housing?.zone).toBe(2);
  });

  it('of several communes asks which, then takes the one chosen', async () => {
    const several = await press(started, 'place', { postcode: '01000' });
    if (several.stop.kind !== 'question') throw new Error('a commune is to choose');
    expect(several.stop.faults[0]?.code).toBe('commune_missing');
    expect(several.stop.communes.length).toBeGreaterThan(1);
    const insee = several.stop.communes[0]?.insee ?? '';
    const chosen = await press(started, 'place', { postcode: '01000', insee });
    expect(draftOf(chosen.kept).housing?.zone).toBeDefined();
  });

  it('nobody knows offers the nearest names', async () => {
    const { stop } = await press(started, 'place', { postcode: '35999' });
    expect(stop.kind === 'question' && stop.communes.length).toBeGreaterThan(0);
  });

  it('of no département says so, without names to choose from', async () => {
    const nowhere: Places = { ...places, departement: async () => 'none' };
    const { stop } = await press(started, 'place', { postcode: '99999' }, 'next', nowhere);
    expect(stop).toMatchObject({ faults: [{ code: 'postcode_nowhere', text: '99999' }], communes: [] });
  });

  it('whose département is out of reach is not called unknown', async () => {
    const cut: Places = { ...places, departement: async () => null };
    const { stop } = await press(started, 'place', { postcode: '35000' }, 'next', cut);
    expect(stop).toMatchObject({ faults: [{ code: 'postcode_out_of_reach' }] });
  });

  it('out of reach without network may be replaced by the zone', async () => {
    const cut = await press(started, 'place', { postcode: '35000' }, 'next', noNetwork);
    expect(cut.stop).toMatchObject({ faults: [{ code: 'postcode_out_of_reach' }] });
    const byHand = await press(started, 'place', { postcode: '35000', zone_by_hand: '2' }, 'next', noNetwork);
    expect(draftOf(byHand.kept).housing?.zone).toBe(2);
  });
});

describe('the result', () => {
  const screens = Object.keys(SINGLE_MOTHER) as ScreenId[];

  it.each([
    ['a child of 8', '8', {}],
    ['a child of 25', '25', {}],
    ['children, and the studies of their parent', '3, 15', { activity_0: 'student' }],
    ['a child, and the retirement of their parent', '4', { activity_0: 'retired' }]
  ])('is there for someone who tells %s and not her own age', async (_name, ages, activity) => {
    const passed = [
      { screen: 'children' as const, raw: { children: 'yes', ages } },
      { screen: 'age' as const, raw: null },
      { screen: 'activity' as const, raw: activity }
    ];
    expect(outcomeOf({ ...NOTHING_ANSWERED, passed }, MONTH)).toMatchObject({ ok: true });
  });

  it.each(screens)('is there whether %s is the only question passed, or the only one answered', (one) => {
    const answered = (screen: ScreenId) => ({ screen, raw: SINGLE_MOTHER[screen] ?? null });
    const without = screens.map((screen) => (screen === one ? { screen, raw: null } : answered(screen)));
    for (const passed of [without, [answered(one)]])
      expect(outcomeOf({ ...NOTHING_ANSWERED, passed }, MONTH)).toMatchObject({ ok: true });
  });

  it('gives aids to claim, those held apart and out of the sum', async () => {
    const { interview } = await answerAll(SINGLE_MOTHER);
    const before = outcomeOf(interview.kept, MONTH);
    if (!before.ok) throw new Error('answers agree');
    const [first] = before.value.toClaim;
    const held = await press(interview.kept, 'scope', {}, `held:${first?.key}`);
    const after = outcomeOf(held.kept, MONTH);
    if (!after.ok) throw new Error('answers agree');
    expect(after.value.held.map(({ key }) => key)).toEqual([first?.key]);
    expect(after.value.monthly.usual).toBeCloseTo(before.value.monthly.usual - (first?.usual ?? 0), 2);
    const undone = await press(held.kept, 'scope', {}, `not_held:${first?.key}`);
    expect(undone.kept.held).toEqual([]);
  });

  it('says how work, a birth, a separation or a move would change it', async () => {
    const { interview } = await answerAll(SINGLE_MOTHER);
    const outcome = outcomeOf(interview.kept, MONTH);
    if (!outcome.ok) throw new Error('answers agree');
    const { household } = outcome.value;
    const job = compare(household, { kind: 'job', netSalary: 2600 }, MONTH);
    expect(job.ownAfter - job.ownBefore).toBeCloseTo(1122, 2);
    expect(job.aidsAfter).toBeLessThan(job.aidsBefore);
    expect(compare(household, { kind: 'birth' }, MONTH).changed.map(({ key }) => key)).toContain('af');
    expect(compare(household, { kind: 'move', rent: 520, zone: 2 }, MONTH).changed).toEqual([]);
    const couple = {
      ...household,
      adults: [...household.adults, { age: 36, activity: 'inactive' as const }]
    };
    expect(compare(couple, { kind: 'separation' }, MONTH).changed.map(({ key }) => key)).toContain('asf');
  });
});

describe('answers given to the questionnaire', () => {
  const known = fromQuestionnaire({
    household: { kind: 'household', adults: 1, childrenByBand: { '6-10': 1 } },
    sources: ['wages', 'housing_benefit'],
    urgent: ['rent'],
    debtFile: 'receivable'
  });

  it('are not asked again', async () => {
    const { asked, interview } = await answerAll(SINGLE_MOTHER, known);
    expect(asked).not.toContain('couple');
    expect(asked).not.toContain('children');
    expect(asked).not.toContain('arrears');
    expect(arrearsOf(interview.kept)).toEqual(['rent']);
    expect(screensBehind(interview.kept)).toBe(asked.length);
    expect(draftOf(interview.kept).adults[0]).toMatchObject({ unemployment_benefit: 0, alimony_received: 0 });
  });

  it('say which aids she receives, and make what rests on a band of ages less sure', async () => {
    const { interview } = await answerAll(SINGLE_MOTHER, known);
    const outcome = outcomeOf(interview.kept, MONTH);
    if (!outcome.ok) throw new Error('answers agree');
    expect(outcome.value.held.map(({ key }) => key)).toEqual(['aide_logement']);
    expect(outcome.value.toClaim.every(({ sureness }) => sureness !== 'sure')).toBe(true);
  });

  it('leave the couple open when several adults live together', () => {
    const two = fromQuestionnaire({
      household: { kind: 'household', adults: 2, childrenByBand: {} },
      sources: [],
      urgent: [],
      debtFile: null
    });
    expect(two.passed.map(({ screen }) => screen)).toEqual(['children']);
  });
});

describe('arrears', () => {
  it('are asked whatever the amounts, and nobody who has not said is taken to have none', async () => {
    const { interview, asked } = await answerAll(SINGLE_MOTHER);
    expect(asked).toContain('arrears');
    expect(arrearsOf(interview.kept)).toEqual(['rent', 'energy']);
    expect(arrearsOf(NOTHING_ANSWERED)).toBeUndefined();
    const none = await press(NOTHING_ANSWERED, 'arrears', { arrears: 'none' });
    expect(arrearsOf(none.kept)).toEqual([]);
  });
});

describe('answers kept as text', () => {
  it('come back as they were', async () => {
    const { interview } = await answerAll(SINGLE_MOTHER);
    expect(readKept(JSON.stringify(interview.kept))).toEqual(interview.kept);
  });

  it.each(['', 'null', '{', '{"version":2,"passed":[]}', '{"version":1}', `"${'x'.repeat(30_000)}"`])(
    'that are none give nothing',
    (text) => expect(readKept(text)).toBeNull()
  );

  it('lose what is no answer', () => {
    const kept = readKept('{"version":1,"passed":[{"screen":"nowhere","raw":{}},7],"held":["rsa","gold"]}');
    expect(kept).toMatchObject({ passed: [], held: ['rsa'] });
  });
});
