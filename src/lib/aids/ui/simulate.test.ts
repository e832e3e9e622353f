import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NOTHING_ANSWERED,
  OUT_OF_SCOPE,
  SCREENS,
  readMonth,
  type KeptAnswers,
  type LocalAidsFile,
  type RawAnswer,
  type ScreenId,
  type TerritoryFile,
  type TerritoryIndex
} from '$lib/aids';
import { localDate } from '$lib/kernel';
import { simulate, type SimulatorView, type SimulatorWorld } from './simulate';

const read = readMonth('2026-11');
if (!read.ok) throw new Error(read.why.code);
const json = (name: string): unknown => JSON.parse(readFileSync(`static/${name}.json`, 'utf8'));
const world: SimulatorWorld = {
  month: read.value,
  today: localDate('2026-11-22'),
  leftOverCents: null,
  inDebt: false,
  places: {
    index: async () => json('territory/index') as TerritoryIndex,
    departement: async (code) => json(`territory/${code}`) as TerritoryFile,
    localAids: async (code) => json(`aids/${code}`) as LocalAidsFile
  },
  bodies: async () => ({}),
  wantsBodies: true
};

type Typed = Partial<Record<ScreenId, RawAnswer>>;
const COUPLE: Typed = {
  scope: { scope: 'none' },
  couple: { couple: 'yes' },
  children: { children: 'yes', ages: '6' },
  age: { age_0: '34', age_1: '36' },
  activity: { activity_0: 'employed', activity_1: 'unemployed' },
  income: { net_salary_0: '1 478,00 €', unemployment_benefit_1: '600' },
  housing: { housing: 'private_unfurnished' },
  rent: { rent: '520' },
  place: { postcode: '35000', insee: '35238', departement: '35', region: '53', epci: '243500139', zone: '2' },
  arrears: { arrears: 'none' },
  alimony: {},
  pregnant: { pregnant: 'no' }
};
const keptOf = (typed: Typed): KeptAnswers => ({
  ...NOTHING_ANSWERED,
  passed: Object.entries(typed).map(([screen, raw]) => ({ screen: screen as ScreenId, raw }))
});
const press = (kept: KeptAnswers, go: string, raw: RawAnswer = {}): Promise<SimulatorView> =>
  simulate({ ...raw, kept: JSON.stringify(kept), go }, world);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what if', () => {
  it.each<[string, RawAnswer]>([
    ['job', { if_salary: '1 900' }],
    ['separation', {}],
    ['birth', {}],
    ['move', { if_rent: '640', if_postcode: '75019' }]
  ])('%s gives the month before and after, and changes no answer', async (kind, raw) => {
    const kept = keptOf(COUPLE);
    const view = await press(kept, `if:${kind}`, raw);
    if (view.kind !== 'what_if') throw new Error(`${view.kind} instead of an answer`);
    expect(view.whatIf.kind).toBe(kind);
    expect(view.whatIf.rows.length).toBeGreaterThanOrEqual(3);
    const [before, after] = view.whatIf.rows.at(-1)?.cells ?? [];
    expect(before).not.toBe(after);
    if (kind === 'move') expect(view.whatIf.rows.map(({ header }) => header)).toContain('Loyer');
    expect(JSON.parse(view.kept)).toEqual(kept);
  });

  it.each<[string, RawAnswer, string]>([
    ['job', { if_salary: 'beaucoup' }, 'if_salary'],
    ['job', { if_salary: '-1' }, 'if_salary'],
    ['job', { if_salary: '9 999 999' }, 'if_salary'],
    ['move', { if_rent: '640', if_postcode: '3500' }, 'if_postcode'],
    ['move', { if_rent: '', if_postcode: '75019' }, 'if_rent'],
    ['move', { if_rent: '640', if_postcode: '97400' }, 'if_postcode']
  ])('%s with %j is asked again beside its box, typed words kept', async (kind, raw, field) => {
    const view = await press(keptOf(COUPLE), `if:${kind}`, raw);
    if (view.kind !== 'result') throw new Error(`${view.kind} instead of the result`);
    expect(view.fault?.errors.map((error) => error.field)).toContain(field);
    expect(view.fault?.typed).toMatchObject(raw);
  });
});

