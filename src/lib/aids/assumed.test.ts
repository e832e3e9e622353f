import { describe, expect, it } from 'vitest';
import { assumedSince } from './assumed';
import { parameterSources } from './parameter-at';

const month = (year: number, number: number) => year * 12 + number - 1;
const scale = { renewed: 10, from: ['2024-10', '2025-10'], checked: '2026-02-16' };

describe('a value that the law renews each October', () => {
  it.each([
    ['the month before', month(2026, 9), null],
    ['that month', month(2026, 10), month(2026, 10)],
    ['a year and a month later', month(2027, 11), month(2027, 10)],
    ['in a past that is known', month(2025, 9), null]
  ])('in %s', (_when, asked, since) => expect(assumedSince(scale, asked)).toBe(since));

  it('is known where the new one is there, or was looked for since', () => {
    const october = month(2026, 10);
    expect(assumedSince({ ...scale, from: [...scale.from, '2026-10'] }, october)).toBeNull();
    expect(assumedSince({ ...scale, checked: '2026-09-30' }, october)).toBe(october);
    expect(assumedSince({ ...scale, checked: '2026-10-01' }, october)).toBeNull();
    const { renewed: _none, ...lasting } = scale;
    expect(assumedSince(lasting, october)).toBeNull();
  });
});

describe('the parameters of the product', () => {
  it('say when they are renewed where they changed in the same month two years in a row', async () => {
    const silent = (await parameterSources()).filter(({ renewed, from }) => {
      const last = from.at(-1)!;
      const yearBefore = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
      return from.includes(yearBefore) && renewed !== Number(last.slice(5));
    });
    expect(silent.map(({ name, from }) => [name, ...from])).toEqual([]);
  });
});
