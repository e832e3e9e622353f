import type { Actor } from '$lib/access';
import { dayInZone, type CaseId } from '$lib/kernel';
import { ownCaseHead } from '../cases';
import { look } from '../db';
import { now } from '../platform/runtime';
import { answersOf, openSignals, ownAnswersFrom, type OwnAnswers } from '../questionnaire';
import { FRAME_SIGNALS, companionsOf, frameOf, type HomeFrame } from './load-frame';

/** What a question page shows, the frame included. */
export interface QuestionFrame extends HomeFrame {
  readonly own: OwnAnswers;
}

/** Reads her answers with what stands around them: one look for both. */
export async function loadQuestionFrame(actor: Actor, caseId: CaseId): Promise<QuestionFrame> {
  const at = now();
  const [head, signals, answers] = await look(actor, { permission: 'own_case.read', caseId }, [
    ownCaseHead(caseId),
    openSignals(caseId, FRAME_SIGNALS),
    answersOf(caseId)
  ]);
  const companions = await companionsOf(head, dayInZone(at, head.timeZone));
  const own = ownAnswersFrom(head, answers, companions.referent?.firstName ?? null, at);
  return { ...frameOf(head, signals, companions, at), own };
}