describe('the month before and after', () => {
  it('is drawn from her own figures, and what is left after charges when she said it', async () => {
    const view = await press(keptOf({ ...COUPLE, couple: { couple: 'no' }, age: { age_0: '34' } }), 'result');
    if (view.kind !== 'result' || !view.result.plot) throw new Error('no drawing');
    const [today, after] = view.result.plot.months;
    expect(after?.incomeCents).toBeGreaterThan(today?.incomeCents ?? 0);
    expect(today?.chargesCents).toBe(52_000);
    expect(view.result.plot.note).not.toBe('');
    const month = plain(view.result.sum?.month ?? '');
    const euros = Number(month.replace(/\D/g, ''));
    expect(Math.abs((after?.incomeCents ?? 0) - (today?.incomeCents ?? 0) - euros * 100)).toBeLessThan(100);
    expect(plain(view.result.sum?.year ?? '')).toContain('par an');
  });
});

describe('an amount that rests on a value the law should have renewed', () => {
  const HOUSED: Typed = {
    ...COUPLE,
    couple: { couple: 'no' },
    age: { age_0: '34' },
    income: { net_salary_0: '700' }
  };
  const housingIn = async (month: number) => {
    const view = await simulate({ kept: JSON.stringify(keptOf(HOUSED)), go: 'result' }, { ...world, month });
    const aid = view.kind === 'result' && view.result.toClaim.find(({ key }) => key === 'aide_logement');
    if (!aid) throw new Error('no housing aid');
    return aid;
  };

  it('says since when, and the month before says nothing', async () => {
    const october = 2026 * 12 + 9;
    const [before, since] = [await housingIn(october - 1), await housingIn(october)];
    expect(before.trace.assumed).toBe('');
    expect(plain(since.trace.assumed)).toContain('octobre 2026');
    expect(since.sureness).not.toBe('sure');
  });
});

describe('situations that are not computed', () => {
  it.each(OUT_OF_SCOPE)('%s never gives an amount, whatever else was answered', async (code) => {
    for (const go of ['next', 'more', 'result', 'held:rsa', 'bodies', 'if:birth', 'if:separation']) {
      const view = await press(keptOf({ ...COUPLE, scope: { scope: code } }), go);
      expect(view.kind).toBe('out_of_scope');
    }
  });
});

const oddText = fc.oneof(
  fc.constantFrom(
    '',
    '-5',
    '0',
    '1e9',
    '1 234,50 €',
    '99999999999999',
    'NA N',
    '∞',
    '40',
    '3 3 3',
    '😀',
    'yes',
    'none'
  ),
  fc.string({ maxLength: 12 })
);
const oddRaw = fc.dictionary(
  fc.constantFrom(
    'scope',
    'couple',
    'children',
    'ages',
    'age_0',
    'age_1',
    'activity_0',
    'net_salary_0',
    'housing',
    'rent',
    'postcode',
    'zone',
    'arrears',
    'alimony_paid_0',
    'pregnant',
    'disability_0',
    'livret_a_0',
    'sure'
  ),
  oddText
);
const oddPassed = fc.array(fc.record({ screen: fc.constantFrom(...SCREENS), raw: fc.option(oddRaw) }), {
  maxLength: 14
});
const GOES = [
  'next',
  'result',
  'more',
  'back',
  'dont_know',
  'skip',
  'edit:rent',
  'held:rsa',
  'has:fsl',
  'if:birth',
  'if:job',
  'letter:rsa',
  'bodies'
];

describe('whatever is typed or kept', () => {
  it('is answered by a screen, never by a crash nor by an amount that is not one', async () => {
    await fc.assert(
      fc.asyncProperty(
        oddPassed,
        oddRaw,
        fc.constantFrom(...GOES),
        fc.constantFrom(...SCREENS),
        async (passed, raw, go, screen) => {
          const kept = JSON.stringify({ ...NOTHING_ANSWERED, passed });
          const view = await simulate({ ...raw, kept, go, screen }, world);
          // what she typed comes back as she typed it, were it one of these words
          const typed = `${kept}${JSON.stringify(raw)}`;
          const made = ['NaN', 'Infinity', 'undefined'].filter((word) => !typed.includes(word));
          for (const word of made) expect(JSON.stringify(view)).not.toContain(word);
        }
      ),
      { numRuns: 150 }
    );
  });

  it.each(['', '{', '[]', '{"version":2}', '{"version":1,"passed":"x"}', 'x'.repeat(30_000)])(
    'answers that cannot be read begin again and say so: %.20s',
    async (kept) => {
      const view = await simulate({ kept, go: 'next' }, world);
      expect(view).toMatchObject({ kind: 'start' });
      expect(view.notice).toBeTruthy();
    }
  );
});
