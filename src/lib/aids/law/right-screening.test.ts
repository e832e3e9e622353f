import { describe, expect, it } from 'vitest';
import type { Alternative } from '../catalogue/alternatives';
import type { Right } from '../catalogue/right';
import { RENNES, aRight, keptAnswers } from '../testing/builders';
import { compiledEdition } from './edition';
import { RightScreening, mayBringNews } from './right-screening';

const MONTH = 2026 * 12 + 10;
const answers: typeof keptAnswers = (screens, more) =>
  keptAnswers(
    {
      activity: { activity_0: 'employed' },
      income: { net_salary_0: '900' },
      arrears: { arrears: 'energy' },
      place: RENNES,
      ...screens
    },
    more
  );

const right: typeof aRight = (wishes) => aRight({ when: { arrears: ['energy'] }, ...wishes });

const screened = (
  before: Right | null,
  after: Right | null,
  kept = answers(),
  others: readonly Right[] = [],
  table: readonly Alternative[] = []
) => new RightScreening(MONTH, { before, after }, others, table, compiledEdition()).gainOf(kept);

const gain = (
  before: Right | null,
  after: Right | null,
  kept?: ReturnType<typeof answers>,
  others?: readonly Right[],
  table?: readonly Alternative[]
) => screened(before, after, kept, others, table)?.cents ?? null;

describe('a right that opens', () => {
  it('is hers where she lives, with its sum a month, or without where nobody knows it', () => {
    expect(gain(null, right())).toBe('opened');
    expect(gain(null, right({ pays: { most: 30, per: 'month' } }))).toBe(3_000);
    expect(gain(null, right({ pays: { most: 120, per: 'year' } }))).toBe(1_000);
    expect(gain(null, right({ pays: { most: 120, per: 'once' } }))).toBe(1_000);
    expect(screened(null, right())?.about).toEqual(['aid-of-rennes']);
    expect(screened(null, right({ scope: { communes: ['56260'] } }))?.about).toEqual([]);
  });

  it('elsewhere is not, nor where it is not known where she lives', () => {
    expect(gain(null, right({ scope: { communes: ['56260'] } }))).toBe(0);
    expect(gain(null, right(), answers({ place: {} }))).toBe(0);
  });

  it('is not hers while it hangs on a question left open, or on a situation she did not name', () => {
    const moving = right({ when: { situation: 'moving_in' } });
    expect(gain(null, moving)).toBe(0);
    expect(gain(null, moving, answers({}, { told: { 'situation.moving_in': null } }))).toBe(0);
    expect(gain(null, moving, answers({}, { told: { 'situation.moving_in': true } }))).toBe('opened');
    expect(gain(null, right(), answers({ arrears: {} }))).toBe(0);
  });

  it('is hers when only the body has still to decide', () => {
    expect(gain(null, right({ when: { all: [{ arrears: ['energy'] }, { words: true }] } }))).toBe('opened');
  });

  it('is not told to who has it already, nor in a situation that goes to a person', () => {
    expect(gain(null, right(), answers({}, { has: ['aid-of-rennes'] }))).toBe(0);
    expect(gain(null, right(), answers({ scope: { scope: 'self_employed' } }))).toBeNull();
  });

  it('meant for others, a loan, a service or an amount of the engine is no news', () => {
    for (const wishes of [
      { audience: 'landlord' },
      { loan: 'loan' },
      { kind: 'service' },
      { kind: 'mediation' },
      { kind: 'procedure' },
      { engine: ['rsa'] }
    ] as const)
      expect(gain(null, right(wishes))).toBe(0);
    expect(gain(null, right({ loan: 'either' }))).toBe('opened');
  });

  it('that another excludes is not hers; one that takes the place of another brings what is more', () => {
    const other = right({ id: 'better', when: { inDebt: true } });
    const table: Alternative[] = [
      { keep: 'better', insteadOf: 'aid-of-rennes', why: 'exclusive', words: 'Une seule' }
    ];
    expect(gain(null, right(), answers(), [other], table)).toBe(0);
    const local = right({ replaces: ['better'], pays: { most: 50, per: 'month' } });
    expect(gain(null, local, answers(), [{ ...other, pays: { most: 30, per: 'month' } }])).toBe(2_000);
    expect(gain(null, local, answers(), [other])).toBe(0);
  });
});

describe('a right that changes', () => {
  const paying = (most: number) => right({ pays: { most, per: 'month' } });

  it('brings what it pays more; what it pays less, its end, and other words bring nothing', () => {
    expect(gain(paying(20), paying(45.5))).toBe(2_550);
    expect(gain(paying(45.5), paying(20))).toBe(0);
    expect(gain(paying(20), null)).toBe(0);
    expect(gain(right(), paying(20))).toBe(0);
    expect(gain(right(), right({ ask: { place: 'Mairie' } }))).toBe(0);
  });

  it('opens to who is let in by a wider condition or place', () => {
    const under = (ceiling: number) => right({ when: { monthlyIncome: { bySize: { 1: ceiling } } } });
    expect(gain(under(899), under(900))).toBe('opened');
    expect(gain(under(899), under(899.99))).toBe(0);
    expect(gain(right({ scope: { communes: ['56260'] } }), right({ scope: { departements: ['35'] } }))).toBe(
      'opened'
    );
  });

  it('loses nobody in silence: who has it no more is counted', () => {
    const screening = new RightScreening(
      MONTH,
      { before: paying(20), after: right({ scope: { communes: ['56260'] } }) },
      [],
      [],
      compiledEdition()
    );
    expect(screening.changeFor(answers())).toEqual({ side: 'loses', monthly: 20 });
  });
});

it('is worth a pass only when who has it or what it pays may change', () => {
  expect(mayBringNews({ before: right(), after: right({ name: 'Autre nom' }) })).toBe(false);
  expect(mayBringNews({ before: right(), after: null })).toBe(false);
  expect(mayBringNews({ before: right(), after: right({ when: { inDebt: true } }) })).toBe(true);
  expect(mayBringNews({ before: null, after: right({ loan: 'loan' }) })).toBe(false);
});
