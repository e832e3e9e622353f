import {
  PURPOSES,
  clockAt,
  mayContact,
  type ContactPermission,
  type ContactQuestion,
  type ContactRefusal
} from '$lib/contact-policy';
import { addDays, ok, refused, type LocalDate, type Refusal, type Result } from '$lib/kernel';

/** What we did for the person, after which her opinion is asked. */
export type SurveyOccasion = 'answer_given' | 'plan_set' | 'dispute_closed';

/** A service rendered. */
export interface ServiceEvent {
  readonly occasion: SurveyOccasion;
  readonly at: Date;
}

/** Once in ninety days for a person, at most (house rule, 2026-11). */
export const DAYS_BETWEEN_INVITATIONS = 90;

/** Asked on one of these days after the event: memory is fresh, and the conversation is over. */
export const INVITATION_WINDOW_DAYS = { first: 1, last: 7 } as const;

/** Why an invitation does not go out; `untilOn` is the first day on which this would no longer hold. */
export type InvitationRefusal =
  | { readonly code: 'event_too_recent'; readonly untilOn: LocalDate }
  | { readonly code: 'event_too_old'; readonly days: number }
  | { readonly code: 'demand_since_event' }
  | { readonly code: 'invited_recently'; readonly untilOn: LocalDate; readonly days: number }
  | (Refusal & { readonly code: 'contact_refused'; readonly contact: ContactRefusal });

/**
 * Whether this person may be asked for her opinion now: from the day after a service event to seven days later, never
 * once a demand or a reminder has followed it, once in ninety days, and only if the contact policy lets the message
 * out. `question` is that of the contact policy; its purpose is set to `survey` here.
 */
export function mayInvite(input: {
  readonly event: ServiceEvent;
  readonly lastInvitedAt: Date | null;
  readonly question: ContactQuestion;
}): Result<ContactPermission, InvitationRefusal> {
  const { event, lastInvitedAt, question } = input;
  const { facts, history, proposed } = question;
  const dayOf = (at: Date) => clockAt(at, facts.place.timeZone).day;
  const today = dayOf(proposed.at);
  const firstDay = addDays(dayOf(event.at), INVITATION_WINDOW_DAYS.first);
  if (today < firstDay) return refused({ code: 'event_too_recent', untilOn: firstDay });
  if (today > addDays(dayOf(event.at), INVITATION_WINDOW_DAYS.last))
    return refused({ code: 'event_too_old', days: INVITATION_WINDOW_DAYS.last });
  const isDemandSince = history.some(
    ({ at, purpose, state }) => at >= event.at && PURPOSES[purpose].asksToPay && state !== 'refused'
  );
  if (isDemandSince) return refused({ code: 'demand_since_event' });
  const untilOn = lastInvitedAt && addDays(dayOf(lastInvitedAt), DAYS_BETWEEN_INVITATIONS);
  if (untilOn && today < untilOn)
    return refused({ code: 'invited_recently', untilOn, days: DAYS_BETWEEN_INVITATIONS });
  const answer = mayContact({ ...question, proposed: { ...proposed, purpose: 'survey' } });
  return answer.ok ? ok(answer.value) : refused({ code: 'contact_refused', contact: answer.why });
}
