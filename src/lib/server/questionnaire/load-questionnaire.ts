import type { Actor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import type { Answers } from '$lib/questionnaire';
import { enter } from '../db';
import { selectAnswers } from './answers-repository';
import { selectLiveSignals, type SignalRow } from './signals-repository';

/** Where a person stands in the questionnaire: her answers, and the signals kept or removed. */
export interface QuestionnaireState {
  readonly answers: Answers;
  readonly signals: readonly SignalRow[];
}

/** Reads her answers and signals. At the desk, answers nobody may see without her consent are left out by the screen. */
export async function loadQuestionnaire(actor: Actor, caseId: CaseId): Promise<QuestionnaireState> {
  const permission = actor.kind === 'debtor' ? 'own_case.read' : 'case.read';
  return enter(actor, { permission, caseId }, async (tx) => {
    const [answers, signals] = await Promise.all([selectAnswers(tx, caseId), selectLiveSignals(tx, caseId)]);
    return { answers, signals };
  });
}
