import { addDays, type LocalDate } from '$lib/kernel';
import { FAMILY, type ChannelFamily } from './contact';
import type { ContactPolicy } from './contact-policy';
import type { PolicyNumber } from './policy-numbers';
import type { DatedContact } from './question';

/** A cap: at most so many contacts of a family (or of all) in so many days, the day itself included. */
export interface Cap {
  readonly code: 'cap_per_day' | 'cap_per_7_days' | 'cap_per_30_days';
  readonly days: 1 | 7 | 30;
  readonly number: PolicyNumber;
  /** Null: all channels together. */
  readonly family: ChannelFamily | null;
}

/** All caps, from the widest net to the finest. */
export const CAPS: readonly Cap[] = [
  { code: 'cap_per_day', days: 1, number: 'contactsPerDay', family: null },
  { code: 'cap_per_7_days', days: 7, number: 'contactsPer7Days', family: null },
  { code: 'cap_per_30_days', days: 30, number: 'contactsPer30Days', family: null },
  { code: 'cap_per_day', days: 1, number: 'callsPerDay', family: 'call' },
  { code: 'cap_per_7_days', days: 7, number: 'callsPer7Days', family: 'call' },
  { code: 'cap_per_30_days', days: 30, number: 'callsPer30Days', family: 'call' },
  { code: 'cap_per_7_days', days: 7, number: 'writtenPer7Days', family: 'written' },
  { code: 'cap_per_30_days', days: 30, number: 'writtenPer30Days', family: 'written' }
];

/** Where a cap stands on a day. */
export interface CapState {
  readonly cap: Cap;
  readonly used: number;
  readonly limit: number;
  /** The limit before "c’était de trop" lowered it; the same when nothing was said. */
  readonly usualLimit: number;
}

/**
 * A cap on a day. Windows roll: seven days are this day and the six before, on the person's clock. Each contact of
 * which she said "c’était de trop" lowers every cap of 7 and 30 days by one, for all channels and for the family
 * of that contact, from that day for ninety days, never under zero: the less welcome we are, the rarer we come.
 */
export function capOn(
  cap: Cap,
  day: LocalDate,
  past: readonly DatedContact[],
  policy: ContactPolicy
): CapState {
  const firstDay = addDays(day, 1 - cap.days);
  const mine = (contact: DatedContact) => cap.family === null || FAMILY[contact.channel] === cap.family;
  const used = past.filter((contact) => contact.counts && contact.day >= firstDay && mine(contact)).length;
  const usualLimit = policy.numbers[cap.number];
  const marks =
    cap.days === 1 ? 0 : past.filter((contact) => mine(contact) && isMarked(contact, day, policy)).length;
  return { cap, used, usualLimit, limit: Math.max(0, usualLimit - marks * policy.numbers.tooMuchStep) };
}

/** Whether "c’était de trop", said of this contact, still lowers the caps on this day. */
function isMarked(contact: DatedContact, day: LocalDate, policy: ContactPolicy): boolean {
  if (contact.tooMuchOn === null) return false;
  return contact.tooMuchOn <= day && day < addDays(contact.tooMuchOn, policy.numbers.tooMuchDays);
}
