import type { LocalDate } from '$lib/kernel';
import { withCauses } from './signals-from';
import { isOver, type Signal, type SignalCause, type StoredSignal } from './signal';

/** What to write so that the stored signals say what the answers say. */
export interface Reconciled {
  /** New rows. */
  readonly raised: readonly Signal[];
  /** Nothing to write. */
  readonly kept: readonly StoredSignal[];
  /** Same row, new content: another answer, a later end, a consent given or withdrawn. */
  readonly changed: readonly { readonly stored: StoredSignal; readonly signal: Signal }[];
  /** Rows to close, with the reason. */
  readonly ended: readonly { readonly stored: StoredSignal; readonly why: 'expired' | 'answer_changed' }[];
}

/**
 * Compares the stored signals of a case with those her answers raise now (`signalsFrom`). At most one signal of
 * a kind is in force. What she removed does not come back by the same answer; it may by a new one.
 */
export function reconcileSignals(
  existing: readonly StoredSignal[],
  fresh: readonly Signal[],
  today: LocalDate
): Reconciled {
  const inForce = existing.filter((stored) => stored.endedWhy === null);
  const wanted = withoutRemoved(existing, fresh);
  const raised = wanted.filter((signal) => !inForce.some((stored) => stored.signal.kind === signal.kind));
  const kept: StoredSignal[] = [];
  const changed: { stored: StoredSignal; signal: Signal }[] = [];
  const ended: { stored: StoredSignal; why: 'expired' | 'answer_changed' }[] = [];
  for (const stored of inForce) {
    const signal = wanted.find((one) => one.kind === stored.signal.kind);
    if (!signal) ended.push({ stored, why: isOver(stored.signal, today) ? 'expired' : 'answer_changed' });
    else if (isSame(signal, stored.signal)) kept.push(stored);
    else changed.push({ stored, signal });
  }
  return { raised, kept, changed, ended };
}

/** The fresh signals without what the person removed: the part the server may act on. */
export function withoutRemoved(
  existing: readonly StoredSignal[],
  fresh: readonly Signal[]
): readonly Signal[] {
  const removed = new Set(
    existing
      .filter((stored) => stored.endedWhy === 'removed_by_person')
      .flatMap((stored) => stored.signal.causes.map((cause) => nameOf(stored.signal, cause)))
  );
  return fresh.flatMap((signal) => {
    const left = signal.causes.filter((cause) => !removed.has(nameOf(signal, cause)));
    return withCauses(signal, left) ?? [];
  });
}

/** What is kept of a signal she removed once it is erased: which answers raised it, not what they said. */
export function withoutContent(signal: Signal): Signal {
  const causes = signal.causes.map(({ questionId, answeredAt, answeredOn }) => ({
    questionId,
    value: { kind: 'several_choices' as const, choices: [] },
    answeredAt,
    answeredOn
  }));
  return { ...signal, causes, effects: [] };
}

/** Names one answer given at one time for one signal. */
function nameOf(signal: Signal, cause: SignalCause): string {
  return `${signal.kind} ${cause.questionId} ${cause.answeredAt}`;
}

// both are built by the same code, but a stored one has been through JSON columns that may reorder keys
function isSame(one: Signal, other: Signal): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
