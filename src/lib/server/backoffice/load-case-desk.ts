import type { Actor } from '$lib/access';
import { standInOn } from '$lib/cases';
import { dayInZone, type CaseId, type StaffId } from '$lib/kernel';
import {
  answersSeenBy,
  effectsInForce,
  type Answers,
  type EffectInForce,
  type Viewer
} from '$lib/questionnaire';
import type { CaseHead } from '../cases';
import { listRegister, type OpenRegister } from '../contact-policy';
import { loadPlans, type PlanPage } from '../plans';
import { listSignalsAtDesk, loadQuestionnaire, type SignalRow } from '../questionnaire';
import { now } from '../platform/runtime';
import { loadCaseFile, type CaseFile } from './load-case-file';

/** What stands around every page of a case at the desk. */
export interface CaseDesk extends CaseFile {
  readonly viewer: Viewer;
  /** Her answers, as this viewer may see them. */
  readonly answers: Answers;
  /** All that applies to her today, also what nobody may know the reason of. */
  readonly effects: readonly EffectInForce[];
  /** The signals in force that staff may know. */
  readonly signals: readonly SignalRow[];
  readonly plans: PlanPage;
  readonly register: OpenRegister;
}

/** Opens a case at the desk with all its surroundings; the opening and the signals seen are written. */
export async function loadCaseDesk(actor: Actor, caseId: CaseId): Promise<CaseDesk> {
  // the first one checks and writes the opening: nothing is read for whoever may not
  const file = await loadCaseFile(actor, caseId);
  const [questionnaire, signals, plans, register] = await Promise.all([
    loadQuestionnaire(actor, caseId),
    listSignalsAtDesk(actor, caseId),
    loadPlans(actor, caseId),
    listRegister(actor, caseId)
  ]);
  const inForce = questionnaire.signals.filter((row) => row.endedWhy === null).map((row) => row.signal);
  const viewer = viewerOf(actor, file.head);
  return {
    ...file,
    viewer,
    answers: answersSeenBy(questionnaire.answers, viewer),
    effects: effectsInForce(inForce, dayInZone(now(), file.head.timeZone)),
    signals,
    plans,
    register
  };
}

/** Her answers as this member of staff may see them. */
export async function loadAnswersAtDesk(
  actor: Actor,
  caseId: CaseId
): Promise<{ readonly answers: Answers; readonly viewer: Viewer }> {
  const { head } = await loadCaseFile(actor, caseId);
  const { answers } = await loadQuestionnaire(actor, caseId);
  const viewer = viewerOf(actor, head);
  return { answers: answersSeenBy(answers, viewer), viewer };
}

function viewerOf(actor: Actor, head: CaseHead): Viewer {
  const staffId: StaffId | null = actor.kind === 'staff' ? actor.staffId : null;
  const standIn = standInOn(head, dayInZone(now(), head.timeZone));
  const follows = staffId !== null && (head.referentId === staffId || standIn === staffId);
  return follows ? 'referent' : 'team';
}
