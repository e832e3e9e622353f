import type { DebtorActor } from '$lib/access';
import type { ContactFacts } from '$lib/contact-policy';
import { ok, type CaseId, type Result } from '$lib/kernel';
import type { Instalment } from '$lib/plans';
import type { Answers } from '$lib/questionnaire';
import {
  selectClaims,
  selectNewsOfCase,
  selectProfile,
  withRights,
  type AidClaim,
  type AidProfile,
  type OwnNews,
  type WithRight
} from '../aids';
import { countTry, staffNames, type CalmWait } from '../access';
import { listJournal, recordAudit, type JournalLine } from '../audit';
import {
  selectCaseHead,
  selectDebtChanges,
  selectDebts,
  selectDecisions,
  selectPerson,
  selectSaidAtTheDoor,
  type CaseHead,
  type DebtRecord,
  type DecisionRecord,
  type PersonRecord
} from '../cases';
import { loadContactSituation, type RegisterLine } from '../contact-policy';
import { enter, mustBeAllowed, type Transaction } from '../db';
import { selectAllLines } from '../messaging';
import type { ThreadLine } from '$lib/messaging';
import { now } from '../platform/runtime';
import { selectAllPlans, selectInstalments, selectNoticesOfCase, type PlanRecord } from '../plans';
import { selectAllSignals, selectAnswers, selectSignalViews, type SignalRow } from '../questionnaire';

/** Everything kept about one person, opened. */
export interface OwnData {
  readonly head: CaseHead;
  readonly referentName: string | null;
  readonly person: PersonRecord;
  readonly debts: readonly DebtRecord[];
  readonly debtChanges: Awaited<ReturnType<typeof selectDebtChanges>>;
  readonly answers: Answers;
  readonly signals: readonly SignalRow[];
  /** Who opened a signal, by name, and when. */
  readonly signalViews: readonly {
    readonly signalId: string;
    readonly name: string | null;
    readonly seenAt: Date;
  }[];
  readonly plans: readonly PlanRecord[];
  /** What her creditors were told of her proposals, or are to be. */
  readonly creditorNotices: Awaited<ReturnType<typeof selectNoticesOfCase>>;
  readonly messages: readonly ThreadLine[];
  readonly contacts: readonly RegisterLine[];
  /** How she wants to be reached, and the times of silence. */
  readonly contactFacts: Pick<ContactFacts, 'preferences' | 'pauses'>;
  /** What was said at the door, without its words. */
  readonly situations: Awaited<ReturnType<typeof selectSaidAtTheDoor>>;
  /** The due days of each plan, by its id. */
  readonly instalments: ReadonlyMap<string, readonly Instalment[]>;
  readonly aidProfile: AidProfile | null;
  readonly aidClaims: readonly WithRight<AidClaim>[];
  readonly aidNews: readonly OwnNews[];
  readonly decisions: readonly DecisionRecord[];
  readonly journal: readonly JournalLine[];
}

const JOURNAL_LINES = 1000;

/** What she sees on "Mes données": all that is kept about her, and who opened her file. */
export async function loadOwnData(actor: DebtorActor): Promise<OwnData> {
  const { caseId } = actor;
  const read = await enter(actor, { permission: 'own_case.use_rights', caseId }, (tx) =>
    readAll(tx, caseId, now())
  );
  return named(read);
}

/** The same, to take away, three times a day at most; the export itself is written in the journal. */
export async function exportOwnData(actor: DebtorActor): Promise<Result<OwnData, CalmWait>> {
  const { caseId } = actor;
  mustBeAllowed(actor, 'own_case.use_rights');
  const counted = await countTry('exports', caseId);
  if (!counted.ok) return counted;
  const at = now();
  const data = await enter(actor, { permission: 'own_case.use_rights', caseId }, async (tx) => {
    const all = await readAll(tx, caseId, at);
    await recordAudit(tx, actor, caseId, { action: 'data.exported' }, at);
    return all;
  });
  return ok(await named(data));
}

/** As read in one transaction; the names of rights are the law's, not hers. */
type Kept = Omit<OwnData, 'aidClaims'> & { readonly aidClaims: readonly AidClaim[] };

const named = async (kept: Kept): Promise<OwnData> => ({
  ...kept,
  aidClaims: await withRights(kept.aidClaims)
});

async function readAll(tx: Transaction, caseId: CaseId, at: Date): Promise<Kept> {
  const [
    head,
    person,
    debts,
    answers,
    signals,
    plans,
    creditorNotices,
    messages,
    situation,
    decisions,
    journal
  ] = await Promise.all([
    selectCaseHead(tx, caseId),
    selectPerson(tx, caseId),
    selectDebts(tx, caseId),
    selectAnswers(tx, caseId),
    selectAllSignals(tx, caseId),
    selectAllPlans(tx, caseId),
    selectNoticesOfCase(tx, caseId),
    selectAllLines(tx, caseId),
    loadContactSituation(tx, caseId, at),
    selectDecisions(tx, caseId),
    listJournal(tx, caseId, JOURNAL_LINES)
  ]);
  const [situations, debtChanges, views, aidNews, aidProfile, aidClaims, instalments] = await Promise.all([
    selectSaidAtTheDoor(tx, caseId),
    selectDebtChanges(tx, caseId),
    selectSignalViews(tx, caseId),
    selectNewsOfCase(tx, caseId),
    selectProfile(tx, caseId),
    selectClaims(tx, caseId),
    Promise.all(plans.map(async ({ id }) => [id, await selectInstalments(tx, caseId, id)] as const))
  ]);
  const people = [...views.map(({ staffId }) => staffId), ...(head.referentId ? [head.referentId] : [])];
  const names = people.length > 0 ? await staffNames(tx, people) : null;
  return {
    head,
    referentName: (head.referentId && names?.get(head.referentId)?.name) ?? null,
    person,
    debts,
    debtChanges,
    answers,
    signals,
    signalViews: views.map(({ signalId, staffId, seenAt }) => ({
      signalId,
      name: names?.get(staffId)?.name ?? null,
      seenAt
    })),
    plans,
    creditorNotices,
    messages,
    contacts: situation.history,
    contactFacts: situation.facts,
    situations,
    instalments: new Map(instalments),
    aidProfile,
    aidClaims,
    aidNews,
    decisions,
    journal
  };
}
