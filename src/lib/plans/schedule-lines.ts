import { ZERO_CENTS, cents, type Cents, type LocalDate } from '$lib/kernel';
import type { Instalment, Schedule } from './schedule';

/**
 * One line of the table of a plan: the rest, a run of equal instalments that follow each other, or what is left
 * to talk about afterwards. `leftCents` is what remains owed after it.
 */
export type ScheduleLine =
  | { readonly kind: 'rest'; readonly months: readonly LocalDate[]; readonly leftCents: Cents }
  | {
      readonly kind: 'instalments';
      readonly fromOn: LocalDate;
      readonly toOn: LocalDate;
      readonly count: number;
      readonly amountCents: Cents;
      readonly leftCents: Cents;
    }
  | { readonly kind: 'later'; readonly leftCents: Cents };

/** The lines of a schedule, equal instalments in a row told once: eighteen lines become three. */
export function scheduleLines(schedule: Schedule): ScheduleLine[] {
  const lines: ScheduleLine[] = [];
  if (schedule.restMonths.length > 0)
    lines.push({ kind: 'rest', months: schedule.restMonths, leftCents: schedule.owedCents });
  let leftCents = schedule.owedCents;
  for (const run of runsOf(schedule.instalments)) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    leftCents = cents(leftCents - run.length * first.amountCents);
    lines.push({
      kind: 'instalments',
      fromOn: first.dueOn,
      toOn: last.dueOn,
      count: run.length,
      amountCents: first.amountCents,
      leftCents
    });
  }
  if (schedule.laterCents > ZERO_CENTS) lines.push({ kind: 'later', leftCents: schedule.laterCents });
  return lines;
}

/** How a month of the calendar looks in a plan. */
export type MonthMark = 'none' | 'rest' | 'instalment' | 'last';

/** A calendar year of a plan: a mark for each of its twelve months. */
export interface YearOfMarks {
  readonly year: number;
  readonly marks: readonly MonthMark[];
}

/** The months of a plan one by one, by calendar year: rest, instalment, last one. None for a plan without months. */
export function monthMarks(schedule: Schedule): YearOfMarks[] {
  const marks = new Map<string, MonthMark>();
  for (const month of schedule.restMonths) marks.set(month.slice(0, 7), 'rest');
  for (const one of schedule.instalments) marks.set(one.dueOn.slice(0, 7), 'instalment');
  const last = schedule.instalments.at(-1);
  if (last && schedule.laterCents === 0) marks.set(last.dueOn.slice(0, 7), 'last');
  const years = [...marks.keys()].map((month) => Number(month.slice(0, 4)));
  if (years.length === 0) return [];
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const year = from + index;
    const monthKey = (month: number) => `${year}-${String(month + 1).padStart(2, '0')}`;
    return {
      year,
      marks: Array.from({ length: 12 }, (_month, month) => marks.get(monthKey(month)) ?? 'none')
    };
  });
}

function runsOf(instalments: readonly Instalment[]): Instalment[][] {
  const runs: Instalment[][] = [];
  for (const one of instalments) {
    const run = runs.at(-1);
    if (run?.[0]?.amountCents === one.amountCents) run.push(one);
    else runs.push([one]);
  }
  return runs;
}
