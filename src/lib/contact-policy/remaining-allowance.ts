import type { LocalDate } from '$lib/kernel';
import type { ContactFacts } from './case-facts';
import { CAPS, capOn, type CapState } from './caps';
import type { Channel, ChannelFamily, PastContact } from './contact';
import type { ContactPolicy } from './contact-policy';
import { prepare, type DatedContact, type PreparedQuestion } from './question';
import { clockAt } from './time-windows';

/** A cap as people read it: two at most, one used, one left. */
export interface Share {
  readonly limit: number;
  readonly usualLimit: number;
  readonly used: number;
  readonly left: number;
}

/** What the caps still leave, on a given day, for all channels together and by family. */
export interface Allowance {
  readonly sevenDays: Share;
  readonly thirtyDays: Share;
  readonly byFamily: Readonly<Record<'call' | 'written', { sevenDays: Share; thirtyDays: Share }>>;
  /** Lowered because she said "c’était de trop". */
  readonly isLowered: boolean;
}

/**
 * How many contacts the caps still allow on this day: "cette semaine, 1 contact sur 2". Caps only: a pause or a
 * refused channel may hold even what is left, which `mayContact` says.
 */
export function remainingAllowance(input: {
  policy: ContactPolicy;
  facts: ContactFacts;
  history: readonly PastContact[];
  at: Date;
}): Allowance {
  const { policy, facts, history, at } = input;
  const proposed = { channel: 'app', purpose: 'answer_to_debtor', at } as const;
  const { past } = prepare({ policy, facts, history, proposed });
  return allowanceOn(clockAt(at, facts.place.timeZone).day, past, policy);
}

/** What is left on a day once the proposed contact has been made. */
export function allowanceAfter(question: PreparedQuestion, day: LocalDate): Allowance {
  const { past, proposed, policy, counts } = question;
  if (!counts || proposed.channel === 'voicemail') return allowanceOn(day, past, policy);
  const made: DatedContact = {
    channel: proposed.channel as Channel,
    purpose: proposed.purpose,
    at: proposed.at,
    state: 'sent',
    day,
    counts: true,
    tooMuchOn: null
  };
  return allowanceOn(day, [...past, made], policy);
}

function allowanceOn(day: LocalDate, past: readonly DatedContact[], policy: ContactPolicy): Allowance {
  const states = CAPS.map((cap) => capOn(cap, day, past, policy));
  const share = (days: 7 | 30, family: ChannelFamily | null) =>
    shareOf(states.filter(({ cap }) => cap.days === days && cap.family === family));
  const both = (family: ChannelFamily) => ({ sevenDays: share(7, family), thirtyDays: share(30, family) });
  return {
    sevenDays: share(7, null),
    thirtyDays: share(30, null),
    byFamily: { call: both('call'), written: both('written') },
    isLowered: states.some(({ limit, usualLimit }) => limit < usualLimit)
  };
}

function shareOf([state]: readonly CapState[]): Share {
  if (!state) throw new RangeError('No such cap');
  const { limit, usualLimit, used } = state;
  return { limit, usualLimit, used, left: Math.max(0, limit - used) };
}
