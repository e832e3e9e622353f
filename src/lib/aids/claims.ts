import { addMonths, ok, refused, type Cents, type LocalDate, type Result } from '$lib/kernel';
import { AIDS, type AidKey } from './aids';

/** Where a claim stands. */
export const CLAIM_STATES = ['to_do', 'asked', 'granted', 'refused', 'no_answer'] as const;
/** Where a claim stands. */
export type ClaimState = (typeof CLAIM_STATES)[number];

/** What a claim is for: the key of an aid that is computed, or the id of a right of the catalogue. */
export type ClaimSubject = string;

/** What she says of a claim. Amounts are a month, or the whole sum of what is paid by the year or once. */
export interface ClaimNews {
  readonly aid: ClaimSubject;
  readonly state: ClaimState;
  readonly askedOn: LocalDate | null;
  readonly decidedOn: LocalDate | null;
  readonly amountCents: Cents | null;
  /** Why it was refused, in her words or those of the body. */
  readonly reason: string | null;
  /** The day she wants to be reminded of it; null when she chose none. */
  readonly remindOn: LocalDate | null;
  /** She wants a message that day too, and not only a line on her pages. */
  readonly remindByPost: boolean;
}

/** Why news of a claim are not taken. */
export type ClaimRefusal =
  | { readonly code: 'asked_on_missing' | 'amount_missing' }
  | { readonly code: 'asked_on_in_future' | 'decided_on_in_future'; readonly today: LocalDate }
  | { readonly code: 'decided_before_asked'; readonly askedOn: LocalDate }
  | { readonly code: 'reason_too_long'; readonly most: number }
  | { readonly code: 'remind_on_in_past'; readonly today: LocalDate }
  | { readonly code: 'remind_on_too_far'; readonly mostMonths: number };

/** How far ahead a reminder may be, in months. */
export const FARTHEST_REMINDER_MONTHS = 12;

/** The longest reason kept. */
export const LONGEST_REASON = 500;

/** Whether a text is the key of an aid. */
export function isAidKey(text: string): text is AidKey {
  return AIDS.some(({ key }) => key === text);
}

const SUBJECT = /^[a-z0-9][a-z0-9_-]{0,79}$/;

/** Whether a text has the shape of what a claim may be for; whether there is such a right is for the catalogue to say. */
export function isClaimSubject(text: string): text is ClaimSubject {
  return SUBJECT.test(text);
}

/** Whether a text is a state of a claim. */
export function isClaimState(text: string): text is ClaimState {
  return (CLAIM_STATES as readonly string[]).includes(text);
}

function checkReminder({ remindOn }: ClaimNews, today: LocalDate): ClaimRefusal | null {
  if (remindOn === null) return null;
  if (remindOn < today) return { code: 'remind_on_in_past', today };
  return remindOn > addMonths(today, FARTHEST_REMINDER_MONTHS)
    ? { code: 'remind_on_too_far', mostMonths: FARTHEST_REMINDER_MONTHS }
    : null;
}

/** Whether the day of a reminder has come. */
export function isReminderDue({ remindOn }: Pick<ClaimNews, 'remindOn'>, today: LocalDate): boolean {
  return remindOn !== null && remindOn <= today;
}

const isDecided = (state: ClaimState) => state === 'granted' || state === 'refused';

/**
 * Checks news of a claim on her own day; what its state does not carry is left out. An aid that is computed is granted
 * with its amount; a right may be granted without one.
 */
export function checkClaim(news: ClaimNews, today: LocalDate): Result<ClaimNews, ClaimRefusal> {
  const { aid, state, askedOn, decidedOn, amountCents, reason } = news;
  if ((state === 'asked' || state === 'no_answer') && askedOn === null)
    return refused({ code: 'asked_on_missing' });
  if (askedOn !== null && askedOn > today) return refused({ code: 'asked_on_in_future', today });
  if (decidedOn !== null && decidedOn > today) return refused({ code: 'decided_on_in_future', today });
  if (askedOn !== null && decidedOn !== null && decidedOn < askedOn)
    return refused({ code: 'decided_before_asked', askedOn });
  if (state === 'granted' && amountCents === null && isAidKey(aid))
    return refused({ code: 'amount_missing' });
  if (reason !== null && reason.length > LONGEST_REASON)
    return refused({ code: 'reason_too_long', most: LONGEST_REASON });
  const reminder = checkReminder(news, today);
  if (reminder) return refused(reminder);
  return ok({
    ...news,
    remindByPost: news.remindOn !== null && news.remindByPost,
    askedOn: state === 'to_do' ? null : askedOn,
    decidedOn: isDecided(state) ? decidedOn : null,
    amountCents: state === 'granted' ? amountCents : null,
    reason: state === 'refused' && reason?.trim() ? reason.trim() : null
  });
}
