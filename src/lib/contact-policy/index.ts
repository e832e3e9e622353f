/**
 * May we contact this person, now, by this channel, about this? And the words we must not send.
 * Start with `mayContact`; README.md has the words and the sources.
 */
export { NO_PREFERENCES, type ContactFacts, type ContactPreferences } from './case-facts';
export {
  FAMILY,
  PURPOSES,
  isCounted,
  type Channel,
  type ChannelFamily,
  type PastContact,
  type PersonalRequest,
  type ProposedContact,
  type Purpose
} from './contact';
export {
  ADVISER_NOTES,
  adviserPause,
  noteAdviser,
  type AdviserNote,
  type AdviserNoteBy,
  type AdviserNoteRefusal
} from './adviser-pause';
export {
  DEFAULT_POLICY,
  HARD_HOURS,
  WINDOW_SOURCES,
  policyInForce,
  type ContactPolicy
} from './contact-policy';
export { REMINDER_DAYS_BEFORE } from './frequency-rules';
export { mayContact, nextAllowedAt, type ContactPermission, type ContactRefusal } from './may-contact';
export { noticeChannel, type NoticeChannel, type NoticeWishes } from './notice-channel';
export {
  ASKED_PAUSE_DAYS,
  activePause,
  openPause,
  pauseResumesOn,
  prolongPause,
  type AskedPauseDays,
  type Pause,
  type PauseReason
} from './pauses';
export { POLICY_NUMBERS, POLICY_NUMBER_NAMES, type PolicyNumber } from './policy-numbers';
export { holidayOn, publicHolidays, type HolidayCode, type PublicHoliday } from './public-holidays';
export { type ContactQuestion } from './question';
export { remainingAllowance, type Allowance, type Share } from './remaining-allowance';
export { type RuleCode, type RuleNumbers, type RuleTrace } from './rule-trace';
export { placeOfPostcode, type Place, type Territory } from './territory';
export { clockAt, instantOf, windowsOn, type TimeWindow, type WeeklyWindows } from './time-windows';
export { validatePolicy, type PolicyFault, type PolicyRefusal } from './validate-policy';
export {
  checkOutgoingText,
  type OutgoingText,
  type RequiredText,
  type TextFinding,
  type TextRefusal
} from './outgoing-text';
export { requiredTexts, type StandingWords } from './required-texts';
export { plainSmsText } from './sms-text';
export {
  DEFAULT_WORKING_HOURS,
  promisedReplyBy,
  type ReplyPromise,
  type WorkingHours
} from './promised-reply';
