import type { Cents, LocalDate } from '$lib/kernel';
import type { AnswerValue } from '../answers';
import type { ChoiceOf } from '../choices';
import type { QuestionId } from '../question';
import type { SignalKind } from './signal-kind';

/** The answer that raised a signal. `answeredAt` tells the same words said on another day apart. */
export interface SignalCause {
  readonly questionId: QuestionId;
  readonly value: AnswerValue;
  readonly answeredAt: string;
  readonly answeredOn: LocalDate;
}

/** Effects that need no figure. */
export type SimpleEffect =
  | 'payment_asks_stop'
  | 'referent_confirms'
  | 'confirmation_letter'
  | 'aids_first'
  | 'rest_offered'
  | 'call_back_offered'
  | 'payment_page_not_first'
  | 'safe_contact_mode'
  | 'no_mail_home'
  | 'no_joint_contact'
  | 'violence_help_shown'
  | 'care_page_shown'
  | 'fee_cap_explained'
  | 'bank_letter_offered'
  | 'no_payment_nudges'
  | 'slower_pace'
  | 'one_task_at_a_time'
  | 'other_debts_first'
  | 'budget_advice_offered';

/** What a signal changes, as a code other domains read. */
export type Effect =
  | { readonly code: SimpleEffect }
  /** No outgoing contact of ours through this day, included. */
  | { readonly code: 'contacts_paused'; readonly days: number; readonly untilOn: LocalDate }
  /** Nothing is proposed that leaves less than the floor: 0 € or a symbolic sum. Floor null: not computed yet. */
  | { readonly code: 'zero_plan_only'; readonly floorCents: Cents | null }
  | { readonly code: 'needs_applied'; readonly needs: readonly Need[] };

/** A need in exchanges that she stated. */
export type Need = Exclude<ChoiceOf<'exchange_needs'>, 'none'>;

/** The code of an effect. */
export type EffectCode = Effect['code'];

/** When a signal ends by itself. `on` is the last day in force. */
export type SignalEnd =
  | { readonly kind: 'on'; readonly day: LocalDate }
  | { readonly kind: 'until_person_or_bank_says' }
  | { readonly kind: 'until_changed' }
  | { readonly kind: 'asked_again_on_return' };

/** A signal as her own answers raise it. Plain JSON. */
export interface Signal {
  readonly kind: SignalKind;
  readonly causes: readonly SignalCause[];
  readonly effects: readonly Effect[];
  /** The day of the latest answer that raised it. */
  readonly raisedOn: LocalDate;
  readonly end: SignalEnd;
  /** False while she has not agreed: no member of staff sees it, its effects work all the same. */
  readonly staffMayKnow: boolean;
}

/** Why a stored signal is no longer in force. */
export type SignalEndedWhy = 'expired' | 'answer_changed' | 'removed_by_person';

/** A signal as the server keeps it; in force while `endedWhy` is null. */
export interface StoredSignal {
  readonly id: string;
  readonly signal: Signal;
  readonly endedWhy: SignalEndedWhy | null;
}

/** The last day a signal is in force by itself; null when no day ends it. */
export function endsOn(signal: Signal): LocalDate | null {
  return signal.end.kind === 'on' ? signal.end.day : null;
}

/** Whether the time of a signal is over on a day. On its last day it still holds. */
export function isOver(signal: Signal, today: LocalDate): boolean {
  return signal.end.kind === 'on' && today > signal.end.day;
}
