export { closeCase, type CloseCaseInput } from './close-case';
export { reopenCase, type ReopenCaseRefusal } from './reopen-case';
export {
  decideTrack,
  type DecidedTrack,
  type DecideTrackInput,
  type DecideTrackRefusal
} from './decide-track';
export { endAbsence } from './end-absence';
export { planAbsence, type PlannedAbsence } from './plan-absence';
export { handOver, type HandOverRefusal } from './hand-over';
export { handleSituation, type HandleSituationInput } from './handle-situation';
export { listKeptPost, POST_LIMIT } from './list-kept-post';
export { DAY_LIMIT, FOLLOWED_LIMIT, listMyCases, listMyDay, type DayCase } from './list-my-day';
export { loadAnswersAtDesk, loadCaseDesk, type CaseDesk } from './load-case-desk';
export { loadDesk, type Desk } from './load-desk';
export { loadCaseFile, type CaseFile } from './load-case-file';
export type { JournalLine } from '../audit';
export { loadTeam, ROUTING_LIMIT, type MemberLoad, type TeamPage } from './load-team';
export { closeDispute, reviewDebt, type ReviewDebtRefusal } from './review-debt';
export { SEARCH_LIMIT, searchCases, type SearchTooShort } from './search-cases';
export { loadKeptPost, type PostNotThere } from './load-kept-post';
export type { CalmWait } from '../access';
export { startImport, tryImport, type ReceivedPortfolio } from './start-import';
export { loadFigures, type Figures } from './load-figures';
