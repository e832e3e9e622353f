import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIVITIES,
  HOUSING_STATUSES,
  Simulator,
  checkHousehold,
  complete,
  estimate,
  explain,
  readMonth,
  type AidAmounts,
  type Household
} from '$lib/aids';

const read = readMonth('2026-09');
const MONTH = read.ok ? read.value : 0;
const simulator = new Simulator(MONTH);
const euros = fc.integer({ min: 0, max: 4000 });

const adult = fc.record({
  age: fc.integer({ min: 40, max: 75 }),
  activity: fc.constantFrom(...ACTIVITIES),
  net_salary: euros,
  unemployment_benefit: fc.constantFrom(0, 0, 700, 1200),
  retirement_pension: fc.constantFrom(0, 0, 600, 1400),
  invalidity_pension: fc.constantFrom(0, 0, 500),
  alimony_received: fc.constantFrom(0, 150),
  alimony_paid: fc.constantFrom(0, 150),
  livret_a: fc.constantFrom(0, 5000),
  other_savings: fc.constantFrom(0, 28_000),
  disability_rate: fc.constantFrom(0, 0, 0.6, 0.8),
  rsdae: fc.boolean(),
  ass_eligible: fc.boolean()
});

const household: fc.Arbitrary<Household> = fc.record({
  adults: fc.array(adult, { minLength: 1, maxLength: 2 }),
  children: fc.array(fc.record({ age: fc.integer({ min: 0, max: 22 }) }), { maxLength: 6 }),
  housing: fc
    .record({
      status: fc.constantFrom(...HOUSING_STATUSES),
      zone: fc.constantFrom(1 as const, 2 as const, 3 as const),
      rent: fc.integer({ min: 100, max: 1200 }),
      flatshare: fc.boolean()
    })
    .map((housing) =>
      housing.status === 'owner' || housing.status === 'hosted_free' || housing.status === 'homeless'
        ? { ...housing, rent: 0 }
        : housing
    )
});

const amounts = (of: Household): AidAmounts => simulator.amountsOf(of);
const withSalary = (of: Household, salary: number): Household => ({
  ...of,
  adults: of.adults.map((one, who) => (who === 0 ? { ...one, net_salary: salary } : one))
});
const withRent = (of: Household, rent: number): Household => ({ ...of, housing: { ...of.housing, rent } });

const worker: Household = {
  adults: [{ age: 40, activity: 'employed' }],
  children: [],
  housing: { status: 'homeless' }
};
const family: Household = {
  adults: [
    { age: 40, activity: 'employed' },
    { age: 38, activity: 'inactive' }
  ],
  children: [{ age: 9 }, { age: 7 }, { age: 5 }],
  housing: { status: 'homeless' }
};

describe('any valid household', () => {
  it('gets amounts that are finite, not negative and whole cents', () => {
    fc.assert(
      fc.property(household, (of) => {
        if (!checkHousehold(of, MONTH).ok) return;
        for (const value of Object.values(amounts(of)).flat()) {
          if (typeof value !== 'number') continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(Math.abs(value * 100 - Math.round(value * 100))).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 300 }
    );
  });

  it('gets the same amounts whoever was evaluated before', () => {
    fc.assert(
      fc.property(household, household, (first, second) => {
        if (!checkHousehold(first, MONTH).ok || !checkHousehold(second, MONTH).ok) return;
        const alone = new Simulator(MONTH).amountsOf(second);
        amounts(first);
        expect(amounts(second)).toEqual(alone);
      }),
      { numRuns: 100 }
    );
  });

  it('is given the same amounts with and without an explanation', () => {
    fc.assert(
      fc.property(household, (of) => {
        if (!checkHousehold(of, MONTH).ok) return;
        const [rsa, , housing] = explain(of, MONTH, ['rsa', 'prime_activite', 'aide_logement']);
        const found = amounts(of);
        expect(rsa?.value).toBeCloseTo(found.rsa, 1);
        expect(housing?.value).toBeCloseTo(found.aide_logement, 1);
      }),
      { numRuns: 100 }
    );
  });
});

describe('more pay', () => {
  const pay = fc.integer({ min: 0, max: 3000 });

  it('never raises RSA, family benefits or housing aid of a person without earlier RSA', () => {
    fc.assert(
      fc.property(pay, fc.integer({ min: 1, max: 300 }), (salary, more) => {
        const before = amounts(withSalary(family, salary));
        const after = amounts(withSalary(family, salary + more));
        for (const aid of ['rsa', 'af', 'cf', 'ars_annual', 'paje_base', 'cheque_energie_annual'] as const)
          expect(after[aid]).toBeLessThanOrEqual(before[aid]);
      })
    );
  });

  it('never lowers pay, RSA and prime d’activité together by more than RSA that is too small to be paid', () => {
    fc.assert(
      fc.property(pay, (salary) => {
        const total = (of: Household, own: number) => own + amounts(of).rsa + amounts(of).prime_activite;
        const before = total(withSalary(worker, salary), salary);
        const after = total(withSalary(worker, salary + 1), salary + 1);
        // known cliffs: 6 € of RSA and 15 € of prime d'activité are not paid
        expect(after).toBeGreaterThanOrEqual(before - 15);
      })
    );
  });

  it('never lowers allocations familiales by more than the pay itself just above a ceiling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7000, max: 11_000 }), (salary) => {
        const before = amounts(withSalary(family, salary)).af * 12;
        const after = amounts(withSalary(family, salary + 1)).af * 12;
        expect(before - after).toBeLessThanOrEqual(12 * 1.036 + 0.2);
      })
    );
  });
});

