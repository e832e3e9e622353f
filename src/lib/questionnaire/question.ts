import type { ChoiceOf, ChoiceQuestionId } from './choices';
import type { SignalKind } from './signals/signal-kind';

/** All questions, follow-up included, in the order they are asked. */
export const QUESTION_IDS = [
  'first_need',
  'channel',
  'times',
  'overindebtedness_file',
  'recent_change',
  'household',
  'income_sources',
  'rejected_payments',
  'card_withdrawn',
  'left_over',
  'going_without',
  'unexpected_expense',
  'other_urgent',
  'exchange_needs',
  'money_control',
  'anything_else',
  'feeling',
  'tell_referent'
] as const;

/** A question's stable name: stored with answers, never renamed. */
export type QuestionId = (typeof QUESTION_IDS)[number];

/** How a question is answered. */
export type QuestionKind =
  'one_choice' | 'several_choices' | 'times' | 'household' | 'left_over' | 'free_text';

/** The parts of the questionnaire, each with its own heading and neutral address. */
export type SectionId = 'exchanges' | 'situation' | 'month' | 'support';

/** True when the person stated one of these codes; an unanswered or skipped question never makes it true. */
export interface Condition {
  readonly question: ChoiceQuestionId;
  readonly isOneOf: readonly string[];
}

/** Why a question is left out: told to the person, so that fewer questions never look like a mistake. */
export type LeftOutBecause = 'payments_stop' | 'contested' | 'not_for_this_need' | 'already_known';

/** A condition under which a question is not asked, with its reason. */
export interface LeftOut {
  readonly when: Condition;
  readonly because: LeftOutBecause;
}

/**
 * Who may see an answer beside the person: the team of the case (referent, adviser, supervisor), her referent
 * only, or nobody until she agrees. A creditor is never in this list.
 */
export type Audience = 'team' | 'referent' | 'nobody_without_consent';

/** A page shown before a question: how to leave quickly and who sees, or where to find someone to talk to. */
export type Interruption = 'quick_exit' | 'care';

/** A question as data. */
export interface Question {
  readonly id: QuestionId;
  /** Last part of the address: French, and neutral, since addresses are seen by others and kept in histories. */
  readonly slug: string;
  readonly section: SectionId;
  readonly kind: QuestionKind;
  /** `special` answers reveal health or a danger (GDPR art. 9), or may: encrypted at rest. */
  readonly sensitivity: 'ordinary' | 'special';
  readonly seenBy: Audience;
  /** Whether "Quitter vite" stands first on the page. */
  readonly quickExit: boolean;
  readonly interruption: Interruption | null;
  /** The signal its answers may raise. */
  readonly feeds: SignalKind | null;
  /** Asked only when this holds; always when null. */
  readonly askedOnlyWhen: Condition | null;
  readonly leftOut: readonly LeftOut[];
  /**
   * Not shown while one of these holds, but an answer already given is kept: a helper who is declared later
   * must not wipe a worry that was told before.
   */
  readonly hiddenWhen: readonly Condition[];
  /** Part of the question before it: not counted in "Question 4 sur environ 9". */
  readonly isFollowUp: boolean;
}

/** Writes a condition whose codes are checked against the question's own list. */
export function states<Q extends ChoiceQuestionId>(question: Q, ...isOneOf: ChoiceOf<Q>[]): Condition {
  return { question, isOneOf };
}
