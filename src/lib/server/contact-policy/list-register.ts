import type { Actor } from '$lib/access';
import {
  activePause,
  adviserPause,
  remainingAllowance,
  type Allowance,
  type ContactPolicy,
  type ContactPreferences,
  type Pause,
  type Place
} from '$lib/contact-policy';
import { dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { loadContactSituation } from './contact-facts';
import type { RegisterLine } from './register-repository';

/** The open register as both sides read it. */
export interface OpenRegister {
  readonly lines: readonly RegisterLine[];
  readonly allowance: Allowance;
  readonly pause: { readonly pause: Pause; readonly resumesOn: LocalDate | null } | null;
  /** Until when the silence she asked for herself lasts; null when none runs. */
  readonly askedPauseUntil: LocalDate | null;
  /** The first day contacts may resume by the pause noted for an adviser at the desk; null when none runs. */
  readonly adviserPauseUntil: LocalDate | null;
  readonly preferences: ContactPreferences;
  readonly policy: ContactPolicy;
  readonly place: Place;
  /** Today, where she lives. */
  readonly today: LocalDate;
}

/** Each contact and attempt, what is left this week, and the pause that holds, if one does. */
export async function listRegister(actor: Actor, caseId: CaseId): Promise<OpenRegister> {
  const at = now();
  const permission = actor.kind === 'debtor' ? 'own_case.read' : 'case.read';
  return enter(actor, { permission, caseId }, async (tx) => {
    const { facts, history, policy, keptPauses } = await loadContactSituation(tx, caseId, at);
    const today = dayInZone(at, facts.place.timeZone);
    const asked = keptPauses.filter(({ reason }) => reason === 'asked_by_person');
    return {
      lines: history,
      allowance: remainingAllowance({ policy, facts, history, at }),
      pause: activePause(facts.pauses, today, policy),
      askedPauseUntil: activePause(asked, today, policy)?.resumesOn ?? null,
      adviserPauseUntil: adviserPause(keptPauses, today, policy)?.endsOn ?? null,
      preferences: facts.preferences,
      policy,
      place: facts.place,
      today
    };
  });
}
