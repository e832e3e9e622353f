import {
  noticeChannel,
  openPause,
  placeOfPostcode,
  policyInForce,
  type ContactFacts,
  type ContactPolicy,
  type ContactPreferences,
  type NoticeChannel,
  type Pause,
  type PauseReason,
  type Place,
  type WeeklyWindows
} from '$lib/contact-policy';
import { addDays, dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import {
  contactWishesFrom,
  effectsInForce,
  hasEffect,
  slotHours,
  type ContactWishes,
  type Signal,
  type Slot
} from '$lib/questionnaire';
import { selectContactBasis, type ContactBasis } from '../cases';
import type { Transaction } from '../db';
import { selectAnswers, selectLiveSignals } from '../questionnaire';
import {
  selectPauses,
  selectPolicies,
  selectPreferences,
  selectRegister,
  type RegisterLine
} from './register-repository';

/** What her answers say of contacts, beside what she chose on "Mes contacts". */
export interface SaidOfContacts {
  /** She asked not to be called. */
  readonly noPhone: boolean;
  /** A Saturday morning is among the times she gave. */
  readonly saturday: boolean;
  /** Her exchanges stay in her space: nothing is sent home, and nobody calls. */
  readonly staysInSpace: boolean;
}

/** All that the one door looks at for a case. */
export interface ContactSituation {
  readonly basis: ContactBasis;
  readonly facts: ContactFacts;
  readonly history: readonly RegisterLine[];
  readonly policy: ContactPolicy;
  /** By what a notice goes to her: what she prefers first; null when she confirmed no channel. */
  readonly noticeChannel: NoticeChannel | null;
  /** The pauses as kept, without those her signals ask for. */
  readonly keptPauses: readonly Pause[];
  /** What she said on "Mes contacts", without what she answered. */
  readonly keptPreferences: ContactPreferences;
  readonly answers: SaidOfContacts;
}

const PARIS: Place = { territory: 'metropole', timeZone: 'Europe/Paris' };

/**
 * Reads what decides about contacts: what she said on "Mes contacts", what she answered, her signals in force, the
 * pauses and the register. An answer whose signal has ended has no effect any more.
 */
export async function loadContactSituation(
  tx: Transaction,
  caseId: CaseId,
  at: Date
): Promise<ContactSituation> {
  const [basis, history, pauses, preferences, policies, answers, signals] = await Promise.all([
    selectContactBasis(tx, caseId),
    selectRegister(tx, caseId),
    selectPauses(tx, caseId),
    selectPreferences(tx, caseId),
    selectPolicies(tx),
    selectAnswers(tx, caseId),
    selectLiveSignals(tx, caseId)
  ]);
  const place = placeOfPostcode(basis.postcode) ?? PARIS;
  const today = dayInZone(at, place.timeZone);
  const inForce = signals.filter((row) => row.endedWhy === null).map((row) => row.signal);
  const effects = effectsInForce(inForce, today);
  const wishes = contactWishesFrom(answers, effects);
  const policy = policyInForce(policies, today);
  const said: SaidOfContacts = {
    noPhone: wishes.noPhone,
    saturday: wishes.slots.includes('sat_morning'),
    staysInSpace: hasEffect(effects, 'safe_contact_mode')
  };
  const facts: ContactFacts = {
    place,
    isClosed: basis.isClosed,
    track: basis.track,
    firstLetterOn: basis.firstLetterOn,
    pauses: [...pauses, ...pausesFromSignals(inForce, today, policy), ...pausesFromWishes(wishes, policy)],
    preferences: withWishes(preferences, wishes),
    standing: basis.identity === 'represented' ? 'protected_adult' : 'self',
    deceasedOn: basis.identity === 'deceased' ? startOf(pauses, today) : null,
    safeChannels: said.staysInSpace ? ['app'] : null
  };
  const channel = noticeChannel({
    confirmed: confirmedChannels(basis),
    refused: facts.preferences.refusedChannels,
    prefers: wishes.channels
  });
  return {
    basis,
    facts,
    history,
    policy,
    noticeChannel: channel,
    keptPauses: pauses,
    keptPreferences: preferences,
    answers: said
  };
}

function confirmedChannels({ emailConfirmed, phoneConfirmed }: ContactBasis): NoticeChannel[] {
  return [...(emailConfirmed ? (['email'] as const) : []), ...(phoneConfirmed ? (['sms'] as const) : [])];
}

function startOf(pauses: readonly Pause[], today: LocalDate): LocalDate {
  return pauses.find((pause) => pause.reason === 'identity_problem')?.startsOn ?? today;
}

/**
 * The silence her signals ask for, or the firm's when that is longer, until the signal itself is ended. Why is told only
 * as far as staff may know it.
 */
function pausesFromSignals(signals: readonly Signal[], today: LocalDate, policy: ContactPolicy): Pause[] {
  return signals.flatMap((signal) => {
    const isStopped = hasEffect(effectsInForce([signal], today), 'payment_asks_stop');
    const stopped: Pause = {
      reason: 'surendettement_recevable',
      startsOn: today,
      endsOn: null,
      liftedOn: null
    };
    return [...(isStopped ? [stopped] : []), ...silencesOf(signal, policy)];
  });
}

/** The silence one signal asks for, or the firm's when that is longer, until its end. */
export function silencesOf(signal: Signal, policy: ContactPolicy): Pause[] {
  return signal.effects.flatMap((effect): Pause[] => {
    if (effect.code !== 'contacts_paused') return [];
    const ofFirm = openPause(causeOfSilence(signal), signal.raisedOn, policy);
    // her screen says the last day of silence, and a pause ends on the first day contacts may resume
    const ofSignal = addDays(effect.untilOn, 1);
    const endsOn = ofFirm.endsOn !== null && ofFirm.endsOn > ofSignal ? ofFirm.endsOn : ofSignal;
    return [{ ...ofFirm, endsOn, reason: signal.staffMayKnow ? ofFirm.reason : 'asked_by_person' }];
  });
}

function causeOfSilence({ kind, causes }: Signal): PauseReason {
  if (kind === 'detresse') return 'distress';
  const codes = causes.map(({ value }) => (value.kind === 'one_choice' ? value.choice : null));
  return codes.includes('bereavement') ? 'bereavement' : 'health';
}

/**
 * A file for the Banque de France that is not accepted yet: while somebody helps her prepare it she has the time of an
 * adviser's plan, once it is sent the commission has its time to answer.
 */
function pausesFromWishes({ surendettement }: ContactWishes, policy: ContactPolicy): Pause[] {
  if (surendettement === null) return [];
  const reason = surendettement.stage === 'filed' ? 'surendettement_filed' : 'debt_adviser';
  return [openPause(reason, surendettement.saidOn, policy)];
}

function withWishes(preferences: ContactPreferences, wishes: ContactWishes): ContactPreferences {
  const refused = wishes.noPhone
    ? [...new Set([...preferences.refusedChannels, 'call' as const, 'voicemail' as const])]
    : preferences.refusedChannels;
  return {
    ...preferences,
    refusedChannels: refused,
    saturdayCalls: preferences.saturdayCalls || wishes.slots.includes('sat_morning'),
    possibleTimes: preferences.possibleTimes ?? windowsOf(wishes.slots)
  };
}

function windowsOf(slots: readonly Slot[]): WeeklyWindows | null {
  if (slots.length === 0) return null;
  const week: Record<number, { from: `${number}:${number}`; to: `${number}:${number}` }[]> = {};
  for (const slot of slots) {
    const { weekday, fromHour, toHour } = slotHours(slot);
    (week[weekday] ??= []).push({ from: `${fromHour}:00` as const, to: `${toHour}:00` as const });
  }
  return week as WeeklyWindows;
}
