import type { Actor } from '$lib/access';
import { ageOn, dayInZone, type CaseId, type StaffId } from '$lib/kernel';
import { staffNames } from '../access';
import { listJournal, recordReading, type JournalLine } from '../audit';
import {
  selectCaseHead,
  selectDebts,
  selectDecisions,
  selectOpenSituations,
  selectPerson,
  type CaseHead,
  type DebtRecord,
  type DecisionRecord,
  type OpenSituation,
  type PersonRecord
} from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';

/** The head of a case page at the desk, with what happened so far. */
export interface CaseFile {
  readonly head: CaseHead;
  readonly person: PersonRecord;
  readonly age: number;
  readonly debts: readonly DebtRecord[];
  readonly decisions: readonly (DecisionRecord & { readonly by: string })[];
  readonly situations: readonly OpenSituation[];
  readonly journal: readonly JournalLine[];
  readonly names: ReadonlyMap<StaffId, { readonly firstName: string; readonly name: string }>;
}

const JOURNAL_LINES = 30;
const NOISE = ['case.opened', 'messages.read', 'signals.seen'] as const;

/** Opens a case at the desk. The opening itself is written: the person sees who opened her file, and when. */
export async function loadCaseFile(actor: Actor, caseId: CaseId): Promise<CaseFile> {
  const at = now();
  return enter(actor, { permission: 'case.read', caseId }, async (tx) => {
    const [head, person, debts, decisions, situations, journal] = await Promise.all([
      selectCaseHead(tx, caseId),
      selectPerson(tx, caseId),
      selectDebts(tx, caseId),
      selectDecisions(tx, caseId),
      selectOpenSituations(tx, caseId),
      listJournal(tx, caseId, JOURNAL_LINES, NOISE),
      recordReading(tx, actor, caseId, at)
    ]);
    const known = [head.referentId, head.standInId, ...decisions.map((decision) => decision.staffId)];
    const names = await staffNames(
      tx,
      known.filter((id): id is StaffId => id !== null)
    );
    return {
      head,
      person,
      age: ageOn(person.birthDate, dayInZone(at, head.timeZone)),
      debts,
      decisions: decisions.map((decision) => ({ ...decision, by: names.get(decision.staffId)?.name ?? '' })),
      situations,
      journal,
      names
    };
  });
}
