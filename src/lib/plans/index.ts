export {
  CURRENT_WARNING,
  MAY_ACKNOWLEDGE,
  requiresAcknowledgementWarning,
  type Acknowledgement,
  type DebtAct,
  type WarningVersion
} from './acknowledgement';
export { agreedSchedule, instalmentsAhead, type Kept } from './agreed-schedule';
export { agreementAsks, type AgreementRest } from './agreement-rest';
export { creditorNotices, type CreditorNotice, type DebtToTell } from './creditor-notice';
export { checkProposal, mayBeTimeBarred, type ProposalContext, type ProposalVerdict } from './check-proposal';
export { confirmationOf, type Agreement, type ConfirmedDebt, type PlanConfirmation } from './confirmation';
export { imputePayment, sharedCents, type DebtLeft, type Imputation, type PaymentShare } from './imputation';
export { SMALLEST_TAIL_CENTS } from './instalment-amounts';
export { SAYABLE_DAYS, missInstalment, pastInstalments, type MissRefusal } from './miss-instalment';
export {
  DIFFICULT_MONTH_DROP_CENTS,
  highestInstalment,
  monthsOf,
  type MonthView,
  type MonthsSideBySide
} from './months';
export {
  offerSmaller,
  replaceAhead,
  termsKey,
  type NotSmaller,
  type Shrinkable,
  type SmallerOffer,
  type SmallerRefusal
} from './offer-smaller';
export { planCalendar, type PlanCalendar } from './plan-calendar';
export {
  LEGAL_EVENTS,
  PROPOSED,
  isOver,
  transition,
  type PlanEvent,
  type PlanState,
  type PlanStateName,
  type TransitionRefusal
} from './plan-state';
export {
  DEFAULT_CREDITOR_RULES,
  restMonthsOf,
  strictestRules,
  totalOwed,
  type CreditorRules,
  type LimitationReview,
  type PaidTerms,
  type PlanTerms,
  type Proposal,
  type ProposedDebt
} from './proposal';
export {
  EMPTY_FIELDS,
  readProposal,
  type ProposalFieldRefusal,
  type ProposalFields
} from './proposal-fields';
export { waysOut, type ProposalRefusal, type WayOut } from './proposal-refusal';
export {
  STEP_CENTS,
  proposeSmaller,
  type MissedPlan,
  type NoSmallerPlan,
  type SmallerPlan
} from './propose-smaller';
export { monthlyEquivalent, type ReferentReason } from './referent-reasons';
export { isRfReference, readableRf, rfReference, type RfReference, type RfRefusal } from './rf-reference';
export {
  CHANGE_OF_MIND_DAYS,
  MAX_REST_MONTHS,
  checkRhythm,
  firstDueOn,
  type Rhythm,
  type RhythmRefusal
} from './rhythm';
export {
  MAX_PLAN_MONTHS,
  MAX_SYMBOLIC_MONTHS,
  SYMBOLIC_MONTHLY_CENTS,
  amountByMonth,
  buildSchedule,
  countedFrom,
  durationMonths,
  heaviestMonth,
  scheduleOnAgreement,
  type Instalment,
  type Schedule,
  type ScheduleRefusal
} from './schedule';
export {
  monthMarks,
  scheduleLines,
  type MarkedMonth,
  type MonthMark,
  type ScheduleLine
} from './schedule-lines';
export {
  JOKERS_IN_TWELVE_MONTHS,
  dayMovedTo,
  monthsLeft,
  offerSkip,
  skipInstalment,
  type Skip,
  type SkipOffer,
  type SkipRefusal
} from './skip-instalment';
