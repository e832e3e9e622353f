import type { Life, LivedPlan, Happened } from './life';

const DAY_MS = 86_400_000;

/** The legal moves, written apart from the code: what each state may become. */
const MAY_BECOME: Readonly<Record<string, readonly string[]>> = {
  proposed: ['accepted', 'countered', 'explained', 'withdrawn', 'suspended', 'ended'],
  countered: ['accepted', 'proposed', 'countered', 'explained', 'withdrawn', 'suspended', 'ended'],
  accepted: ['running', 'cancelled', 'withdrawn', 'adapted', 'suspended', 'completed', 'ended'],
  running: ['adapted', 'withdrawn', 'suspended', 'completed', 'ended'],
  adapted: ['cancelled', 'adapted', 'withdrawn', 'suspended', 'completed', 'ended'],
  suspended: ['proposed', 'countered', 'accepted', 'running', 'adapted', 'withdrawn', 'completed', 'ended'],
  explained: [],
  completed: [],
  withdrawn: [],
  cancelled: [],
  ended: []
};

const serial = (day: string) => Date.parse(day) / DAY_MS;

/** What is wrong with the plan after an event; null when all is well. */
export function inspectPlan(life: Life, { planBefore, planEvent, today, event }: Happened): string | null {
  const { plan } = life;
  if (plan) {
    const wrong = wrongSchedule(plan) ?? wrongJokers(plan);
    if (wrong) return wrong;
  }
  if (!plan || !planBefore) return null;
  const [from, to] = [planBefore.state.name, plan.state.name];
  if (event.what === 'propose') {
    const isReplaced =
      plan === planBefore || MAY_BECOME[from]!.length === 0 || ['proposed', 'countered'].includes(from);
    return isReplaced ? null : `a new plan over one that is ${from}`;
  }
  if (from !== to && !planEvent) return `${from} became ${to} by nothing`;
  if (planEvent && !MAY_BECOME[from]!.includes(to)) return `${from} became ${to}`;
  if (to === 'completed' && from !== to && event.what === 'plan' && leftCents(life, plan) > 0)
    return 'completed while something is owed';
  return wrongDays(planBefore, plan, today, planEvent?.name) ?? wrongChange(planBefore, plan, event.what);
}

function leftCents(life: Life, { debtIds }: LivedPlan): number {
  return life.debts
    .filter(({ debtId }) => debtIds.includes(debtId))
    .reduce(
      (sum, debt) => sum + debt.principalCents + debt.interestCents + debt.accessoriesCents - debt.paidCents,
      0
    );
}

/** To the cent, each day later than the one before, none within the week in which she may change her mind. */
function wrongSchedule({ schedule, agreedOn, state }: LivedPlan): string | null {
  const { instalments, laterCents, owedCents } = schedule;
  const sum = instalments.reduce((total, { amountCents }) => total + amountCents, 0);
  if (sum + laterCents !== owedCents) return `instalments come to ${sum + laterCents}, not ${owedCents}`;
  if (instalments.some(({ amountCents }) => !Number.isInteger(amountCents) || amountCents <= 0))
    return 'an instalment of nothing';
  for (const [index, { dueOn, position }] of instalments.entries()) {
    if (position !== index + 1) return `instalment ${position} stands at ${index + 1}`;
    const previous = instalments[index - 1];
    if (previous && serial(dueOn) <= serial(previous.dueOn))
      return `${dueOn} does not follow ${previous.dueOn}`;
  }
  const first = instalments[0];
  const isEarly = agreedOn && first && serial(first.dueOn) <= serial(agreedOn) + 7;
  return isEarly && state.name === 'accepted' ? `due on ${first.dueOn}, agreed on ${agreedOn}` : null;
}

/** Instalments of three months in twelve, however many of each. */
function wrongJokers({ passedOn }: LivedPlan): string | null {
  const months = [...new Set(passedOn.map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))))];
  const isFourth = months.some(
    (month) => months.filter((one) => one <= month && month - one < 12).length > 3
  );
  return isFourth ? `four months passed in twelve: ${passedOn.join()}` : null;
}

function wrongDays(
  before: LivedPlan,
  after: LivedPlan,
  today: string,
  name: string | undefined
): string | null {
  if (!before.agreedOn || before.state.name === 'suspended') return null;
  const last = 'cancellableUntilOn' in before.state ? serial(before.state.cancellableUntilOn) : 0;
  if (name === 'cancel' && serial(today) > last) return 'cancelled after the last day to change her mind';
  if (name === 'start' && serial(today) <= last) return 'started while she may change her mind';
  return after.state.name === 'accepted' && before.state.name === 'accepted' && name ? 'agreed twice' : null;
}

/** How long a plan may be in months, by its kind, and the days that one step of a rhythm takes at most. */
const LONGEST_MONTHS = { symbolic: 6, others: 84 } as const;
const LONGEST_STEP_DAYS = 31;

/**
 * A month passed moves one instalment to the end and nothing else, or leaves it for later where the plan would grow too
 * long or leaves something for later anyway; adapting raises none.
 */
function wrongChange(before: LivedPlan, after: LivedPlan, what: string): string | null {
  const [was, is] = [before.schedule.instalments, after.schedule.instalments];
  if (what === 'skip' && before.schedule !== after.schedule) {
    const kept = was.filter(({ dueOn, amountCents }) =>
      is.some((one) => one.dueOn === dueOn && one.amountCents === amountCents)
    );
    if (kept.length !== was.length - 1) return 'passing a month changed another one';
    const mayLeave = before.schedule.laterCents > 0 || isAtItsLongest(before);
    if (is.length !== was.length && !(is.length === was.length - 1 && mayLeave))
      return 'a month passed went nowhere, and the plan had room for it';
  }
  if (what === 'miss' && before.schedule !== after.schedule) {
    const most = (of: typeof is) => Math.max(0, ...of.map(({ amountCents }) => amountCents));
    if (most(is) > most(was)) return `an instalment rose from ${most(was)} to ${most(is)}`;
  }
  return null;
}

/** One step more would pass the longest length, counted from the first day the plan ever had. */
function isAtItsLongest({ schedule: { instalments }, terms }: LivedPlan): boolean {
  const days = instalments.flatMap(({ dueOn, movedFromOn }) => [dueOn, movedFromOn ?? dueOn]).map(serial);
  const months = terms.kind === 'symbolic' ? LONGEST_MONTHS.symbolic : LONGEST_MONTHS.others;
  const end = new Date(Math.min(...days) * DAY_MS);
  end.setUTCMonth(end.getUTCMonth() + months);
  return Math.max(...days) + LONGEST_STEP_DAYS >= end.getTime() / DAY_MS;
}
