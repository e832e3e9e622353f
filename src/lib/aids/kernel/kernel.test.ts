import { describe, expect, it } from 'vitest';
import { Evaluation, amount, amountOfAdult, answer, answerInfos, fact } from './evaluation';
import { parametersIn, row, the, type Parameter } from './parameter';
import {
  aMonthOf,
  euros,
  inEuros,
  nearest,
  overYear,
  plus,
  times,
  toCent,
  upToHundred,
  type Monthly,
  type Yearly
} from './quantity';
import { Tracer, questionsIn } from './tracer';

const BASE = 0 as unknown as Parameter<Monthly>;
const SCALE = 1 as unknown as Parameter<number>;
const pay = answer('test_pay', 'test_pay', 2);
const works = answer('test_works', 'test_works');
let computed = 0;
const isWorking = fact('test_working', {}, (e) => works(e, 0) === 1);
const halfPay = amountOfAdult('test_half_pay', 'EUR/month', { law: 'art. 1' }, (e, who) => {
  computed += 1;
  return times(euros<'EUR/month'>(pay(e, who)), row(e, SCALE, 1));
});
const total = amount('test_total', 'EUR/month', { law: 'art. 2', appliesWhen: isWorking }, (e) =>
  plus(the(e, BASE), plus(halfPay(e, 0), halfPay(e, 0)))
);

function evaluationOf(month: number, pays: number, working: 0 | 1): Evaluation {
  const answers = new Float64Array(answerInfos.length);
  answers[pay.slot] = pays;
  answers[works.slot] = working;
  return new Evaluation(answers, parametersIn(month, [100, 0.25, 0.5], [[0, 20, 110]]));
}

describe('amounts with units', () => {
  it('do not compile when units differ', () => {
    const month: Monthly = euros(100);
    const year: Yearly = overYear(month);
    // @ts-expect-error a month and a year cannot be added
    plus(month, year);
    // @ts-expect-error a yearly amount is no monthly amount
    const wrong: Monthly = year;
    // @ts-expect-error an amount is not a number
    const sum = month + 1;
    expect([inEuros(year), inEuros(aMonthOf(year)), wrong, sum]).toHaveLength(4);
  });

  it.each([
    [1.005, 1],
    [76.505, 76.51],
    [0.004, 0],
    [274.045, 274.05]
  ])('%d is %d to the cent', (from, to) => expect(inEuros(toCent(euros<'EUR'>(from)))).toBeCloseTo(to, 2));

  it.each([
    [12_400, 12_400],
    [12_400.004, 12_400],
    [12_400.01, 12_500],
    [0, 0]
  ])('%d up to the next hundred is %d', (from, to) =>
    expect(inEuros(upToHundred(euros<'EUR'>(from)))).toBe(to)
  );

  it('are rounded to the nearest multiple', () => {
    expect(inEuros(nearest(euros<'EUR'>(121.44), 3))).toBe(120);
    expect(inEuros(nearest(euros<'EUR'>(620.43), 3))).toBe(621);
  });
});

describe('a dated parameter', () => {
  it('has the value of the start until the month before another is in force, then that one', () => {
    expect(evaluationOf(19, 0, 0).parameters[0]).toBe(100);
    expect(evaluationOf(20, 0, 0).parameters[0]).toBe(110);
  });
});

describe('a named value', () => {
  it('is computed once, and again after the answers changed', () => {
    const e = evaluationOf(20, 1000, 1);
    computed = 0;
    expect(inEuros(total(e))).toBe(1110);
    expect(inEuros(total(e))).toBe(1110);
    expect(computed).toBe(1);
    e.answers[pay.slot] = 2000;
    e.forget();
    expect(inEuros(total(e))).toBe(2110);
    expect(computed).toBe(2);
  });

  it('is zero when it does not apply, without reading what it would need', () => {
    const e = evaluationOf(20, 1000, 0);
    computed = 0;
    expect(inEuros(total(e))).toBe(0);
    expect(computed).toBe(0);
  });
});

describe('a trace', () => {
  const traced = (working: 0 | 1) => {
    const e = evaluationOf(20, 1000, working);
    const tracer = new Tracer();
    e.recorder = tracer;
    total(e);
    return tracer.stepsOf([total.slot]);
  };

  it('lists steps in order, each after those it needs, with amounts and articles', () => {
    expect(traced(1)).toMatchObject([
      { name: 'test_working', value: 1, unit: 'yes/no' },
      { name: 'test_half_pay', person: 0, value: 500, unit: 'EUR/month', law: 'art. 1' },
      { name: 'test_total', value: 1110, law: 'art. 2', applies: true }
    ]);
  });

  it('names the questions an amount rests on, and no others', () => {
    expect([...questionsIn(traced(1))].sort()).toEqual(['test_pay.0', 'test_works']);
    expect([...questionsIn(traced(0))]).toEqual(['test_works']);
    expect(traced(0).at(-1)).toMatchObject({ value: 0, applies: false });
  });
});
