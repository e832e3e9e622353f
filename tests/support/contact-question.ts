import {
  DEFAULT_POLICY,
  NO_PREFERENCES,
  instantOf,
  mayContact,
  type ContactFacts,
  type ContactPreferences,
  type ContactQuestion,
  type PastContact,
  type ProposedContact
} from '$lib/contact-policy';
import { localDate } from '$lib/kernel';

/** An instant written as the person's clock shows it: `2026-11-23 10:30`, in Paris unless told. */
export function at(text: string, timeZone = 'Europe/Paris'): Date {
  const [day = '', time = '12:00'] = text.split(' ');
  return instantOf(localDate(day), time as `${number}:${number}`, timeZone);
}

/** A past e-mail that counts, unless told otherwise; `at` is written as the clock in Paris shows it. */
export function past(when: string, over: Partial<PastContact> = {}): PastContact {
  return { channel: 'email', purpose: 'follow_up', state: 'sent', at: at(when), ...over };
}

/** An ordinary case in Paris whose first letter went out long ago. */
export function aCaseFact(over: Partial<ContactFacts> = {}): ContactFacts {
  return {
    place: { territory: 'metropole', timeZone: 'Europe/Paris' },
    isClosed: false,
    track: 'classic',
    firstLetterOn: localDate('2026-01-05'),
    pauses: [],
    preferences: NO_PREFERENCES,
    standing: 'self',
    deceasedOn: null,
    safeChannels: null,
    ...over
  };
}

/** Preferences with some of them said. */
export function somePreferences(over: Partial<ContactPreferences>): ContactPreferences {
  return { ...NO_PREFERENCES, ...over };
}

/** A question about an e-mail that follows up, on Monday 23 November 2026 at half past ten, unless told otherwise. */
export function aQuestion(
  over: Omit<Partial<ContactQuestion>, 'proposed'> & {
    proposed?: Partial<ProposedContact>;
    when?: string;
  } = {}
): ContactQuestion {
  const { proposed, when, ...rest } = over;
  return {
    policy: DEFAULT_POLICY,
    facts: aCaseFact(),
    history: [],
    proposed: { channel: 'email', purpose: 'follow_up', at: at(when ?? '2026-11-23 10:30'), ...proposed },
    ...rest
  };
}

/** `yes`, or the code of the rule that stops. */
export function answer(question: ContactQuestion): string {
  const result = mayContact(question);
  return result.ok ? 'yes' : result.why.code;
}

/** When a stopped contact would be allowed; null when nobody knows. Throws when it is allowed. */
export function nextOf(question: ContactQuestion): Date | null {
  const result = mayContact(question);
  if (result.ok) throw new Error('allowed');
  return result.why.nextAt;
}

/** A call that follows up, at a time written as the clock in Paris shows it. */
export function aCall(when: string): ContactQuestion {
  return aQuestion({ when, proposed: { channel: 'call', at: at(when) } });
}
