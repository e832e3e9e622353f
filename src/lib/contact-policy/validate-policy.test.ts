import { localDate } from '$lib/kernel';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, policyInForce, type ContactPolicy } from './contact-policy';
import { POLICY_NUMBERS, POLICY_NUMBER_NAMES, type PolicyNumber } from './policy-numbers';
import { validatePolicy } from './validate-policy';

const faultsOf = (input: unknown) => {
  const result = validatePolicy(input);
  return result.ok ? [] : result.why.faults;
};

/** The default with one number changed, and the reason written down. */
const withNumber = (name: PolicyNumber, value: number): ContactPolicy => ({
  ...DEFAULT_POLICY,
  numbers: { ...DEFAULT_POLICY.numbers, [name]: value },
  reasons: { [name]: 'Essai de six semaines' }
});

describe('an edited policy', () => {
  it('never allows more than seven contacts in seven days, by any channel', () => {
    const perWeek = POLICY_NUMBER_NAMES.filter((name) => name.endsWith('Per7Days'));
    expect(perWeek.map((name) => POLICY_NUMBERS[name].hardLimit)).toEqual([7, 7, 7]);
  });

  it('is taken as shipped', () =>
    expect(validatePolicy(DEFAULT_POLICY)).toEqual({ ok: true, value: DEFAULT_POLICY }));

  it('survives a trip through JSON', () => {
    expect(validatePolicy(JSON.parse(JSON.stringify(DEFAULT_POLICY)))).toMatchObject({ ok: true });
  });

  it.each(POLICY_NUMBER_NAMES)('%s: taken at its hard limit, refused one beyond', (name) => {
    const { direction, hardLimit, byDefault } = POLICY_NUMBERS[name];
    const beyond = direction === 'at_most' ? hardLimit + 1 : hardLimit - 1;
    const room = { contactsPer7Days: 7, contactsPer30Days: 28 };
    const wide = withNumber(name, hardLimit);
    const reasons = { ...wide.reasons, contactsPer7Days: 'Essai', contactsPer30Days: 'Essai' };
    expect(faultsOf({ ...wide, numbers: { ...wide.numbers, ...room, [name]: hardLimit }, reasons })).toEqual(
      []
    );
    expect(faultsOf(withNumber(name, beyond))).toContainEqual(
      beyond < 0
        ? { where: name, code: 'not_a_whole_number', given: String(beyond) }
        : { where: name, code: 'looser_than_hard_limit', given: beyond, limit: hardLimit }
    );
    expect(direction === 'at_most' ? byDefault <= hardLimit : byDefault >= hardLimit).toBe(true);
  });

  it('may be stricter without asking anybody, with its reason', () => {
    expect(faultsOf(withNumber('contactsPer7Days', 1))).toEqual([]);
    expect(faultsOf(withNumber('waitAfterFirstLetterDays', 30))).toEqual([]);
  });

  it('needs a reason for each change, in numbers and in hours', () => {
    const policy = {
      ...withNumber('contactsPer7Days', 3),
      saturdayOnRequest: [],
      reasons: { contactsPer7Days: '  ' }
    };
    expect(faultsOf(policy)).toEqual([
      { where: 'contactsPer7Days', code: 'reason_missing' },
      { where: 'saturdayOnRequest', code: 'reason_missing' }
    ]);
  });

  it.each([1.5, -1, '2', null, undefined, Number.NaN, 400])('%o is not a number of contacts', (value) => {
    const numbers = { ...DEFAULT_POLICY.numbers, contactsPer7Days: value };
    expect(faultsOf({ ...DEFAULT_POLICY, numbers })).toContainEqual(
      expect.objectContaining({ where: 'contactsPer7Days', code: 'not_a_whole_number' })
    );
  });

  it.each([
    [{ 1: [{ from: '07:59', to: '12:00' }] }, 'outside_hard_hours'],
    [{ 1: [{ from: '10:00', to: '20:01' }] }, 'outside_hard_hours'],
    [{ 1: [{ from: '12:00', to: '10:00' }] }, 'not_a_window'],
    [{ 1: [{ from: '9:00', to: '10:00' }] }, 'not_a_window'],
    [{ 1: 'always' }, 'not_a_window'],
    [{ 6: [{ from: '10:00', to: '12:00' }] }, 'day_never_open'],
    [{ 7: [{ from: '10:00', to: '12:00' }] }, 'day_never_open'],
    [
      {
        1: [
          { from: '10:00', to: '12:00' },
          { from: '11:00', to: '13:00' }
        ]
      },
      'windows_overlap'
    ]
  ])('hours %o: %s', (callWindows, code) => {
    const reasons = { callWindows: 'Essai' };
    expect(faultsOf({ ...DEFAULT_POLICY, callWindows, reasons })).toContainEqual(
      expect.objectContaining({ where: 'callWindows', code })
    );
  });

  it('may open from 8 to 20, weekdays, with a reason', () => {
    const callWindows = { 1: [{ from: '08:00', to: '20:00' }] };
    expect(faultsOf({ ...DEFAULT_POLICY, callWindows, reasons: { callWindows: 'Essai' } })).toEqual([]);
  });

  it.each([null, 'policy', 12, []])('%o is not a policy', (input) => {
    expect(faultsOf(input)).toEqual([{ where: 'policy', code: 'not_an_object' }]);
  });

  it('tells everything that is wrong at once', () => {
    expect(faultsOf({}).map((fault) => fault.where)).toEqual(
      expect.arrayContaining([
        'version',
        'inForceFrom',
        'contactsPer7Days',
        'callWindows',
        'saturdayOnRequest'
      ])
    );
  });

  it('keeps only what it knows', () => {
    const result = validatePolicy({
      ...DEFAULT_POLICY,
      extra: 1,
      numbers: { ...DEFAULT_POLICY.numbers, extra: 2 }
    });
    expect(result).toEqual({ ok: true, value: DEFAULT_POLICY });
  });
});

describe('the policy in force', () => {
  const from = (version: string, day: string): ContactPolicy => ({
    ...DEFAULT_POLICY,
    version,
    inForceFrom: localDate(day)
  });
  const policies = [from('b', '2027-03-01'), from('a', '2027-01-01')];

  it.each([
    ['2026-12-31', '2026-11'],
    ['2027-01-01', 'a'],
    ['2027-02-28', 'a'],
    ['2027-03-01', 'b']
  ])('on %s is %s', (day, version) => {
    expect(policyInForce(policies, localDate(day)).version).toBe(version);
  });
});