describe('more rent', () => {
  const tenant = withRent({ ...worker, housing: { status: 'private_unfurnished', zone: 2 } }, 0);

  it('raises housing aid up to the ceiling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 288 }), (rent) => {
        expect(amounts(withRent(tenant, rent + 1)).aide_logement).toBeGreaterThanOrEqual(
          amounts(withRent(tenant, rent)).aide_logement
        );
      })
    );
  });

  it('leaves it unchanged from the ceiling to 2.5 times it, then lowers it to nothing at 3.1 times', () => {
    const at = (rent: number) => amounts(withRent(tenant, rent)).aide_logement;
    expect(at(725)).toBe(at(291));
    expect(at(726)).toBeLessThan(at(725));
    expect(at(901)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 726, max: 899 }), (rent) => {
        expect(at(rent + 1)).toBeLessThanOrEqual(at(rent));
      })
    );
  });
});

describe('known cliffs of the law', () => {
  it('are where the law puts them', () => {
    const paje = (salary: number) =>
      amounts({ ...withSalary(family, salary), children: [{ age: 1 }] }).paje_base;
    // 24 853 × 1,25 = 31 066,25 ; then 29 694 × 1,25 = 37 117,50 of net taxable income
    const salaryFor = (income: number) => income / 0.9 / 1.036 / 12;
    expect(paje(salaryFor(31_060))).toBe(199.15);
    expect(paje(salaryFor(31_072))).toBe(99.58);
    expect(paje(salaryFor(37_110))).toBe(99.58);
    expect(paje(salaryFor(37_124))).toBe(0);
  });
});

describe('a household of which answers are missing', () => {
  const draft = { couple: false, adults: [{ age: 36, activity: 'employed' as const, net_salary: 1200 }] };

  it('has ranges that hold the amounts once everything is known', () => {
    const partial = estimate({ ...draft, children: [{ age: 6 }, { age: 9 }] }, MONTH);
    const whole = complete(
      { ...draft, children: [{ age: 6 }, { age: 9 }] },
      (_question, among) => among[0] as never
    );
    const found = amounts(whole);
    for (const aid of partial.aids) {
      if (aid.aid !== 'rsa' && aid.aid !== 'prime_activite' && aid.aid !== 'aide_logement') continue;
      const value = found[aid.aid];
      expect(aid.state === 'known' ? aid.value : aid.low).toBeLessThanOrEqual(value);
      expect(aid.state === 'known' ? aid.value : aid.high).toBeGreaterThanOrEqual(value);
    }
  });

  it('knows what no missing answer can change', () => {
    const { aids } = estimate({ ...draft, children: [] }, MONTH);
    expect(aids.find(({ aid }) => aid === 'af')).toMatchObject({ state: 'known', value: 0 });
    expect(aids.find(({ aid }) => aid === 'rsa')).toMatchObject({ state: 'unknown' });
  });

  it('asks nothing when everything is answered, and does not take unanswered for zero', () => {
    const { frontier } = estimate({ couple: false, adults: [{ age: 36 }] }, MONTH);
    expect(frontier.slice(0, 2)).toEqual(['children', 'activity.0']);
    const answered = {
      couple: false,
      adults: [
        {
          age: 36,
          activity: 'inactive' as const,
          net_salary: 0,
          unemployment_benefit: 0,
          retirement_pension: 0,
          invalidity_pension: 0,
          alimony_received: 0,
          alimony_paid: 0,
          livret_a: 0,
          other_savings: 0,
          disability_rate: 0,
          rsdae: false,
          ass_eligible: false,
          scholarship_holder: false,
          rsa_jeune: false,
          pregnant: false
        }
      ],
      children: [],
      housing: { status: 'hlm' as const, zone: 2 as const, rent: 300, flatshare: false, room: false },
      recently_separated: false
    };
    const done = estimate(answered, MONTH);
    expect([...done.frontier, ...done.assumed]).toEqual([]);
    expect(done.monthly.low).toBe(done.monthly.high);
  });

  it('does not ask what another answer has made pointless', () => {
    const { frontier } = estimate({ ...draft, children: [], housing: { status: 'homeless' } }, MONTH);
    expect(frontier).not.toContain('rent');
    expect(frontier).not.toContain('scholarship.0');
    expect(frontier).not.toContain('ass_eligible.0');
  });
});
