import { m, shortDay } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import type { JournalLine } from '$lib/server/backoffice';

/** One line of the chronology, in words. */
export interface ChronologyLine {
  readonly id: string;
  readonly what: string;
  readonly when: string;
  /** Stopped by a rule, or it could not arrive. */
  readonly isStopped: boolean;
}

const WORDS: Readonly<Record<string, () => string>> = {
  'case.closed': m.backoffice_journal_case_closed,
  'case.reopened': m.backoffice_journal_case_reopened,
  'case.reimported': m.backoffice_journal_case_reimported,
  'case.entered': m.backoffice_journal_case_entered,
  'channel.confirmed': m.backoffice_journal_channel_confirmed,
  'contact.called': m.backoffice_journal_contact_called,
  'contact.sent': m.backoffice_journal_contact_sent,
  'contact.refused': m.backoffice_journal_contact_refused,
  'contact.failed': m.backoffice_journal_contact_failed,
  'contact.too_much': m.backoffice_journal_contact_too_much,
  'contacts.paused': m.backoffice_journal_contacts_paused,
  'contacts.prolonged': m.backoffice_journal_contacts_prolonged,
  'contacts.resumed': m.backoffice_journal_contacts_resumed,
  'creditor.proposal_received': m.backoffice_journal_creditor_proposal_received,
  'creditor.proposal_passed_on': m.backoffice_journal_creditor_proposal_passed_on,
  'debt.disputed': m.backoffice_journal_debt_disputed,
  'debt.reviewed': m.backoffice_journal_debt_reviewed,
  'dispute.closed': m.backoffice_journal_dispute_closed,
  'message.posted': m.backoffice_journal_message_posted,
  'message.replied': m.backoffice_journal_message_replied,
  'preferences.changed': m.backoffice_journal_preferences_changed,
  'questionnaire.answered': m.backoffice_journal_questionnaire,
  'referent.named': m.backoffice_journal_referent_named,
  'referent.changed': m.backoffice_journal_referent_changed,
  'signal.answered': m.backoffice_journal_signal_answered,
  'signal.removed': m.backoffice_journal_signal_removed,
  'situation.handled': m.backoffice_journal_situation_handled,
  'situation.reported': m.backoffice_journal_situation_reported,
  'track.decided': m.backoffice_journal_track_decided,
  'plan.proposed': m.backoffice_journal_plan_proposed,
  'plan.accepted': m.backoffice_journal_plan_accept,
  'plan.accept': m.backoffice_journal_plan_accept,
  'plan.accept_counter': m.backoffice_journal_plan_accept,
  'plan.keep_mine': m.backoffice_journal_plan_proposed,
  'plan.counter': m.backoffice_journal_plan_counter,
  'plan.explain': m.backoffice_journal_plan_explain,
  'plan.completed': m.backoffice_journal_plan_completed,
  'plan.ended': m.backoffice_journal_plan_ended,
  'plan.passed': m.backoffice_journal_plan_passed,
  'plan.missed': m.backoffice_journal_plan_missed,
  'plan.adapted': m.backoffice_journal_plan_adapted,
  'plan.smaller_asked': m.backoffice_journal_smaller_asked,
  'plan.smaller_kept': m.backoffice_journal_smaller_kept,
  'plan.smaller_counter': m.backoffice_journal_plan_counter,
  'plan.smaller_explain': m.backoffice_journal_plan_explain,
  'plan.reminders_asked': m.backoffice_journal_reminders_asked,
  'plan.reminders_stopped': m.backoffice_journal_reminders_stopped,
  'plan.withdraw': m.backoffice_journal_plan_withdraw,
  'plan.cancel': m.backoffice_journal_plan_withdraw,
  'request.cannot_pay': m.backoffice_journal_request_cannot_pay,
  'request.call_back': m.backoffice_journal_request_call_back,
  'survey.call_back_asked': m.backoffice_journal_survey_call_back,
  'survey.words_asked': m.backoffice_journal_survey_words
};

const STOPPED: ReadonlySet<string> = new Set(['contact.refused', 'contact.failed']);

/**
 * The journal in words, newest first. What has no words here is for machines and stays out; the same thing several
 * times on one day (seventeen answers) is told once.
 */
export function chronology(journal: readonly JournalLine[], timeZone: string): ChronologyLine[] {
  const lines: ChronologyLine[] = [];
  for (const { id, action, at, actorKind, actorName } of journal) {
    const words = WORDS[action];
    if (!words) continue;
    const byStaff = actorKind === 'staff' && actorName;
    const what = byStaff ? m.backoffice_journal_by({ what: words(), name: actorName }) : words();
    const when = shortDay(dayInZone(at, timeZone));
    const before = lines.at(-1);
    if (before?.what === what && before.when === when) continue;
    lines.push({ id, what, when, isStopped: STOPPED.has(action) });
  }
  return lines;
}
