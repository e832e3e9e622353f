import { capital, dayAndMonth, euros, fullDate, list, m, monthAndYear, monthName } from '$lib/i18n';
import type { Cents, LocalDate } from '$lib/kernel';
import {
  scheduleLines,
  type PlanStateName,
  type PlanTerms,
  type Rhythm,
  type Schedule,
  type ScheduleLine,
  type WarningVersion
} from '../index';

const amount = (amountCents: Cents) => euros(amountCents, { cents: 'when-needed' });

/** Where a plan stands, for the person; the desk has its own words. */
export const STATE_WORDS: Readonly<Record<PlanStateName, () => string>> = {
  proposed: m.plans_state_proposed,
  countered: m.plans_state_countered,
  explained: m.plans_state_explained,
  accepted: m.plans_state_accepted,
  running: m.plans_state_running,
  adapted: m.plans_state_adapted,
  suspended: m.plans_state_suspended,
  completed: m.plans_state_completed,
  withdrawn: m.plans_state_withdrawn,
  cancelled: m.plans_state_cancelled,
  ended: m.plans_state_ended
};

/** The weekdays by ISO number, 1 Monday to 7 Sunday. */
export const WEEKDAY_WORDS: Readonly<Record<number, () => string>> = {
  1: m.plans_weekday_1,
  2: m.plans_weekday_2,
  3: m.plans_weekday_3,
  4: m.plans_weekday_4,
  5: m.plans_weekday_5,
  6: m.plans_weekday_6,
  7: m.plans_weekday_7
};

/** The text of a version of the warning. Old versions stay: a person may ask what she read. */
export const WARNING_WORDS: Readonly<Record<WarningVersion, WarningText>> = {
  '2026-11-21': {
    title: m.plans_warning_20261121_title,
    what: m.plans_warning_20261121_what,
    time: m.plans_warning_20261121_time,
    doubt: m.plans_warning_20261121_doubt,
    who: m.plans_warning_20261121_who,
    tick: m.plans_warning_20261121_tick
  },
  // a rest is proposed too, and pays nothing: the first text spoke of a payment
  '2026-11-29': {
    title: m.plans_warning_20261121_title,
    what: m.plans_warning_20261129_what,
    time: m.plans_warning_20261121_time,
    doubt: m.plans_warning_20261121_doubt,
    who: m.plans_warning_20261121_who,
    tick: m.plans_warning_20261121_tick
  }
};

/** The parts of a warning, in the order they are read. */
export interface WarningText {
  readonly title: () => string;
  readonly what: (names: { amount: string; creditor: string }) => string;
  readonly time: () => string;
  readonly doubt: () => string;
  readonly who: () => string;
  readonly tick: () => string;
}

/** A rhythm in words: "le 5 de chaque mois", "chaque vendredi". */
export function rhythmWords(rhythm: Rhythm): string {
  if ('weekday' in rhythm) {
    const weekday = WEEKDAY_WORDS[rhythm.weekday]?.() ?? '';
    return rhythm.kind === 'weekly' ? m.plans_every_week({ weekday }) : m.plans_every_fortnight({ weekday });
  }
  if (rhythm.kind === 'payday')
    return m.plans_every_payday({ day: rhythm.dayOfMonth === 1 ? '1er' : rhythm.dayOfMonth });
  if (rhythm.dayOfMonth === 1) return m.plans_every_month_first();
  return rhythm.dayOfMonth === 31
    ? m.plans_every_month_end()
    : m.plans_every_month({ day: rhythm.dayOfMonth });
}

