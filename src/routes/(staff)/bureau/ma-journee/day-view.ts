import { awaitedOf, isLate, type Awaited, type AwaitedKind } from '$lib/backoffice';
import { AWAITED, DESK_ZONE, promiseWords } from '$lib/backoffice/ui/promise-words';
import { capital, longDay, m } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { needRank, NEEDS_BY_RANK, type NeedCode } from '$lib/questionnaire';
import { NEED } from '$lib/questionnaire/ui/words';
import type { DayCase } from '$lib/server/backoffice';
import type { CaseHead } from '$lib/server/cases';

/** One person of the day. */
export interface DayLine {
  readonly caseId: string;
  readonly name: string;
  readonly city: string;
  /** For whom she is answered, in words; null when the case is one's own. */
  readonly standsIn: string | null;
  /** What she waits for, the soonest first. */
  readonly awaited: readonly string[];
  readonly by: string;
  readonly isLate: boolean;
  /** Her case is over: she wrote all the same. */
  readonly isClosed: boolean;
  readonly action: AwaitedKind;
}

/** The people who share a need. */
export interface DayGroup {
  readonly need: NeedCode;
  readonly title: string;
  readonly note: string | null;
  readonly lines: readonly DayLine[];
}

/** A day at the desk, in words. */
export interface DayView {
  readonly title: string;
  readonly groups: readonly DayGroup[];
  readonly lateCount: number;
  readonly counts: Readonly<Record<AwaitedKind, number>>;
}

const NOTES: Partial<Record<NeedCode, () => string>> = {
  vital_urgency: m.backoffice_day_care_note,
  safety: m.backoffice_day_care_note,
  distress: m.backoffice_day_care_note,
  surendettement: m.backoffice_day_law_note
};

/** Puts the worklist in words: by need, then by promised time, as it comes. Amounts are nowhere in it. */
export function dayView(heads: readonly DayCase[], now: Date): DayView {
  const lines = heads.map((head) => ({ need: needOfHead(head), awaited: awaitedOf(head), head }));
  const needs = [...new Set(lines.map(({ need }) => need))].sort((a, b) => needRank(a) - needRank(b));
  const counts = { look: 0, reply: 0, signal_words: 0, proposal: 0 };
  for (const { awaited } of lines) for (const { kind } of awaited) counts[kind] += 1;
  return {
    title: capital(longDay(dayInZone(now, DESK_ZONE))),
    lateCount: lines.filter(({ awaited }) => awaited.some((one) => isLate(one, now))).length,
    counts,
    groups: needs.map((need) => ({
      need,
      title: NEED[need](),
      note: NOTES[need]?.() ?? null,
      lines: lines.flatMap(({ head, awaited, need: own }) => (own === need ? lineOf(head, awaited, now) : []))
    }))
  };
}

function lineOf(head: DayCase, awaited: readonly Awaited[], now: Date): DayLine[] {
  const [first] = awaited;
  if (!first) return [];
  return [
    {
      caseId: head.id,
      name: head.displayName,
      city: head.city,
      standsIn: head.standsInFor && m.backoffice_day_stands_in({ name: head.standsInFor }),
      awaited: awaited.map(({ kind }) => AWAITED[kind]()),
      by: capital(promiseWords(first, now)),
      isLate: isLate(first, now),
      isClosed: head.closedAt !== null,
      action: first.kind
    }
  ];
}

/** A code of a former vocabulary is shown as no particular need. */
export function needOfHead({ need }: Pick<CaseHead, 'need'>): NeedCode {
  return NEEDS_BY_RANK.find((code) => code === need) ?? 'none';
}
