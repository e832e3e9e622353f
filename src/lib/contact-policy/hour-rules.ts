import { isoWeekday, type LocalDate } from '$lib/kernel';
import { FAMILY, type Channel } from './contact';
import { HARD_HOURS } from './contact-policy';
import { holidayOn } from './public-holidays';
import type { PreparedQuestion } from './question';
import { stop, type RuleTrace, type StoppingRule } from './rule-trace';
import { ALL_DAY, commonWindows, isWithin, windowsOn, type TimeOfDay, type TimeWindow } from './time-windows';

const HOUR_MS = 3_600_000;

/** A voice message follows an unanswered call within this time; it never comes alone. */
const VOICEMAIL_FOLLOWS_CALL_MINUTES = 10;

/** The hours open on a day for this contact, on the person's clock; none on a closed day. */
export function openHours(question: PreparedQuestion, day: LocalDate): readonly TimeWindow[] {
  if (!question.keepsHours) return [ALL_DAY];
  if (closedDay(question, day)) return [];
  const house = commonWindows(houseHours(question, day), [HARD_HOURS]);
  const hers = question.facts.preferences.possibleTimes;
  if (hers === null || !narrowedByHer(question)) return house;
  const wished = commonWindows(windowsOn(hers, day), [HARD_HOURS]);
  return isAskedCall(question) ? wished : commonWindows(house, wished);
}

/** Why the hour does not suit: a closed day, a day without hours, or a time outside them. Null when it suits. */
export function hourStop(
  question: PreparedQuestion,
  day: LocalDate,
  time: TimeOfDay
): RuleTrace<StoppingRule> | null {
  if (!question.keepsHours) return null;
  const closed = closedDay(question, day);
  if (closed) return closed;
  const windows = openHours(question, day);
  if (windows.length === 0) return stop('no_hours_this_day');
  return isWithin(windows, time) ? null : stop('outside_hours', { windows });
}

/** Forty-eight hours between two contacts that count, whatever the channels: hours that pass, not hours shown. */
export function distanceStop(question: PreparedQuestion, at: Date): RuleTrace<StoppingRule> | null {
  const hours = question.policy.numbers.hoursBetweenContacts;
  return at.getTime() < openFrom(question) ? stop('hours_between', { hours }) : null;
}

/** The first instant, in milliseconds, that keeps its distance from all counted contacts. */
export function openFrom({ counts, proposed, past, policy }: PreparedQuestion): number {
  if (!counts || proposed.channel === 'voicemail') return Number.NEGATIVE_INFINITY;
  const latest = Math.max(...past.filter((contact) => contact.counts).map((contact) => contact.at.getTime()));
  return latest + policy.numbers.hoursBetweenContacts * HOUR_MS;
}

/** A voice message without the call it belongs to. */
export function voicemailStop(
  { proposed, past }: PreparedQuestion,
  at: Date
): RuleTrace<StoppingRule> | null {
  if (proposed.channel !== 'voicemail') return null;
  const follows = past.some((contact) => {
    const minutes = (at.getTime() - contact.at.getTime()) / 60_000;
    const isMissedCall = contact.channel === 'call' && contact.state === 'attempted';
    return isMissedCall && minutes >= 0 && minutes <= VOICEMAIL_FOLLOWS_CALL_MINUTES;
  });
  return follows ? null : stop('voicemail_only_after_call');
}

function closedDay(
  { facts, proposed, policy }: PreparedQuestion,
  day: LocalDate
): RuleTrace<StoppingRule> | null {
  const holiday = holidayOn(day, facts.place.territory);
  if (holiday) return stop('public_holiday', { holiday: holiday.code });
  const weekday = isoWeekday(day);
  if (weekday === 7) return stop('sunday');
  if (weekday !== 6) return null;
  const family = FAMILY[proposed.channel as Channel];
  const onRequest =
    family === 'call' && facts.preferences.saturdayCalls && policy.saturdayOnRequest.length > 0;
  return onRequest ? null : stop('saturday', { family });
}

function houseHours({ proposed, policy }: PreparedQuestion, day: LocalDate): readonly TimeWindow[] {
  if (isoWeekday(day) === 6) return policy.saturdayOnRequest;
  const isCall = FAMILY[proposed.channel as Channel] === 'call';
  return windowsOn(isCall ? policy.callWindows : policy.writtenWindows, day);
}

/** Her possible times narrow every call and what we send of our own accord; an answer in writing keeps our hours. */
function narrowedByHer({ proposed, counts }: PreparedQuestion): boolean {
  return counts || FAMILY[proposed.channel as Channel] === 'call';
}

/** A call she asked for comes at the times she gave, within the hard limits. */
function isAskedCall({ proposed, counts }: PreparedQuestion): boolean {
  const asked = proposed.request === 'this_channel' || proposed.request === 'right_now';
  return asked && !counts && FAMILY[proposed.channel as Channel] === 'call';
}
