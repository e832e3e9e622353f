import { dayAndMonth, euros, m, nearDay, plural } from '$lib/i18n';
import type { ClosingReason } from '$lib/cases';
import type { LocalDate } from '$lib/kernel';
import type { DebtState } from '../debt-state';
import { greetingOf, partOfDay, type PartOfDay } from '../greeting';
import type { Expected, NextStep } from '../next-step';

/** Where a line stands, in a few words. */
export const DEBT_STATE_WORDS: Readonly<Record<DebtState, () => string>> = {
  case_closed: m.home_debt_case_closed,
  payments_stopped: m.home_debt_payments_stopped,
  disputed: m.home_debt_disputed,
  nothing_left: m.home_debt_nothing_left,
  limitation_expired: m.home_debt_limitation_expired,
  limitation_to_review: m.home_debt_limitation_to_review,
  item_missing: m.home_debt_item_missing,
  in_agreement: m.home_debt_in_agreement,
  agreement_suspended: m.home_debt_agreement_suspended,
  reading_counter: m.home_debt_reading_counter,
  waiting_for_answer: m.home_debt_waiting_for_answer,
  open: m.home_debt_open
};

const NOTHING: Readonly<Record<PartOfDay, () => string>> = {
  today: m.home_nothing_today,
  tonight: m.home_nothing_tonight,
  this_night: m.home_nothing_this_night
};

/** Why her case is over, as she reads it. */
export const CLOSING_WORDS: Readonly<Record<ClosingReason, () => string>> = {
  paid: m.home_over_paid,
  plan_kept: m.home_over_plan_kept,
  given_back: m.home_over_given_back,
  not_owed: m.home_over_not_owed,
  time_barred: m.home_over_time_barred,
  erased_by_decision: m.home_over_erased_by_decision,
  other: m.home_over_other
};

/** "Bonsoir Nadia", by the hour of her own clock. */
export function greetingWords(firstName: string, hour: number): string {
  return greetingOf(hour) === 'day'
    ? m.home_hello_day({ name: firstName })
    : m.home_hello_evening({ name: firstName });
}

/** What is, or is not, expected of her now, in one sentence. */
export function expectedWords(expected: Expected, today: LocalDate, hour: number): string {
  switch (expected.kind) {
    case 'case_over':
      return m.home_case_over();
    case 'payments_stopped':
      return m.home_payments_stopped();
    case 'instalment':
      return m.home_instalment_due({
        amount: euros(expected.amountCents, { cents: 'when-needed' }),
        day: nearDay(expected.dueOn, today)
      });
    case 'rest':
      return m.home_rest({ day: dayAndMonth(expected.untilOn) });
    case 'nothing':
      return NOTHING[partOfDay(hour)]();
  }
}

/** The words of the one next step. */
export interface StepWords {
  readonly title: string;
  readonly text: string;
  readonly go: string;
}

/** What the words of a step speak of. */
export interface StepSubject {
  readonly referentFirstName: string;
  readonly unread: number;
  /** The terms on the table as a sentence; empty when there are none. */
  readonly terms: string;
}

/** The one next step in words. */
export function stepWords(step: NextStep, subject: StepSubject): StepWords {
  switch (step) {
    case 'urgent_help':
      return {
        title: m.home_step_urgent_title(),
        text: m.home_step_urgent_text(),
        go: m.home_step_urgent_go()
      };
    case 'breathe':
      return {
        title: m.home_step_breathe_title(),
        text: m.home_step_breathe_text(),
        go: m.home_step_breathe_go()
      };
    case 'read_counter':
      return {
        title: m.home_step_counter_title({ name: subject.referentFirstName }),
        text: m.home_step_counter_text({ terms: subject.terms }),
        go: m.home_step_counter_go()
      };
    case 'see_smaller':
      return {
        title: m.home_step_smaller_title(),
        text: m.home_step_smaller_text(),
        go: m.home_step_smaller_go()
      };
    case 'read_words':
      return {
        title: plural(
          subject.unread,
          m.home_step_words_title_one,
          m.home_step_words_title_other
        )({ count: subject.unread }),
        text: m.home_step_words_text(),
        go: m.home_step_words_go()
      };
    case 'resume_questions':
      return {
        title: m.home_step_resume_title(),
        text: m.home_step_resume_text(),
        go: m.home_step_resume_go()
      };
    case 'begin_questions':
      return {
        title: m.home_step_begin_title(),
        text: m.home_step_begin_text(),
        go: m.home_step_begin_go()
      };
    case 'propose_rest':
      return { title: m.home_step_rest_title(), text: m.home_step_rest_text(), go: m.home_step_rest_go() };
    case 'propose':
      return {
        title: m.home_step_propose_title(),
        text: m.home_step_propose_text(),
        go: m.home_step_propose_go()
      };
  }
}
