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
import { dayInZone, type CaseId, type LocalDate, type StaffId } from '$lib/kernel';
import { staffNames } from '../access';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { callBackOf, type CallBack } from './call-back';
import { loadContactSituation, type SaidOfContacts } from './contact-facts';
import type { RegisterLine } from './register-repository';

/** A line of the register, with the first name of who wrote or called; null when a machine did. */
export interface NamedRegisterLine extends RegisterLine {
  readonly by: string | null;
}

/** The open register as both sides read it. */
export interface OpenRegister {
  readonly lines: readonly NamedRegisterLine[];
  readonly allowance: Allowance;
  readonly pause: { readonly pause: Pause; readonly resumesOn: LocalDate | null } | null;
  /** Until when the silence she asked for herself lasts; null when none runs. */
  readonly askedPauseUntil: LocalDate | null;
  /** The first day contacts may resume by the pause noted for an adviser at the desk; null when none runs. */
  readonly adviserPauseUntil: LocalDate | null;
  /** What the one door obeys: her own choices and her answers together. */
  readonly preferences: ContactPreferences;
  /** What she chose on "Mes contacts" herself. */
  readonly ownChoices: ContactPreferences;
  /** What her answers say on top of that, until their signal ends or they change. */
  readonly answers: SaidOfContacts;
  readonly callBack: CallBack;
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
    const situation = await loadContactSituation(tx, caseId, at);
    const { facts, history, policy, keptPauses } = situation;
    const today = dayInZone(at, facts.place.timeZone);
    const asked = keptPauses.filter(({ reason }) => reason === 'asked_by_person');
    return {
      lines: await named(tx, history),
      allowance: remainingAllowance({ policy, facts, history, at }),
      pause: activePause(facts.pauses, today, policy),
      askedPauseUntil: activePause(asked, today, policy)?.resumesOn ?? null,
      adviserPauseUntil: adviserPause(keptPauses, today, policy)?.endsOn ?? null,
      preferences: facts.preferences,
      ownChoices: situation.keptPreferences,
      answers: situation.answers,
      callBack: callBackOf(situation),
      policy,
      place: facts.place,
      today
    };
  });
}

async function named(tx: Transaction, lines: readonly RegisterLine[]): Promise<NamedRegisterLine[]> {
  const names = await staffNames(
    tx,
    lines.map(({ staffId }) => staffId).filter((id): id is StaffId => id !== null)
  );
  return lines.map((line) => ({
    ...line,
    by: (line.staffId && names.get(line.staffId)?.firstName) ?? null
  }));
}
