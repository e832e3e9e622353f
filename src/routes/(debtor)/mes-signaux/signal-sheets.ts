import { capital, dayAndMonth, longInstant, m, quoted } from '$lib/i18n';
import { addDays, dayInZone } from '$lib/kernel';
import { effectsInForce, hasEffect, isOver, needsToApply, type Effect } from '$lib/questionnaire';
import { effectWords, SIGNAL_NAME, signalView, type SignalView } from '$lib/questionnaire/ui/words';
import { ENDED_SIGNAL_DAYS, type OwnSignal, type OwnSignals } from '$lib/server/questionnaire';
import { START } from '../questionnaire/ways';

/** A signal in force, all in words. Plain JSON. */
export interface SignalSheet extends SignalView {
  readonly id: string;
  /** Who saw it, a line each; what to say instead when nobody did. */
  readonly seen: readonly string[];
  /** The words given, and by whom. */
  readonly words: { readonly text: string; readonly from: string; readonly note: string } | null;
  /** By when words are owed; null when they were given, or nobody owes any. */
  readonly wordsDue: string | null;
  /** What stops when it is removed, a sentence each. */
  readonly stops: readonly string[];
  /** What stays then, since it comes from her answer and not from the signal. */
  readonly stays: readonly string[];
  /** The question to correct. */
  readonly correct: string;
}

/** Puts a signal in force in words. */
export function signalSheet(row: OwnSignal, own: OwnSignals): SignalSheet {
  const { timeZone, today } = own;
  const { signal } = row;
  // a pause that is over is not something the signal still changes
  const effects = effectsInForce([signal], today)
    .map(({ effect }) => effect)
    .filter(({ code }) => code !== 'call_back_offered' || mayBeCalled(own));
  const stays = effects.filter(staysWithAnswer).map(effectWords);
  const view = signalView({ ...signal, effects }, START);
  const causes = view.causes.map((cause) => ({ ...cause, href: `${cause.href}?depuis=signaux` }));
  return {
    ...view,
    causes,
    id: row.id,
    seen: seenLines(row, timeZone),
    words: wordsOf(row, timeZone),
    wordsDue: wordsDueLine(row, own),
    stops: view.changes.filter((change) => !stays.includes(change)),
    stays,
    correct: causes[0]?.href ?? START
  };
}

/** The floor protects her whatever signal there is: a proposal is held against what she says is left to her. */
function staysWithAnswer({ code }: Effect): boolean {
  return code === 'zero_plan_only';
}

/** Nobody calls while her exchanges stay in her space, or when she wants no phone: no call is promised then. */
function mayBeCalled(own: OwnSignals): boolean {
  const inForce = own.signals.filter((row) => isInForce(row, own)).map(({ signal }) => signal);
  const effects = effectsInForce(inForce, own.today);
  return !hasEffect(effects, 'safe_contact_mode') && !needsToApply(effects).includes('no_phone');
}

/** Whether a signal is in force today, whatever the night job has done yet. */
export function isInForce(row: OwnSignal, { today }: OwnSignals): boolean {
  return row.endedWhy === null && !isOver(row.signal, today);
}

/** One line for a signal of the past: what, how it ended, and when it is erased. */
export function endedLine({ signal, endedWhy, endedAt }: OwnSignal, timeZone: string): string {
  const words = { signal: SIGNAL_NAME[signal.kind]() };
  if (endedAt === null) {
    const day = signal.end.kind === 'on' ? dayAndMonth(signal.end.day) : '';
    return m.questionnaire_signals_ended_line({ ...words, day });
  }
  const endedOn = dayInZone(endedAt, timeZone);
  const day = dayAndMonth(endedOn);
  const erasedOn = dayAndMonth(addDays(endedOn, ENDED_SIGNAL_DAYS));
  if (endedWhy === 'removed_by_person')
    return m.questionnaire_signals_removed_line({ ...words, day, erasedOn });
  return endedWhy === 'answer_changed'
    ? m.questionnaire_signals_answer_changed_line({ ...words, day, erasedOn })
    : m.questionnaire_signals_expired_line({ ...words, day, erasedOn });
}

function seenLines({ seenBy, signal }: OwnSignal, timeZone: string): readonly string[] {
  if (!signal.staffMayKnow) return [m.questionnaire_signals_seen_private()];
  if (seenBy.length === 0) return [m.questionnaire_signals_seen_nobody()];
  return seenBy.map(({ name, seenAt }) =>
    m.questionnaire_signals_seen_by({ name, when: longInstant(seenAt, timeZone) })
  );
}

function wordsOf({ words, wordsFrom, wordsAt }: OwnSignal, timeZone: string): SignalSheet['words'] {
  if (words === null || wordsAt === null) return null;
  const name = wordsFrom ?? m.home_team();
  const day = dayAndMonth(dayInZone(wordsAt, timeZone));
  return {
    text: quoted(words),
    from: name,
    note: m.questionnaire_signals_words_by({ name: capital(name), day })
  };
}

function wordsDueLine(
  { wordsAt, wordsDueAt }: OwnSignal,
  { referentName, timeZone }: OwnSignals
): string | null {
  if (wordsAt !== null || wordsDueAt === null) return null;
  const when = longInstant(wordsDueAt, timeZone);
  return referentName === null
    ? m.questionnaire_signals_words_due_team({ when })
    : m.questionnaire_signals_words_due({ name: referentName, when });
}
