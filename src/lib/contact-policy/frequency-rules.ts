import { addDays } from '$lib/kernel';
import { CAPS, capOn } from './caps';
import { FAMILY, type Channel } from './contact';
import type { DayRule } from './person-rules';
import { stop } from './rule-trace';

/** How many days before its date an instalment may be recalled. */
export const REMINDER_DAYS_BEFORE = 3;

/** One reminder for each instalment, from three days before its date to that date. */
export const reminderRule: DayRule = ({ proposed, past }, day) => {
  if (proposed.purpose !== 'due_reminder') return null;
  if (!proposed.instalment) return stop('reminder_without_instalment');
  const { id, dueOn } = proposed.instalment;
  const numbers = { instalmentId: id, days: REMINDER_DAYS_BEFORE };
  const isSent = past.some((contact) => contact.purpose === 'due_reminder' && contact.instalmentId === id);
  if (isSent) return stop('reminder_already_sent', numbers);
  const from = addDays(dueOn, -REMINDER_DAYS_BEFORE);
  if (day < from) return stop('reminder_too_early', { ...numbers, untilOn: from });
  return day > dueOn ? stop('reminder_too_late', numbers) : null;
};

/** After a conversation, seven days of silence; the day of the conversation is the first (12 CFR 1006.14). */
export const conversationRule: DayRule = ({ counts, past, policy }, day) => {
  if (!counts) return null;
  const days = policy.numbers.silenceAfterConversationDays;
  const talks = past.filter((contact) => contact.channel === 'call' && isConversation(contact.state));
  const latest = talks
    .map((contact) => contact.day)
    .sort()
    .at(-1);
  if (latest === undefined) return null;
  const untilOn = addDays(latest, days);
  return day < untilOn ? stop('silence_after_conversation', { days, untilOn }) : null;
};

function isConversation(state: string): boolean {
  return state === 'sent' || state === 'received';
}

/** The caps per day, 7 and 30 days, for all channels and for the channel's family. */
export const capRule: DayRule = ({ counts, proposed, past, policy }, day) => {
  if (!counts || proposed.channel === 'voicemail') return null;
  const family = FAMILY[proposed.channel as Channel];
  for (const cap of CAPS) {
    if (cap.family !== null && cap.family !== family) continue;
    const { used, limit, usualLimit } = capOn(cap, day, past, policy);
    if (used < limit) continue;
    const lowered = limit < usualLimit ? { usualLimit } : {};
    return stop(cap.code, {
      used,
      limit,
      days: cap.days,
      ...(cap.family && { family: cap.family }),
      ...lowered
    });
  }
  return null;
};

/** Fifteen days at least between two letters that count. */
export const letterRule: DayRule = ({ counts, proposed, past, policy }, day) => {
  if (!counts || proposed.channel !== 'letter') return null;
  const days = policy.numbers.lettersApartDays;
  const letters = past.filter((contact) => contact.counts && contact.channel === 'letter');
  const latest = letters
    .map((contact) => contact.day)
    .sort()
    .at(-1);
  const untilOn = latest && addDays(latest, days);
  return untilOn && day < untilOn ? stop('letters_apart', { days, untilOn }) : null;
};

/** One voice message in fourteen days. */
export const voicemailRule: DayRule = ({ proposed, past, policy }, day) => {
  if (proposed.channel !== 'voicemail') return null;
  const days = policy.numbers.voicemailApartDays;
  const left = past.filter((contact) => contact.channel === 'voicemail' && contact.state !== 'received');
  const latest = left
    .map((contact) => contact.day)
    .sort()
    .at(-1);
  const untilOn = latest && addDays(latest, days);
  return untilOn && day < untilOn ? stop('voicemail_apart', { days, untilOn }) : null;
};
