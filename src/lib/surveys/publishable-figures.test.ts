import { localDate } from '$lib/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishGroups, publishPeriods, totalOf } from './publishable-figures';
import { answersIn } from './scale';

const answers = (count: number) => ({ very: count, rather: 0, rather_not: 0, not_at_all: 0 });
const month = (number: number, count: number) => ({
  startsOn: localDate(`2026-${String(number).padStart(2, '0')}-01`),
  endsOn: localDate(`2026-${String(number).padStart(2, '0')}-28`),
  counts: answers(count)
});
const shown = (...counts: number[]) =>
  publishPeriods(counts.map((count, index) => month(index + 1, count))).map(({ startsOn, endsOn, rate }) =>
    [Number(startsOn.slice(5, 7)), Number(endsOn.slice(5, 7)), rate?.answers ?? null].join(' ')
  );

describe('periods', () => {
  it('with ten answers stand alone', () => expect(shown(10, 46)).toEqual(['1 1 10', '2 2 46']));

  it('under ten are joined to what follows until there are ten', () => {
    expect(shown(9, 1, 12)).toEqual(['1 2 10', '3 3 12']);
    expect(shown(4, 0, 3, 2, 5)).toEqual(['1 5 14']);
  });

  it('at the end stay hidden until more answers come', () => {
    expect(shown(12, 9)).toEqual(['1 1 12', '2 2 ']);
    expect(shown(3)).toEqual(['1 1 ']);
    expect(shown()).toEqual([]);
  });

  it('never show fewer than ten, and what was shown once stays as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(25), { maxLength: 12 }), fc.nat(25), (counts, next) => {
        const before = shown(...counts).filter((line) => !line.endsWith(' '));
        const after = shown(...counts, next);
        expect(after.slice(0, before.length)).toEqual(before);
        for (const line of before) expect(Number(line.split(' ')[2])).toBeGreaterThanOrEqual(10);
      })
    );
  });
});

describe('groups beside their total', () => {
  const groups = (...counts: number[]) =>
    publishGroups(counts.map((count, key) => ({ key, counts: answers(count) }))).map(
      ({ rate }) => rate?.answers ?? null
    );

  it('are shown from ten on', () => expect(groups(10, 25)).toEqual([10, 25]));

  it('hide the smallest other one when a single small group could be found by subtraction', () => {
    expect(groups(9, 40, 25)).toEqual([null, 40, null]);
    expect(groups(4, 5, 40, 25)).toEqual([null, null, 40, null]);
  });

  it('hide no more when the hidden ones are ten together', () => {
    expect(groups(4, 6, 40)).toEqual([null, null, 40]);
  });

  it('without answers give nothing away', () => expect(groups(0, 40)).toEqual([null, 40]));

  it('never leave fewer than ten to subtraction, but none', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (counts) => {
        const result = groups(...counts);
        const rest = counts.reduce((sum, count, index) => sum + (result[index] === null ? count : 0), 0);
        const all = counts.reduce((sum, count) => sum + count, 0);
        expect(rest === 0 || rest >= 10 || rest === all).toBe(true);
      })
    );
  });

  it('add up to their total', () => {
    expect(answersIn(totalOf([{ counts: answers(3) }, { counts: answers(4) }]))).toBe(7);
  });
});
