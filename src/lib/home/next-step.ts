import { daysBetween, type Cents, type LocalDate } from '$lib/kernel';
import type { PlanStateName } from '$lib/plans';
import type { EffectCode } from '$lib/questionnaire';

/** What the first page is decided from. */
export interface HomeFacts {
  readonly today: LocalDate;
  /** Her case is over: nothing is asked, proposed or begun any more. */
  readonly isOver: boolean;
  /** What her own signals change today. */
  readonly effects: readonly EffectCode[];
  readonly questionnaire: 'not_begun' | 'begun' | 'done';
  /** Her plan that is not over; null when there is none. */
  readonly plan: PlanStateName | null;
  /** The next instalment of an agreement, today included. */
  readonly nextDue: { readonly dueOn: LocalDate; readonly amountCents: Cents } | null;
  /** The last day of a rest that runs, when nothing is to be paid before. */
  readonly restUntilOn: LocalDate | null;
  /** After a missed instalment, a smaller plan waits for her answer. */
  readonly isSmallerOffered: boolean;
  /** Lines of the thread she has not read. */
  readonly unread: number;
  /** Whether a payment or a plan may be offered on at least one line. */
  readonly mayPropose: boolean;
}

/** The one next step; null when there is none, which is a full answer. */
export type NextStep =
  | 'urgent_help'
  | 'breathe'
  | 'read_counter'
  | 'see_smaller'
  | 'read_words'
  | 'resume_questions'
  | 'begin_questions'
  | 'propose_rest'
  | 'propose';

/** How many days before an instalment it is said on the first page. */
export const SOON_DUE_DAYS = 7;

/** What is, or is not, expected of her now: said before any step. */
export type Expected =
  | { readonly kind: 'case_over' }
  | { readonly kind: 'payments_stopped' }
  | { readonly kind: 'instalment'; readonly dueOn: LocalDate; readonly amountCents: Cents }
  | { readonly kind: 'rest'; readonly untilOn: LocalDate }
  | { readonly kind: 'nothing' };

/** What is expected of her now. Nothing, unless an instalment she agreed to is due within a week. */
export function whatIsExpected({ isOver, effects, nextDue, restUntilOn, today }: HomeFacts): Expected {
  if (isOver) return { kind: 'case_over' };
  if (effects.includes('payment_asks_stop')) return { kind: 'payments_stopped' };
  if (nextDue && daysBetween(today, nextDue.dueOn) <= SOON_DUE_DAYS)
    return { kind: 'instalment', ...nextDue };
  return restUntilOn && today <= restUntilOn ? { kind: 'rest', untilOn: restUntilOn } : { kind: 'nothing' };
}

/**
 * The one next step, never more. Her safety and her food come before any paper; words somebody wrote to her before
 * any question; questions before any proposal. Once her case is over, only words wait for her. While payments must stop, or while paying must not be pushed, no step
 * leads to a proposal.
 */
export function nextStep(facts: HomeFacts): NextStep | null {
  const { plan, questionnaire, unread } = facts;
  const has = (code: EffectCode) => facts.effects.includes(code);
  if (has('aids_first')) return 'urgent_help';
  if (has('care_page_shown')) return unread > 0 ? 'read_words' : 'breathe';
  if (facts.isOver) return unread > 0 ? 'read_words' : null;
  const stopped = has('payment_asks_stop');
  if (plan === 'countered' && !stopped) return 'read_counter';
  if (facts.isSmallerOffered && !stopped) return 'see_smaller';
  if (unread > 0) return 'read_words';
  if (questionnaire === 'begun') return 'resume_questions';
  if (questionnaire === 'not_begun') return 'begin_questions';
  if (plan !== null || stopped || !facts.mayPropose) return null;
  if (has('zero_plan_only')) return 'propose_rest';
  return has('no_payment_nudges') ? null : 'propose';
}
