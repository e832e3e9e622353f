import type { Actor } from '$lib/access';
import { dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import type { Answers, FlowContext } from '$lib/questionnaire';
import { staffNames } from '../access';
import { selectCaseHead } from '../cases';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { selectAnswers, selectLiveSignals, type SignalRow } from './questionnaire-repository';

/** What a question page stands on. */
export interface OwnAnswers {
  readonly answers: Answers;
  /** What the answers do not say about this visit. */
  readonly context: FlowContext;
  /** First name of her referent; null while there is none. */
  readonly referentName: string | null;
  readonly timeZone: string;
  /** Her own day. */
  readonly today: LocalDate;
  readonly at: Date;
}

/** {@link OwnAnswers} with her signals, in force or removed. */
export interface OwnQuestionnaire extends OwnAnswers {
  readonly signals: readonly SignalRow[];
}

/** Her answers and what surrounds them, for the person herself. */
export async function loadOwnAnswers(actor: Actor, caseId: CaseId): Promise<OwnAnswers> {
  return enter(actor, { permission: 'own_case.read', caseId }, (tx) => readOwnAnswers(tx, caseId));
}

/** Her answers and her signals, for the person herself. */
export async function loadOwnQuestionnaire(actor: Actor, caseId: CaseId): Promise<OwnQuestionnaire> {
  return enter(actor, { permission: 'own_case.read', caseId }, async (tx) => {
    const [own, signals] = await Promise.all([readOwnAnswers(tx, caseId), selectLiveSignals(tx, caseId)]);
    return { ...own, signals };
  });
}

async function readOwnAnswers(tx: Transaction, caseId: CaseId): Promise<OwnAnswers> {
  const at = now();
  const [answers, head] = await Promise.all([selectAnswers(tx, caseId), selectCaseHead(tx, caseId)]);
  const { referentId, timeZone, identity } = head;
  const names = referentId ? await staffNames(tx, [referentId]) : null;
  return {
    answers,
    context: { helperPresent: identity === 'helped' },
    referentName: (referentId && names?.get(referentId)?.firstName) ?? null,
    timeZone,
    today: dayInZone(at, timeZone),
    at
  };
}
