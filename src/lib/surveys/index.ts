/** Asking people how it went, and showing the answers without showing anybody. */
export {
  DAYS_BETWEEN_INVITATIONS,
  INVITATION_WINDOW_DAYS,
  mayInvite,
  type InvitationRefusal,
  type ServiceEvent,
  type SurveyOccasion
} from './may-invite';
export {
  MAX_DONE_LENGTH,
  MAX_SAID_LENGTH,
  readOutcome,
  type Outcome,
  type OutcomeFault,
  type OutcomeField,
  type OutcomeRefusal
} from './outcome';
export {
  publishGroups,
  publishPeriods,
  totalOf,
  type GroupAnswers,
  type PeriodAnswers,
  type PublishedGroup,
  type PublishedPeriod
} from './publishable-figures';
export {
  MINIMUM_ANSWERS,
  REFERENCE_SHARE,
  compareWithReference,
  publishableComments,
  responseRate,
  satisfactionRate,
  type ResponseRate,
  type SatisfactionRate,
  type TooFewAnswers
} from './satisfaction-rate';
export {
  NO_ANSWERS,
  SATISFACTION_SCALE,
  addCounts,
  answerOfScore,
  answersIn,
  scoreOf,
  type SatisfactionAnswer,
  type SatisfactionCounts
} from './scale';
