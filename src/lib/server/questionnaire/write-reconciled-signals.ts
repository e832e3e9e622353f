import type { CaseId, LocalDate } from '$lib/kernel';
import {
  needOf,
  needRank,
  recommendTrack,
  reconcileSignals,
  signalsFrom,
  type Answers,
  type Signal
} from '$lib/questionnaire';
import type { DeskChange } from '../cases';
import type { Transaction } from '../db';
import { endSignal, insertSignal, updateSignal, type SignalRow } from './signals-repository';
import type { QuestionnaireRules } from './questionnaire-rules';

/** What reconciling looks at. */
export interface Reconciling {
  readonly answers: Answers;
  readonly existing: readonly SignalRow[];
  readonly rules: QuestionnaireRules;
  readonly today: LocalDate;
  readonly at: Date;
}

/**
 * Makes the stored signals say what the answers say now, and answers what that changes at the desk: the need shown,
 * the words owed, the track recommended. A signal staff may not know yet changes nothing there.
 */
export async function writeReconciledSignals(
  tx: Transaction,
  caseId: CaseId,
  { answers, existing, rules, today, at }: Reconciling
): Promise<DeskChange> {
  const fresh = signalsFrom(answers, { today, floorCents: rules.floorOf(answers) });
  const { raised, changed, ended, kept } = reconcileSignals(existing, fresh, today);
  const dueFor = (signal: Signal) => (signal.staffMayKnow ? rules.wordsDueAt(signal.kind, at) : null);
  const rowOf = (id: string) => existing.find((row) => row.id === id);
  const due = (row: SignalRow | undefined, signal: Signal) => row?.wordsDueAt ?? dueFor(signal);

  await Promise.all([
    ...raised.map((signal) => insertSignal(tx, caseId, signal, dueFor(signal), at)),
    ...changed.map(({ stored, signal }) =>
      updateSignal(tx, caseId, stored.id, signal, due(rowOf(stored.id), signal))
    ),
    ...ended.map(({ stored, why }) => endSignal(tx, caseId, stored.id, why, at))
  ]);

  const inForce = [...raised, ...changed.map((one) => one.signal), ...kept.map((one) => one.signal)];
  const owed = [
    ...raised.map(dueFor),
    ...changed.map(({ stored, signal }) => owedBy(rowOf(stored.id), due(rowOf(stored.id), signal))),
    ...kept.map((stored) => owedBy(rowOf(stored.id), rowOf(stored.id)?.wordsDueAt ?? null))
  ].filter((day) => day !== null);
  const need = needOf(inForce, answers);
  const { track } = recommendTrack(inForce);
  return {
    need: { code: need, rank: needRank(need) },
    signalWordsDueAt: owed.length > 0 ? new Date(Math.min(...owed.map((day) => day.getTime()))) : null,
    recommendedTrack: track
  };
}

function owedBy(row: SignalRow | undefined, dueAt: Date | null): Date | null {
  return row?.wordsAt ? null : dueAt;
}
