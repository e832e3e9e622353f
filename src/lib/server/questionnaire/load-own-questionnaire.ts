import type { Actor } from '$lib/access';
import { dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import type { Answers, FlowContext } from '$lib/questionnaire';
import { staffNames } from '../access';
import { ownCaseHead, type OwnCaseHead } from '../cases';
import { enter, look, read, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { answersOf, selectAnswers } from './answers-repository';
import { selectLiveSignals, type SignalRow } from './signals-repository';

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
  const [head, answers] = await look(actor, { permission: 'own_case.read', caseId }, [
    ownCaseHead(caseId),
    answersOf(caseId)
  ]);
  return ownAnswersFrom(head, answers, await referentNameOf(null, head), now());
}

/** Her answers and her signals, for the person herself. */
export async function loadOwnQuestionnaire(actor: Actor, caseId: CaseId): Promise<OwnQuestionnaire> {
  return enter(actor, { permission: 'own_case.read', caseId }, async (tx) => {
    const [head, answers, signals] = await Promise.all([
      read(tx, ownCaseHead(caseId)),
      selectAnswers(tx, caseId),
      selectLiveSignals(tx, caseId)
    ]);
    return { ...ownAnswersFrom(head, answers, await referentNameOf(tx, head), now()), signals };
  });
}

/** What a question page stands on, from what was read. */
export function ownAnswersFrom(
  { identity, timeZone }: Pick<OwnCaseHead, 'identity' | 'timeZone'>,
  answers: Answers,
  referentName: string | null,
  at: Date
): OwnAnswers {
  const today = dayInZone(at, timeZone);
  return { answers, context: { helperPresent: identity === 'helped' }, referentName, timeZone, today, at };
}

async function referentNameOf(tx: Transaction | null, { referentId }: OwnCaseHead): Promise<string | null> {
  const names = referentId ? await staffNames(tx, [referentId]) : null;
  return (referentId && names?.get(referentId)?.firstName) ?? null;
}
