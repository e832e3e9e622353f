import { and, desc, eq, getTableColumns, isNull, lt, or } from 'drizzle-orm';
import type { CaseId, LocalDate, StaffId } from '$lib/kernel';
import {
  endsOn,
  withoutContent,
  type Signal,
  type SignalEndedWhy,
  type SignalKind,
  type StoredSignal
} from '$lib/questionnaire';
import { read, reading, type Read, type Transaction } from '../db';
import { signalViews, signals } from '../db/schema/questionnaire';
import { newId } from '../platform/ids';
import { vault } from '../platform/runtime';

const signalContext = (caseId: CaseId) => `signals.signal:${caseId}`;
const wordsContext = (caseId: CaseId) => `signals.words:${caseId}`;

/** A stored signal with what surrounds it: the words owed or given, who saw it, when it ended. */
export interface SignalRow extends StoredSignal {
  readonly raisedAt: Date;
  readonly endedAt: Date | null;
  readonly wordsDueAt: Date | null;
  readonly words: string | null;
  readonly wordsBy: StaffId | null;
  readonly wordsAt: Date | null;
}

/** Signals in force and those the person removed: what reconciling needs. */
export async function selectLiveSignals(tx: Transaction, caseId: CaseId): Promise<SignalRow[]> {
  return read(
    tx,
    liveSignalsOf({ caseId }, (rows) => openRows(caseId, rows))
  );
}

const liveSignalsOf = reading(getTableColumns(signals), ['caseId'], (select, { caseId }) =>
  select
    .from(signals)
    .where(
      and(eq(signals.caseId, caseId), or(isNull(signals.endedWhy), eq(signals.endedWhy, 'removed_by_person')))
    )
);

/** Signals nothing has ended, of these kinds or of all; those whose last day is over are still to be left out. */
export function openSignals(caseId: CaseId, kinds?: readonly SignalKind[]): Read<Signal[]> {
  return openSignalsOf({ caseId }, (rows) =>
    rows
      .filter((row) => kinds === undefined || kinds.some((kind) => kind === row.kind))
      .map(({ sealed }) => JSON.parse(vault().open(sealed, signalContext(caseId))) as Signal)
  );
}

const openSignalsOf = reading(
  { sealed: signals.signalSealed, kind: signals.kind },
  ['caseId'],
  (select, { caseId }) =>
    select.from(signals).where(and(eq(signals.caseId, caseId), isNull(signals.endedWhy)))
);

/** Every signal of a case that is not erased, newest first. */
export async function selectAllSignals(tx: Transaction, caseId: CaseId): Promise<SignalRow[]> {
  return openRows(
    caseId,
    await tx
      .select()
      .from(signals)
      .where(and(eq(signals.caseId, caseId), isNull(signals.erasedAt)))
      .orderBy(desc(signals.id))
  );
}

function openRows(caseId: CaseId, rows: (typeof signals.$inferSelect)[]): SignalRow[] {
  return rows.map((row) => ({
    id: row.id,
    signal: JSON.parse(vault().open(row.signalSealed, signalContext(caseId))) as Signal,
    endedWhy: row.endedWhy,
    raisedAt: row.raisedAt,
    endedAt: row.endedAt,
    wordsDueAt: row.wordsDueAt,
    words: row.wordsSealed === null ? null : vault().open(row.wordsSealed, wordsContext(caseId)),
    wordsBy: row.wordsBy as StaffId | null,
    wordsAt: row.wordsAt
  }));
}

/** Adds a signal that her answers just raised. Words are owed by `wordsDueAt`; nobody owes any when it is null. */
export async function insertSignal(
  tx: Transaction,
  caseId: CaseId,
  signal: Signal,
  wordsDueAt: Date | null,
  at: Date
): Promise<void> {
  await tx.insert(signals).values({
    caseId,
    id: newId(at),
    kind: signal.kind,
    signalSealed: vault().seal(JSON.stringify(signal), signalContext(caseId)),
    raisedAt: at,
    endsOn: endsOn(signal),
    wordsDueAt
  });
}

/** Rewrites the content of a signal: another answer, a later end, a consent given. */
export async function updateSignal(
  tx: Transaction,
  caseId: CaseId,
  id: string,
  signal: Signal,
  wordsDueAt: Date | null
): Promise<void> {
  await tx
    .update(signals)
    .set({
      signalSealed: vault().seal(JSON.stringify(signal), signalContext(caseId)),
      endsOn: endsOn(signal),
      wordsDueAt
    })
    .where(and(eq(signals.caseId, caseId), eq(signals.id, id)));
}

