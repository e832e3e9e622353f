export { answerPlan, type AnswerPlanRefusal, type PlanAnswer } from './answer-plan';
export {
  answerSmaller,
  type AnswerSmallerRefusal,
  type AnsweredSmaller,
  type SmallerAnswer
} from './answer-smaller';
export { chooseReminders, type ChooseRemindersRefusal } from './choose-reminders';
export { closePlan } from './close-plan';
export { selectNoticesOfCase, type WaitingNotice } from './creditor-notice-repository';
export { decidePlan, type DecidePlanRefusal } from './decide-plan';
export type { PlanDecision } from './plan-decision';
export {
  agreedOnOf,
  isAgreement,
  keptOf,
  loadPlans,
  type PlanPage,
  type PlanWithSchedule
} from './load-plan';
export {
  listCreditorsToTell,
  listProposalsFor,
  NOTICE_LIMIT,
  passProposalsOn,
  setTellsProposals,
  type CreditorNotThere,
  type CreditorToTell
} from './pass-on-proposals';
export {
  hasAgreement,
  instalmentsOf,
  livePlan,
  selectInstalments,
  selectPlans as selectAllPlans,
  type PlanRecord
} from './plan-repository';
export { loadPlanSituation, type PlanSituation } from './proposal-context';
export {
  proposePlan,
  type PlanNotThere,
  type ProposePlanInput,
  type ProposePlanRefusal,
  type ProposedPlan
} from './propose-plan';
export {
  noteMissedInstalment,
  type MissedInstalment,
  type NoteMissedRefusal
} from './note-missed-instalment';
export { questionnaireRules } from './questionnaire-rules';
export { remindOfInstalments } from './remind-of-instalments';
export {
  skipInstalment,
  skipOffer,
  type SkipInstalmentRefusal,
  type SkippedInstalment
} from './skip-instalment';
export { offerFor } from './smaller-plan';
export { runningAgreement, stillToCome, type NotRunning } from './running-agreement';
export { owedFor, scheduleOnTheTable } from './stored-plan';
