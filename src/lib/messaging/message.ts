import { ok, refused, type Id, type Result } from '$lib/kernel';

/** Longest message, in characters: about three pages. */
export const MAX_MESSAGE_LENGTH = 6000;

/** Who wrote a line of the thread. */
export type MessageAuthor = 'debtor' | 'staff' | 'system';

/** What the house says about itself in the thread; the words are chosen on screen. */
export type SystemLine =
  | 'referent_named'
  | 'referent_changed'
  | 'stand_in_named'
  | 'debt_disputed'
  | 'cannot_pay'
  | 'plan_proposed'
  | 'plan_accepted'
  | 'plan_countered'
  | 'plan_explained'
  | 'plan_withdrawn'
  | 'instalment_passed'
  | 'instalment_missed'
  | 'smaller_offered'
  | 'smaller_asked'
  | 'smaller_kept'
  | 'plan_adapted'
  | 'call_back_asked'
  | 'survey_call_asked'
  | 'survey_call_no_number'
  | 'survey_words_asked'
  | 'situation_not_me'
  | 'situation_deceased'
  | 'situation_helped'
  | 'situation_represented'
  | 'contacts_paused'
  | 'case_closed'
  | 'case_reopened';

/** One line of the thread, as both sides read it. */
export interface ThreadLine {
  readonly id: Id<'message'>;
  readonly author: MessageAuthor;
  /** First and last name of who wrote, as it was then. */
  readonly authorName: string;
  /** For lines of the house only. */
  readonly systemLine: SystemLine | null;
  /** The words; empty for lines of the house. */
  readonly body: string;
  readonly sentAt: Date;
  readonly readAt: Date | null;
  readonly readByName: string | null;
}

/** Why a text is not a message. */
export type MessageRefusal =
  | { readonly code: 'message_empty' }
  | { readonly code: 'message_too_long'; readonly length: number; readonly maximum: number };

/** Reads what was typed: outer blanks go, everything else stays as it is. */
export function readMessage(text: string): Result<string, MessageRefusal> {
  const body = text.replaceAll('\r\n', '\n').trim();
  if (body === '') return refused({ code: 'message_empty' });
  if (body.length > MAX_MESSAGE_LENGTH) {
    return refused({ code: 'message_too_long', length: body.length, maximum: MAX_MESSAGE_LENGTH });
  }
  return ok(body);
}
