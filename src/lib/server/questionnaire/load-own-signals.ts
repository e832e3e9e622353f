import type { Actor } from '$lib/access';
import { dayInZone, type CaseId, type LocalDate, type StaffId } from '$lib/kernel';
import { staffNames } from '../access';
import { selectCaseHead } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { selectAllSignals, selectSignalViews, type SignalRow } from './signals-repository';

/** A signal as its person sees it: with the names of who saw it and of who gave words. */
export interface OwnSignal extends SignalRow {
  /** First to last. */
  readonly seenBy: readonly { readonly name: string; readonly seenAt: Date }[];
  /** First name of whoever gave the words; null while none are given. */
  readonly wordsFrom: string | null;
}

/** All her signals that are not erased, newest first, and what surrounds them. */
export interface OwnSignals {
  readonly signals: readonly OwnSignal[];
  /** First name of her referent; null while there is none. */
  readonly referentName: string | null;
  readonly timeZone: string;
  /** Her own day. */
  readonly today: LocalDate;
}

/** Reads "Mes signaux", for the person herself. */
export async function loadOwnSignals(actor: Actor, caseId: CaseId): Promise<OwnSignals> {
  return enter(actor, { permission: 'own_case.read', caseId }, async (tx) => {
    const [rows, views, head] = await Promise.all([
      selectAllSignals(tx, caseId),
      selectSignalViews(tx, caseId),
      selectCaseHead(tx, caseId)
    ]);
    const staff = [head.referentId, ...views.map((view) => view.staffId), ...rows.map((row) => row.wordsBy)];
    const names = await staffNames(
      tx,
      staff.filter((id) => id !== null)
    );
    const nameOf = (id: StaffId | null) => (id === null ? undefined : names.get(id));
    return {
      signals: rows.map((row) => ({
        ...row,
        seenBy: views
          .filter((view) => view.signalId === row.id)
          .sort((one, other) => one.seenAt.getTime() - other.seenAt.getTime())
          .map(({ staffId, seenAt }) => ({ name: nameOf(staffId)?.name ?? '', seenAt })),
        wordsFrom: nameOf(row.wordsBy)?.firstName ?? null
      })),
      referentName: nameOf(head.referentId)?.firstName ?? null,
      timeZone: head.timeZone,
      today: dayInZone(now(), head.timeZone)
    };
  });
}
