export {
  decideTrack,
  type DecidedTrack,
  type DecideTrackInput,
  type DecideTrackRefusal
} from './decide-track';
export { handOver, type HandOverRefusal } from './hand-over';
export { handleSituation, type HandleSituationInput } from './handle-situation';
export { listKeptPost } from './list-kept-post';
export { listMyCases, listMyDay } from './list-my-day';
export { loadCaseFile, type CaseFile } from './load-case-file';
export { loadTeam, type MemberLoad, type TeamPage } from './load-team';
export { closeDispute, reviewDebt, type ReviewDebtRefusal } from './review-debt';
