import type { LocalDate } from '$lib/kernel';
import type { ContactFacts } from './case-facts';
import { isCounted, PURPOSES, type PastContact, type ProposedContact, type PurposeRule } from './contact';
import type { ContactPolicy } from './contact-policy';
import { clockAt } from './time-windows';

/** May we make this contact, given the policy, what we know of the person, and all that happened before? */
export interface ContactQuestion {
  readonly policy: ContactPolicy;
  readonly facts: ContactFacts;
  /** The whole register of the case, in any order. Lines later than the proposed instant count as if just made. */
  readonly history: readonly PastContact[];
  readonly proposed: ProposedContact;
}

/** A past contact with what the rules read again and again worked out once: its day, and whether it counts. */
export interface DatedContact extends PastContact {
  readonly day: LocalDate;
  readonly counts: boolean;
  readonly tooMuchOn: LocalDate | null;
}

/** A question made ready to be judged on any day. */
export interface PreparedQuestion {
  readonly policy: ContactPolicy;
  readonly facts: ContactFacts;
  readonly proposed: ProposedContact;
  readonly purpose: PurposeRule;
  readonly past: readonly DatedContact[];
  /** Subject to hours: everything but paper, a message in the app, and what she waits for on her screen. */
  readonly keepsHours: boolean;
  /** Takes a place under the caps. */
  readonly counts: boolean;
}

/** Works out the days of past contacts on the person's clock. */
export function prepare({ policy, facts, history, proposed }: ContactQuestion): PreparedQuestion {
  const zone = facts.place.timeZone;
  const past = history
    .filter((contact) => contact.state !== 'refused')
    .map((contact) => ({
      ...contact,
      day: clockAt(contact.at, zone).day,
      counts: isCounted(contact),
      tooMuchOn: contact.tooMuchAt ? clockAt(contact.tooMuchAt, zone).day : null
    }));
  const { channel, purpose } = proposed;
  const makesNoNoise = channel === 'letter' || channel === 'app';
  return {
    policy,
    facts,
    proposed,
    purpose: PURPOSES[purpose],
    past,
    keepsHours: !makesNoNoise && !isAwaitedNow(proposed),
    counts: PURPOSES[purpose].counts && channel !== 'app'
  };
}

/** Whether the person is on her screen, waiting for this: a code she asked for, a receipt she asks to be sent. */
export function isAwaitedNow(proposed: ProposedContact): boolean {
  if (proposed.purpose === 'sign_in_code') return true;
  const rings = proposed.channel === 'call' || proposed.channel === 'voicemail';
  return proposed.request === 'right_now' && !rings && !PURPOSES[proposed.purpose].counts;
}

/** Whether she asked to be reached by this channel for this once. */
export function isRequestedChannel(proposed: ProposedContact): boolean {
  const asked = proposed.request === 'this_channel' || proposed.request === 'right_now';
  return proposed.purpose === 'sign_in_code' || (asked && !PURPOSES[proposed.purpose].counts);
}
