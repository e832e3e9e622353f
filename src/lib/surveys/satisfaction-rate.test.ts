import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareWithReference,
  publishableComments,
  responseRate,
  satisfactionRate,
  wilsonInterval
} from './satisfaction-rate';
import { answerOfScore, SATISFACTION_SCALE, scoreOf } from './scale';

const counts = (very: number, rather: number, rather_not: number, not_at_all: number) => ({
  very,
  rather,
  rather_not,
  not_at_all
});
const tenths = (share: number) => Math.round(share * 1000) / 10;
const rateOf = (satisfied: number, answers: number) => {
  const result = satisfactionRate(counts(satisfied, 0, answers - satisfied, 0));
  if (!result.ok) throw new Error(result.why.code);
  return result.value;
};

describe('the share of satisfied people', () => {
  it.each([
    [18, 25, 52.4, 85.7],
    [36, 50, 58.3, 82.5],
    [72, 100, 62.5, 79.9],
    [144, 200, 65.4, 77.8],
    [288, 400, 67.4, 76.2],
    [720, 1000, 69.1, 74.7]
  ])('72 %% as %i of %i lies between %f and %f', (satisfied, answers, low, high) => {
    const rate = rateOf(satisfied, answers);
    expect([tenths(rate.share), tenths(rate.low), tenths(rate.high)]).toEqual([72, low, high]);
  });

  it('counts the two best answers, among all answers', () => {
    expect(satisfactionRate(counts(5, 3, 1, 1))).toMatchObject({
      ok: true,
      value: { answers: 10, satisfied: 8, share: 0.8 }
    });
  });

  it.each([0, 1, 9])('is not shown for %i answers, nor is their number', (answers) => {
    expect(satisfactionRate(counts(answers, 0, 0, 0))).toEqual({
      ok: false,
      why: { code: 'too_few_answers', minimum: 10 }
    });
  });

  it.each([10, 11])('is shown for %i answers', (answers) => {
    expect(satisfactionRate(counts(answers, 0, 0, 0))).toMatchObject({
      ok: true,
      value: { share: 1, high: 1 }
    });
  });

  it('always lies inside its interval, and the interval between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, share) => {
          const part = Math.round(whole * share);
          const { low, high } = wilsonInterval(part, whole);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(part / whole + 1e-9);
          expect(high).toBeGreaterThanOrEqual(part / whole - 1e-9);
        }
      )
    );
  });

  it.each([
    [1, 0],
    [-1, 10],
    [11, 10],
    [1.5, 10]
  ])('%d of %d is no share', (part, whole) => expect(() => wilsonInterval(part, whole)).toThrow(RangeError));
});

describe('against the reference of 72 %', () => {
  it.each([
    [72, 100, 'cannot_tell'],
    [80, 100, 'cannot_tell'],
    [81, 100, 'above'],
    [64, 100, 'cannot_tell'],
    [63, 100, 'below'],
    [9, 10, 'cannot_tell'],
    [10, 10, 'above']
  ])('%i of %i: %s', (satisfied, answers, expected) => {
    expect(compareWithReference(rateOf(satisfied, answers))).toBe(expected);
  });
});

describe('who answered', () => {
  it('is a share of those asked, from ten answers on', () => {
    expect(responseRate(336, 104)).toMatchObject({ ok: true, value: { invited: 336, answers: 104 } });
    expect(responseRate(50, 10)).toMatchObject({ ok: true, value: { share: 0.2 } });
    expect(responseRate(50, 9)).toMatchObject({ ok: false, why: { minimum: 10 } });
  });

  it('cannot be more than who was asked', () => expect(() => responseRate(10, 11)).toThrow(RangeError));
});

describe('comments', () => {
  it('are shown from five answers on', () => {
    expect(publishableComments(['Merci'], 4)).toMatchObject({ ok: false, why: { minimum: 5 } });
    expect(publishableComments(['Merci'], 5)).toEqual({ ok: true, value: ['Merci'] });
  });
});

describe('the scale', () => {
  it('runs from 4 to 1 and back', () => {
    expect(SATISFACTION_SCALE.map(scoreOf)).toEqual([4, 3, 2, 1]);
    expect(SATISFACTION_SCALE.map((answer) => answerOfScore(scoreOf(answer)))).toEqual([
      ...SATISFACTION_SCALE
    ]);
    for (const score of [0, 5, 2.5, Number.NaN]) expect(answerOfScore(score)).toBeNull();
  });
});
