export {
  answerSurvey,
  completeSurvey,
  MAX_COMMENT,
  openSurvey,
  type CommentTooLong,
  type LinkOver,
  type OpenSurvey,
  type SurveyCallBack
} from './answer-survey';
export { inviteAfterService } from './invite-after-service';
export { inviteToSurvey, LINK_DAYS, type InvitationOutcome } from './invite-to-survey';
export { listOutcomesAtDesk, listPublishedOutcomes, SHOWN_OUTCOMES } from './list-outcomes';
export { loadSatisfaction, type NoAnswerYet } from './load-satisfaction';
export { publishOutcome, withdrawOutcome, type OutcomeNotThere } from './publish-outcome';
export { selectScores } from './survey-repository';
