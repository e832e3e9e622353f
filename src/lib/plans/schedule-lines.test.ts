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
    const years = monthMarks(drawn);
    expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2028]);
    expect(years[0]?.marks.slice(8)).toEqual(['none', 'rest', 'rest', 'instalment']);
    expect(years[1]?.marks).toEqual(Array(12).fill('instalment'));
    expect(years[2]?.marks.slice(3, 6)).toEqual(['instalment', 'last', 'none']);
  });

  it('have no last one when something is left to talk about', () => {
    expect(monthMarks(symbolic).flatMap((year) => year.marks)).not.toContain('last');
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