/** A plan in one sentence: "Deux mois de repos, puis 35 € le 5 de chaque mois, jusqu’au 5 mai 2028." */
export function termsWords(terms: PlanTerms, schedule: Schedule): string {
  if (terms.kind === 'rest') return REST_WORDS[terms.restMonths]?.() ?? '';
  const last = schedule.instalments.at(-1);
  if (!last) return '';
  const words = {
    amount: amount(schedule.instalments.length === 1 ? last.amountCents : terms.instalmentCents),
    rhythm: rhythmWords(terms.rhythm),
    last: fullDate(last.dueOn)
  };
  if (terms.kind === 'symbolic') return m.plans_terms_symbolic(words);
  const then =
    schedule.instalments.length === 1 ? m.plans_terms_single(words) : m.plans_terms_instalments(words);
  return terms.kind === 'instalments' ? then : (REST_THEN_WORDS[terms.restMonths]?.({ then }) ?? then);
}

/** A schedule read aloud: each rest and each run of equal instalments, then how it ends. */
export function scheduleSentence(schedule: Schedule): string {
  const parts = scheduleLines(schedule).map((line) => {
    if (line.kind === 'rest') return m.plans_sentence_rest({ months: monthsWords(line.months) });
    if (line.kind === 'later') return m.plans_sentence_later({ amount: amount(line.leftCents) });
    const from = fullDate(line.fromOn);
    return line.count === 1
      ? m.plans_sentence_single({ day: capital(from), amount: amount(line.amountCents) })
      : m.plans_sentence_run({
          from,
          to: fullDate(line.toOn),
          count: line.count,
          amount: amount(line.amountCents)
        });
  });
  return [...parts, ...(schedule.laterCents === 0 ? [m.plans_sentence_over()] : [])].join(' ');
}

/** The instalments that were passed or did not come, each with the day it was due and the day it comes. */
export function passedWords(schedule: Schedule): string[] {
  return schedule.instalments.flatMap(({ movedFromOn, dueOn, amountCents, wasMissed }) =>
    movedFromOn
      ? [
          (wasMissed ? m.plans_missed_moved : m.plans_skip_moved)({
            from: fullDate(movedFromOn),
            amount: amount(amountCents),
            to: fullDate(dueOn)
          })
        ]
      : []
  );
}

/** One row of the table of a plan, in words. */
export interface ScheduleRow {
  readonly when: string;
  readonly amount: string;
  readonly left: string;
}

/** The rows of the table of a plan: when, how much, what is left afterwards. */
export function scheduleRows(schedule: Schedule): ScheduleRow[] {
  return scheduleLines(schedule).map((line) => ({
    when: whenWords(line),
    amount: lineAmount(line),
    left: euros(line.leftCents)
  }));
}

/** Months joined as a sentence does, the year once: "Octobre et novembre 2026", "Décembre 2026 et janvier 2027". */
export function monthsWords(months: readonly LocalDate[]): string {
  const words = months.map((month, index) => {
    const next = months[index + 1];
    const sameYear = next?.slice(0, 4) === month.slice(0, 4);
    return sameYear ? monthName(month) : monthAndYear(month);
  });
  return capital(list(words));
}

function whenWords(line: ScheduleLine): string {
  if (line.kind === 'rest') return monthsWords(line.months);
  if (line.kind === 'later') return m.plans_schedule_later();
  if (line.count === 1) return fullDate(line.fromOn);
  const sameYear = line.fromOn.slice(0, 4) === line.toOn.slice(0, 4);
  const from = sameYear ? dayAndMonth(line.fromOn) : fullDate(line.fromOn);
  return m.plans_schedule_run({ from, to: fullDate(line.toOn), count: line.count });
}

function lineAmount(line: ScheduleLine): string {
  if (line.kind === 'rest') return m.plans_months_rest();
  return line.kind === 'later' ? m.plans_schedule_to_see() : euros(line.amountCents);
}

const REST_WORDS: Readonly<Record<number, () => string>> = {
  1: m.plans_terms_rest_1,
  2: m.plans_terms_rest_2,
  3: m.plans_terms_rest_3
};

const REST_THEN_WORDS: Readonly<Record<number, (words: { then: string }) => string>> = {
  1: m.plans_terms_rest_then_1,
  2: m.plans_terms_rest_then_2,
  3: m.plans_terms_rest_then_3
};