/** Closes a signal; answers whether it was still in force. */
export async function endSignal(
  tx: Transaction,
  caseId: CaseId,
  id: string,
  why: SignalEndedWhy,
  at: Date
): Promise<boolean> {
  const rows = await tx
    .update(signals)
    .set({ endedWhy: why, endedAt: at })
    .where(and(eq(signals.caseId, caseId), eq(signals.id, id), isNull(signals.endedWhy)))
    .returning({ id: signals.id });
  return rows.length === 1;
}

/** Writes the referent's words about a signal. */
export async function writeSignalWords(
  tx: Transaction,
  caseId: CaseId,
  id: string,
  words: string,
  staffId: StaffId,
  at: Date
): Promise<boolean> {
  const rows = await tx
    .update(signals)
    .set({ wordsSealed: vault().seal(words, wordsContext(caseId)), wordsBy: staffId, wordsAt: at })
    .where(and(eq(signals.caseId, caseId), eq(signals.id, id)))
    .returning({ id: signals.id });
  return rows.length === 1;
}

/** Keeps that a member of staff saw a signal; the first time counts. */
export async function insertSignalView(
  tx: Transaction,
  caseId: CaseId,
  signalId: string,
  staffId: StaffId,
  at: Date
): Promise<void> {
  await tx
    .insert(signalViews)
    .values({ caseId, id: newId(at), signalId, staffId, seenAt: at })
    .onConflictDoNothing();
}

/** Who saw which signal of a case, and when. */
export async function selectSignalViews(
  tx: Transaction,
  caseId: CaseId
): Promise<readonly { readonly signalId: string; readonly staffId: StaffId; readonly seenAt: Date }[]> {
  const rows = await tx.select().from(signalViews).where(eq(signalViews.caseId, caseId));
  return rows.map(({ signalId, staffId, seenAt }) => ({ signalId, staffId: staffId as StaffId, seenAt }));
}

/** Cases with a signal in force whose last day is before this day. */
export async function selectCasesWithSignalsOver(tx: Transaction, day: LocalDate): Promise<CaseId[]> {
  const rows = await tx
    .selectDistinct({ caseId: signals.caseId })
    .from(signals)
    .where(and(isNull(signals.endedWhy), lt(signals.endsOn, day)));
  return rows.map((row) => row.caseId as CaseId);
}

/** Closes the signals of a case whose last day is before this day; answers them. */
export async function endSignalsOver(
  tx: Transaction,
  caseId: CaseId,
  day: LocalDate,
  at: Date
): Promise<Signal[]> {
  const rows = await tx
    .update(signals)
    .set({ endedWhy: 'expired', endedAt: at })
    .where(and(eq(signals.caseId, caseId), isNull(signals.endedWhy), lt(signals.endsOn, day)))
    .returning();
  return openRows(caseId, rows).map(({ signal }) => signal);
}

/** Cases with a signal that ended before this instant and still says something. */
export async function selectCasesToForget(tx: Transaction, before: Date): Promise<CaseId[]> {
  const rows = await tx
    .selectDistinct({ caseId: signals.caseId })
    .from(signals)
    .where(and(isNull(signals.erasedAt), lt(signals.endedAt, before)));
  return rows.map((row) => row.caseId as CaseId);
}

/**
 * Erases the signals of a case that ended before this instant, with who saw them and the words given. Of those she
 * removed, one thing stays: which answer must not raise them again, without what it said.
 */
export async function forgetSignals(tx: Transaction, caseId: CaseId, before: Date, at: Date): Promise<void> {
  const old = and(eq(signals.caseId, caseId), isNull(signals.erasedAt), lt(signals.endedAt, before));
  const rows = openRows(caseId, await tx.select().from(signals).where(old));
  for (const { id, signal, endedWhy } of rows) {
    const one = and(eq(signals.caseId, caseId), eq(signals.id, id));
    if (endedWhy !== 'removed_by_person') {
      await tx.delete(signals).where(one);
      continue;
    }
    const signalSealed = vault().seal(JSON.stringify(withoutContent(signal)), signalContext(caseId));
    await tx
      .update(signals)
      .set({ signalSealed, erasedAt: at, wordsDueAt: null, wordsSealed: null, wordsBy: null, wordsAt: null })
      .where(one);
    await tx.delete(signalViews).where(and(eq(signalViews.caseId, caseId), eq(signalViews.signalId, id)));
  }
}
