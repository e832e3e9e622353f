import { describe, expect, it } from 'vitest';
import { compileParameters } from './compile-parameters';
import { readParameterFile } from './parameter-schema';

const good = {
  label: 'Montant forfaitaire du RSA',
  unit: 'EUR/month',
  law: 'D262-4 CASF',
  url: 'https://www.legifrance.gouv.fr/',
  checked: '2026-04-01',
  values: [
    { from: '2026-04-01', value: 651.69 },
    { from: '2025-04-01', value: 646.52 }
  ]
};
const faults = (change: object) => readParameterFile('rsa.yaml', { rsa_base: { ...good, ...change } }).faults;

describe('a parameter file', () => {
  it('is read when it is right', () => expect(faults({})).toEqual([]));

  it.each([
    ['no law', { law: undefined }, 'law'],
    ['no link', { url: undefined }, 'url'],
    ['no day checked', { checked: '2026-13-01' }, 'not a day'],
    ['a unit nobody knows', { unit: 'EUR/week' }, 'unit'],
    ['a rate of 651', { unit: 'rate' }, 'not a rate'],
    ['a negative amount', { values: [{ from: '2026-04-01', value: -1 }] }, 'not an amount'],
    ['a scale without rows', { values: [{ from: '2026-04-01', scale: [1, 2] }] }, 'as many numbers as rows'],
    ['a row without number', { rows: ['one', 'two'] }, 'as many numbers as rows'],
    ['the same day twice', { values: [good.values[0], good.values[0]] }, 'two values from'],
    [
      'an overlap',
      { values: [good.values[0], { from: '2025-04-01', to: '2026-04-01', value: 1 }] },
      'overlap'
    ],
    [
      'a gap',
      { values: [good.values[0], { from: '2025-04-01', to: '2026-03-01', value: 1 }] },
      'no value between'
    ],
    [
      'an end before its start',
      { values: [{ from: '2026-04-01', to: '2026-03-01', value: 1 }] },
      'ends before'
    ]
  ])('with %s is refused, with the reason', (_name, change, reason) => {
    expect(faults(change).join('\n')).toContain(reason);
  });

  it('accepts an end that meets the next start', () => {
    expect(faults({ values: [good.values[0], { from: '2025-04-01', to: '2026-03-31', value: 1 }] })).toEqual(
      []
    );
  });
});

describe('the generated files', () => {
  const { entries } = readParameterFile('rsa.yaml', {
    rsa_base: good,
    rsa_parts: {
      ...good,
      unit: 'rate',
      rows: ['one', 'two'],
      values: [{ from: '2024-01-01', scale: [0.5, 0.3] }]
    }
  });
  const { parameters, sources } = compileParameters(entries);

  it('give each parameter a slot typed with its unit, a scale one for each row', () => {
    expect(parameters).toContain("export const RSA_BASE = 0 as unknown as Parameter<ValueIn<'EUR/month'>>;");
    expect(parameters).toContain("export const RSA_PARTS = 1 as unknown as Parameter<ValueIn<'rate'>>;");
  });

  it('keep the values of the first month by slot, and what came later by month', () => {
    expect(parameters).toContain('COVERED_FROM = 24303');
    expect(parameters).toContain('[646.52,0.5,0.3]');
    expect(parameters).toContain('[[0,24315,651.69]]');
  });

  it('keep law, link and day checked apart from the engine', () => {
    expect(parameters).not.toContain('legifrance');
    expect(sources).toContain('D262-4 CASF');
  });
});
