import { addDays, type Cents, type LocalDate } from '$lib/kernel';
import { chosen, codesIn, type Answers, type AnswerValue } from '../answers';
import { QUESTION_IDS, type QuestionId } from '../question';
import { QUESTIONS } from '../questions';
import { pruneStaleAnswers } from '../prune';
import { DISTRESS_PAUSE_DAYS, endOf, EVENT_PAUSE_DAYS, SIGNAL_DEFINITIONS } from './definitions';
import type { Effect, Need, Signal, SignalCause } from './signal';
import { SIGNAL_KINDS, type SignalKind } from './signal-kind';

/** What the rules need beside the answers. */
export interface SignalContext {
  readonly today: LocalDate;
  /** The protected floor of what is left to live, monthly; null while it is not known. */
  readonly floorCents: Cents | null;
}

/** The codes that raise a signal. A question that is not here raises none, free text above all. */
const RAISED_BY: Readonly<Partial<Record<QuestionId, readonly string[]>>> = {
  overindebtedness_file: ['receivable', 'plan_running'],
  recent_change: ['work', 'health', 'separation', 'bereavement', 'birth', 'move', 'other'],
  rejected_payments: ['five_or_more'],
  card_withdrawn: ['yes'],
  going_without: ['sometimes', 'often'],
  other_urgent: ['rent', 'energy', 'water', 'other'],
  exchange_needs: [
    'more_time',
    'large_text',
    'easy_read',
    'language',
    'interpreter',
    'written_recap',
    'one_person',
    'no_phone',
    'companion'
  ],
  money_control: ['worries_me'],
  feeling: ['too_much']
};

function raises(id: QuestionId, value: AnswerValue, floorCents: Cents | null): boolean {
  if (value.kind === 'left_over')
    return value.bound === 'nothing' || (floorCents !== null && value.amountCents <= floorCents);
  return codesIn(value).some((code) => RAISED_BY[id]?.includes(code));
}

/** Every answer that raises its question's signal, whatever its age. Stale answers raise nothing. */
export function causesIn(
  answers: Answers,
  floorCents: Cents | null
): readonly { readonly kind: SignalKind; readonly cause: SignalCause }[] {
  const { entries } = pruneStaleAnswers(answers).answers;
  return QUESTION_IDS.flatMap((questionId) => {
    const entry = entries[questionId];
    const kind = QUESTIONS[questionId].feeds;
    if (kind === null || entry?.disposition !== 'answered') return [];
    const { value, answeredAt, answeredOn } = entry;
    if (!raises(questionId, value, floorCents)) return [];
    return [{ kind, cause: { questionId, value, answeredAt, answeredOn } }];
  });
}

/**
 * The signals her own stated answers raise and that hold today, in the order of `SIGNAL_KINDS`. Skipped
 * questions and free text never raise one. An answer whose time is over raises nothing until it is given again.
 */
export function signalsFrom(answers: Answers, context: SignalContext): readonly Signal[] {
  const all = causesIn(answers, context.floorCents);
  return SIGNAL_KINDS.flatMap((kind) => {
    const causes = all
      .filter((one) => one.kind === kind)
      .map((one) => one.cause)
      .filter((cause) => !isOverFor(kind, cause, context.today));
    return causes.length === 0 ? [] : [signalOf(kind, causes, answers, context)];
  });
}

function isOverFor(kind: SignalKind, cause: SignalCause, today: LocalDate): boolean {
  const end = endOf(kind, cause.answeredOn);
  return end.kind === 'on' && today > end.day;
}

function signalOf(
  kind: SignalKind,
  causes: readonly SignalCause[],
  answers: Answers,
  context: SignalContext
): Signal {
  const raisedOn = causes
    .map((cause) => cause.answeredOn)
    .reduce((one, other) => (one > other ? one : other));
  return {
    kind,
    causes,
    effects: [
      ...SIGNAL_DEFINITIONS[kind].effects.map((code) => ({ code })),
      ...effectsWithFigures(kind, causes, raisedOn, context.floorCents)
    ],
    raisedOn,
    end: endOf(kind, raisedOn),
    staffMayKnow: kind !== 'detresse' || chosen(answers, 'tell_referent').includes('yes')
  };
}

function effectsWithFigures(
  kind: SignalKind,
  causes: readonly SignalCause[],
  raisedOn: LocalDate,
  floorCents: Cents | null
): readonly Effect[] {
  const codes = causes.flatMap((cause) => codesIn(cause.value));
  const pause = (days: number): Effect => ({
    code: 'contacts_paused',
    days,
    untilOn: addDays(raisedOn, days)
  });
  if (kind === 'detresse') return [pause(DISTRESS_PAUSE_DAYS)];
  if (kind === 'marge_nulle') return [{ code: 'zero_plan_only', floorCents }];
  if (kind === 'besoin') return [{ code: 'needs_applied', needs: codes as Need[] }];
  const needsSilence = codes.includes('bereavement') || codes.includes('health');
  return kind === 'evenement' && needsSilence ? [pause(EVENT_PAUSE_DAYS)] : [];
}

/** The same signal with only some of its causes; null when none is left. */
export function withCauses(signal: Signal, causes: readonly SignalCause[]): Signal | null {
  if (causes.length === 0) return null;
  if (causes.length === signal.causes.length) return signal;
  const raisedOn = causes
    .map((cause) => cause.answeredOn)
    .reduce((one, other) => (one > other ? one : other));
  return { ...signal, causes, raisedOn, end: endOf(signal.kind, raisedOn) };
}
