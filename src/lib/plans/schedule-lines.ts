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

/** How a month looks in a plan: nothing asked, an instalment, the last one, all its instalments paid. */
export type MonthMark = 'rest' | 'full' | 'last' | 'done';

/** A month of a plan, as `YYYY-MM`, with its mark. */
export interface MarkedMonth {
  readonly month: string;
  readonly mark: MonthMark;
}

/**
 * The months of a plan that hold something, in order; one passed by a gesture holds a rest. `paid` are the positions of
 * the instalments already paid: a month is done when all of its own are.
 */
export function monthMarks(schedule: Schedule, paid: ReadonlySet<number> = new Set()): MarkedMonth[] {
  const months = new Map<string, MonthMark>();
  for (const month of schedule.restMonths) months.set(month.slice(0, 7), 'rest');
  const passed = schedule.instalments.flatMap((one) => one.movedFromOn?.slice(0, 7) ?? []);
  for (const month of passed) months.set(month, 'rest');
  const last = schedule.instalments.at(-1);
  for (const { dueOn, position } of schedule.instalments) {
    const month = dueOn.slice(0, 7);
    const wasDone = months.get(month) !== 'full';
    months.set(month, wasDone && paid.has(position) ? 'done' : 'full');
  }
  const lastMonth = last?.dueOn.slice(0, 7);
  if (lastMonth && schedule.laterCents === ZERO_CENTS && months.get(lastMonth) === 'full')
    months.set(lastMonth, 'last');
  // a month passed by a gesture stands before those of the instalments, whenever it was passed
  return [...months].sort(([a], [b]) => a.localeCompare(b)).map(([month, mark]) => ({ month, mark }));
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
