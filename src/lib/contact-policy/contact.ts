import type { LocalDate } from '$lib/kernel';

/**
 * By what means a person is reached. `app` is a message laid in her thread: it waits for her in silence, so hours,
 * caps and refused channels do not concern it.
 */
export type Channel = 'letter' | 'email' | 'sms' | 'call' | 'voicemail' | 'push' | 'app';

/** Ways that no rule ever opens; they can be proposed only so that the register shows they were stopped. */
export type ForbiddenChannel = 'visit' | 'social_network';

/** Channels that share a cap and hours: what rings by voice, what rings by text, paper. */
export type ChannelFamily = 'call' | 'written' | 'letter' | 'app';

/** What each channel belongs to. */
export const FAMILY: Readonly<Record<Channel, ChannelFamily>> = {
  letter: 'letter',
  email: 'written',
  sms: 'written',
  push: 'written',
  call: 'call',
  voicemail: 'call',
  app: 'app'
};

/** Why we write or call. */
export type Purpose =
  | 'first_letter'
  | 'demand'
  | 'invitation'
  | 'follow_up'
  | 'survey'
  | 'aid_news'
  | 'receipt'
  | 'plan_confirmation'
  | 'due_reminder'
  | 'answer_to_debtor'
  | 'case_closed'
  | 'sign_in_code';

/** What the rules make of a purpose. */
export interface PurposeRule {
  /** Takes a place under the caps and keeps the distances between contacts. */
  readonly counts: boolean;
  /** Speaks of a payment to come. */
  readonly asksToPay: boolean;
  /** Goes out during a pause: it answers something the person did. */
  readonly survivesPause: boolean;
  /** Goes out once the case is closed: the word that says so, an opinion asked on a service, what answers her. */
  readonly survivesClosing?: true;
  /** Only after the first letter and its wait (CPCE R124-4). */
  readonly needsFirstLetter: boolean;
  /** The only channels it may take; all when absent. */
  readonly onlyBy?: readonly Channel[];
}

const COUNTED = { counts: true, asksToPay: false, survivesPause: false, needsFirstLetter: true } as const;
const SERVICE = { counts: false, asksToPay: false, survivesPause: true, needsFirstLetter: false } as const;

/**
 * The table of purposes. A survey is a service message that counts all the same: nobody asked for it
 * (house rule, with the 90 days of the surveys domain). A receipt is owed for each payment (CPCE R124-6).
 */
export const PURPOSES: Readonly<Record<Purpose, PurposeRule>> = {
  first_letter: { ...COUNTED, asksToPay: true, needsFirstLetter: false, onlyBy: ['letter'] },
  demand: { ...COUNTED, asksToPay: true },
  invitation: COUNTED,
  follow_up: COUNTED,
  survey: {
    ...COUNTED,
    needsFirstLetter: false,
    survivesClosing: true,
    onlyBy: ['email', 'sms', 'push', 'app']
  },
  // she agreed to be told; it counts all the same
  aid_news: { ...COUNTED, needsFirstLetter: false, onlyBy: ['email', 'sms', 'push', 'app'] },
  receipt: { ...SERVICE, survivesClosing: true, onlyBy: ['letter', 'email', 'sms', 'push', 'app'] },
  plan_confirmation: { ...SERVICE, onlyBy: ['letter', 'email', 'sms', 'push', 'app'] },
  due_reminder: {
    ...SERVICE,
    asksToPay: true,
    survivesPause: false,
    onlyBy: ['email', 'sms', 'push', 'app']
  },
  answer_to_debtor: { ...SERVICE, survivesClosing: true },
  case_closed: { ...SERVICE, survivesClosing: true, onlyBy: ['letter', 'email', 'sms', 'push', 'app'] },
  sign_in_code: { ...SERVICE, survivesClosing: true, onlyBy: ['letter', 'email', 'sms'] }
};

/**
 * What the person herself asked for. `this_channel`: to be answered this way ("rappelez-moi"), so a channel she
 * refused is open for this once. `right_now`: she is on the screen, waiting for it, so hours do not hold it either.
 */
export type PersonalRequest = 'none' | 'this_channel' | 'right_now';

/** A contact somebody or something is about to make. */
export interface ProposedContact {
  readonly channel: Channel | ForbiddenChannel;
  readonly purpose: Purpose;
  readonly at: Date;
  /** Whom it reaches; the person when absent. */
  readonly recipient?: 'person' | 'representative' | 'estate' | 'third_party';
  /** True for a phone, mailbox or address at work. */
  readonly atWork?: boolean;
  readonly request?: PersonalRequest;
  /** The instalment a due reminder speaks of. */
  readonly instalment?: { readonly id: string; readonly dueOn: LocalDate };
}

/** A line of the register, as far as the rules look at it. */
export interface PastContact {
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly at: Date;
  /**
   * `sent`: it reached her, and for a call somebody spoke. `attempted`: a call without an answer, a text that may have
   * been lost. `waiting`: allowed, it goes out at its hour, so its place is taken. `received`: she wrote or called.
   * `refused`: stopped by a rule, or it could not arrive.
   */
  readonly state: 'sent' | 'attempted' | 'waiting' | 'received' | 'refused';
  /** When she said "c’était de trop" of it. */
  readonly tooMuchAt?: Date | null;
  /** The instalment a due reminder spoke of, and the day it was due then. */
  readonly instalmentId?: string | null;
  readonly instalmentDueOn?: LocalDate | null;
}

/** Whether a line of the register takes a place under the caps. */
export function isCounted(contact: Pick<PastContact, 'channel' | 'purpose' | 'state'>): boolean {
  const reachedOut = contact.state !== 'refused' && contact.state !== 'received';
  const isFollowUpOfCall = contact.channel === 'voicemail';
  return reachedOut && PURPOSES[contact.purpose].counts && contact.channel !== 'app' && !isFollowUpOfCall;
}
