import { m } from '$lib/i18n';
import type { PolicyNumber } from '../policy-numbers';

/** The name of a number of the policy and the reason of its default, in words. */
export interface NumberWords {
  readonly name: () => string;
  readonly reason: () => string;
}

/** Words for every number of the policy: its name and why it is what it is. The source stands in POLICY_NUMBERS. */
export const NUMBER_WORDS: Readonly<Record<PolicyNumber, NumberWords>> = {
  waitAfterFirstLetterDays: {
    name: m.contacts_number_wait_after_first_letter_days,
    reason: m.contacts_reason_wait_after_first_letter_days
  },
  contactsPerDay: { name: m.contacts_number_contacts_per_day, reason: m.contacts_reason_contacts_per_day },
  contactsPer7Days: {
    name: m.contacts_number_contacts_per_7_days,
    reason: m.contacts_reason_contacts_per_7_days
  },
  contactsPer30Days: {
    name: m.contacts_number_contacts_per_30_days,
    reason: m.contacts_reason_contacts_per_30_days
  },
  hoursBetweenContacts: {
    name: m.contacts_number_hours_between_contacts,
    reason: m.contacts_reason_hours_between_contacts
  },
  callsPerDay: { name: m.contacts_number_calls_per_day, reason: m.contacts_reason_calls_per_day },
  callsPer7Days: { name: m.contacts_number_calls_per_7_days, reason: m.contacts_reason_calls_per_7_days },
  callsPer30Days: { name: m.contacts_number_calls_per_30_days, reason: m.contacts_reason_calls_per_30_days },
  silenceAfterConversationDays: {
    name: m.contacts_number_silence_after_conversation_days,
    reason: m.contacts_reason_silence_after_conversation_days
  },
  ringSeconds: { name: m.contacts_number_ring_seconds, reason: m.contacts_reason_ring_seconds },
  voicemailApartDays: {
    name: m.contacts_number_voicemail_apart_days,
    reason: m.contacts_reason_voicemail_apart_days
  },
  writtenPer7Days: {
    name: m.contacts_number_written_per_7_days,
    reason: m.contacts_reason_written_per_7_days
  },
  writtenPer30Days: {
    name: m.contacts_number_written_per_30_days,
    reason: m.contacts_reason_written_per_30_days
  },
  lettersApartDays: {
    name: m.contacts_number_letters_apart_days,
    reason: m.contacts_reason_letters_apart_days
  },
  allRefusedSilenceDays: {
    name: m.contacts_number_all_refused_silence_days,
    reason: m.contacts_reason_all_refused_silence_days
  },
  disputePauseDays: {
    name: m.contacts_number_dispute_pause_days,
    reason: m.contacts_reason_dispute_pause_days
  },
  proposalAnswerDays: {
    name: m.contacts_number_proposal_answer_days,
    reason: m.contacts_reason_proposal_answer_days
  },
  debtAdviserPauseDays: {
    name: m.contacts_number_debt_adviser_pause_days,
    reason: m.contacts_reason_debt_adviser_pause_days
  },
  debtAdviserAheadDays: {
    name: m.contacts_number_debt_adviser_ahead_days,
    reason: m.contacts_reason_debt_adviser_ahead_days
  },
  debtAdviserAloneDays: {
    name: m.contacts_number_debt_adviser_alone_days,
    reason: m.contacts_reason_debt_adviser_alone_days
  },
  surendettementFiledPauseDays: {
    name: m.contacts_number_surendettement_filed_pause_days,
    reason: m.contacts_reason_surendettement_filed_pause_days
  },
  deathSilenceDays: {
    name: m.contacts_number_death_silence_days,
    reason: m.contacts_reason_death_silence_days
  },
  bereavementPauseDays: {
    name: m.contacts_number_bereavement_pause_days,
    reason: m.contacts_reason_bereavement_pause_days
  },
  healthPauseDays: { name: m.contacts_number_health_pause_days, reason: m.contacts_reason_health_pause_days },
  distressPauseDays: {
    name: m.contacts_number_distress_pause_days,
    reason: m.contacts_reason_distress_pause_days
  },
  tooMuchDays: { name: m.contacts_number_too_much_days, reason: m.contacts_reason_too_much_days },
  tooMuchStep: { name: m.contacts_number_too_much_step, reason: m.contacts_reason_too_much_step }
};
