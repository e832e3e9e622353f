import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import { confirmationOf } from './confirmation';
import type { PlanTerms } from './proposal';
import { monthMarks, scheduleLines } from './schedule-lines';
import { buildSchedule } from './schedule';

const rhythm = { kind: 'monthly', dayOfMonth: 5 } as const;
const scheduleOf = (terms: PlanTerms) => {
  const result = buildSchedule(terms, cents(62640), localDate('2026-09-15'));
  if (!result.ok) throw new Error(result.why.code);
  return result.value;
};
const drawn = scheduleOf({
  kind: 'rest_then_instalments',
  restMonths: 2,
  instalmentCents: cents(3500),
  rhythm
});
const symbolic = scheduleOf({ kind: 'symbolic', instalmentCents: cents(500), rhythm, months: 2 });

describe('the table of a plan', () => {
  it('is the one of the drawing', () => {
    expect(scheduleLines(drawn)).toEqual([
      { kind: 'rest', months: ['2026-10-01', '2026-11-01'], leftCents: 62640 },
      {
        kind: 'instalments',
        fromOn: '2026-12-05',
        toOn: '2028-04-05',
        count: 17,
        amountCents: 3500,
        leftCents: 3140
      },
      {
        kind: 'instalments',
        fromOn: '2028-05-05',
        toOn: '2028-05-05',
        count: 1,
        amountCents: 3140,
        leftCents: 0
      }
    ]);
  });

  it('says what a symbolic plan leaves for later', () => {
    expect(scheduleLines(symbolic).at(-1)).toEqual({ kind: 'later', leftCents: 61640 });
  });
});

describe('the months one by one', () => {
  it('are rest, instalments, and one last', () => {
    const marks = monthMarks(drawn);
    expect(marks).toHaveLength(20);
    expect(marks.slice(0, 3)).toEqual([
      { month: '2026-10', mark: 'rest' },
      { month: '2026-11', mark: 'rest' },
      { month: '2026-12', mark: 'full' }
    ]);
    expect(marks.at(-1)).toEqual({ month: '2028-05', mark: 'last' });
  });

  it('have no last one when something is left to talk about', () => {
    expect(monthMarks(symbolic).map((one) => one.mark)).toEqual(['full', 'full']);
  });

  it('are done when every instalment of the month is paid', () => {
    const weekly = scheduleOf({
      kind: 'instalments',
      instalmentCents: cents(10000),
      rhythm: { kind: 'weekly', weekday: 5 }
    });
    expect(weekly.instalments.map((one) => one.dueOn)).toEqual([
      '2026-09-25',
      '2026-10-02',
      '2026-10-09',
      '2026-10-16',
      '2026-10-23',
      '2026-10-30',
      '2026-11-06'
    ]);
    const marksWith = (...paid: number[]) => monthMarks(weekly, new Set(paid)).map((one) => one.mark);
    expect(marksWith(1, 2, 3, 4, 5)).toEqual(['done', 'full', 'last']);
    expect(marksWith(1, 3, 4, 5, 6)).toEqual(['done', 'full', 'last']);
    expect(marksWith(1, 2, 3, 4, 5, 6, 7)).toEqual(['done', 'done', 'done']);
  });
});

describe('the confirmation', () => {
  it('says the first and last day, that it costs nothing, and until when she may change her mind', () => {
    const confirmation = confirmationOf({
      personName: 'Nadia Ferrand',
      collectorName: 'Société Exemple',
      caseReference: 'OX-7K4-218',
      agreedOn: localDate('2026-09-15'),
      debts: [],
      schedule: drawn
    });
    expect(confirmation).toMatchObject({
      totalCents: 62640,
      firstDueOn: '2026-12-05',
      lastDueOn: '2028-05-05',
      costCents: 0,
      changeOfMindUntilOn: '2026-09-22'
    });
  });
});
