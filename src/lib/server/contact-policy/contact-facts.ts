import {
  placeOfPostcode,
  policyInForce,
  type ContactFacts,
  type ContactPolicy,
  type ContactPreferences,
  type Pause,
  type Place,
  type WeeklyWindows
} from '$lib/contact-policy';
import { dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import {
  contactWishesFrom,
  effectsInForce,
  hasEffect,
  slotHours,
  type ContactWishes,
  type EffectInForce,
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

/** All that the one door looks at for a case. */
export interface ContactSituation {
  readonly basis: ContactBasis;
  readonly facts: ContactFacts;
  readonly history: readonly RegisterLine[];
  readonly policy: ContactPolicy;
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
  const facts: ContactFacts = {
    place,
    track: basis.track,
    firstLetterOn: basis.firstLetterOn,
    pauses: [...pauses, ...pausesFromEffects(effects, today)],
    preferences: withWishes(preferences, wishes),
    standing: basis.identity === 'represented' ? 'protected_adult' : 'self',
    deceasedOn: basis.identity === 'deceased' ? startOf(pauses, today) : null,
    safeChannels: hasEffect(effects, 'safe_contact_mode') ? ['app'] : null
  };
  return { basis, facts, history, policy: policyInForce(policies, today) };
}

function startOf(pauses: readonly Pause[], today: LocalDate): LocalDate {
  return pauses.find((pause) => pause.reason === 'identity_problem')?.startsOn ?? today;
}

function pausesFromEffects(effects: readonly EffectInForce[], today: LocalDate): Pause[] {
  return effects.flatMap(({ effect, from }): Pause[] => {
    if (effect.code === 'payment_asks_stop') {
      return [{ reason: 'surendettement_recevable', startsOn: today, endsOn: null, liftedOn: null }];
    }
    if (effect.code !== 'contacts_paused') return [];
    const reason = from === 'detresse' ? 'distress' : 'health';
    // the pause holds through its last day, and a pause ends on the first day contacts may resume
    return [{ reason, startsOn: today, endsOn: nextDay(effect.untilOn), liftedOn: null }];
  });
}

function nextDay(day: LocalDate): LocalDate {
  return dayInZone(new Date(Date.parse(day) + 86_400_000), 'UTC');
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
