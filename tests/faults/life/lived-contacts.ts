import {
  DEFAULT_POLICY,
  NO_PREFERENCES,
  mayContact,
  openPause,
  type Channel,
  type ContactFacts,
  type PastContact,
  type Pause,
  type ProposedContact
} from '../../../src/lib/contact-policy';
import { addDays, dayInZone, type LocalDate } from '../../../src/lib/kernel';
import type { Instalment } from '../../../src/lib/plans';
import type { LifeEvent } from './events';

/** Where the life is lived. */
export const ZONE = 'Europe/Paris';
/** The day of the first letter. */
export const FIRST_LETTER_ON = '2026-03-01' as LocalDate;
/** How long the silence lasts that she asks for. */
export const ASKED_DAYS = 30;

/** Whom one may contact, and what was done: silences, refused channels, the register. */
export class LivedContacts {
  readonly register: PastContact[] = [];
  pauses: Pause[] = [];
  refused: readonly Channel[] = [];
  isClosed = false;

  /** Contacts rest from this day for a reason; nothing when they do already for the same. */
  rest(reason: Pause['reason'], today: LocalDate): void {
    const runs = ({ endsOn, liftedOn }: Pause) => liftedOn === null && (endsOn === null || endsOn > today);
    if (this.pauses.some((pause) => pause.reason === reason && runs(pause))) return;
    const untilOn = reason === 'asked_by_person' ? addDays(today, ASKED_DAYS) : null;
    this.pauses = [...this.pauses, openPause(reason, today, DEFAULT_POLICY, untilOn)];
  }

  /** The reason to rest is over. */
  lift(reason: Pause['reason'], today: LocalDate): void {
    this.pauses = this.pauses.map((pause) =>
      pause.reason === reason && pause.liftedOn === null ? { ...pause, liftedOn: today } : pause
    );
  }

  /** She calls, and is spoken with. */
  sheCalls(at: Date): void {
    this.register.push({ channel: 'call', purpose: 'answer_to_debtor', at, state: 'received' });
  }

  /** She says of the last contact that it was one too many. */
  sayTooMuch(at: Date): void {
    const last = this.register.findLastIndex(({ state, tooMuchAt }) => state === 'sent' && !tooMuchAt);
    if (last >= 0) this.register[last] = { ...this.register[last]!, tooMuchAt: at };
  }

  /** Makes a contact if the rules allow it, at once or at the instant they say; answers it, and when it is by then. */
  reachOut(
    event: Extract<LifeEvent, { what: 'contact' }>,
    at: Date,
    instalments: readonly Instalment[]
  ): { readonly at: Date; readonly contact: PastContact | null } {
    const next = instalments.find(({ dueOn }) => dueOn >= dayInZone(at, ZONE));
    const instalment = next && { id: `${next.amountCents} on ${next.dueOn}`, dueOn: next.dueOn };
    const { channel, purpose } = event;
    const ask = (when: Date) => this.#ask({ channel, purpose, at: when, ...(instalment && { instalment }) });
    const answer = ask(at);
    const { nextAt = null } = answer.ok ? {} : answer.why;
    const when = answer.ok ? at : event.waits ? nextAt : null;
    if (when === null) return { at, contact: null };
    // "if nothing else happens", it said, and nothing else did
    if (!ask(when).ok) throw new Error(`not allowed at the instant it said: ${when.toISOString()}`);
    const state = channel === 'call' && !event.isAnswered ? 'attempted' : 'sent';
    const instalmentId = purpose === 'due_reminder' ? instalment?.id : null;
    const contact: PastContact = { channel, purpose, at: when, state, instalmentId };
    this.register.push(contact);
    return { at: when, contact };
  }

  #ask(proposed: ProposedContact) {
    return mayContact({ policy: DEFAULT_POLICY, facts: this.#facts(), history: this.register, proposed });
  }

  #facts(): ContactFacts {
    return {
      place: { territory: 'metropole', timeZone: ZONE },
      isClosed: this.isClosed,
      track: 'classic',
      firstLetterOn: FIRST_LETTER_ON,
      pauses: this.pauses,
      preferences: { ...NO_PREFERENCES, refusedChannels: this.refused },
      standing: 'self',
      deceasedOn: null,
      safeChannels: null
    };
  }
}
