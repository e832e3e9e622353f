export {
  keptAnswers,
  selectClaims,
  selectProfile,
  type AidClaim,
  type AidConsents,
  type AidProfile
} from './aids-repository';
export { withRights, type ClaimedRight, type WithRight } from './claimed-right';
export { findBodies, type PlaceUnknown } from './find-bodies';
export { listNearestBodies } from './list-nearest-bodies';
export { followClaim, forgetClaim, type ClaimedUnknown } from './follow-claim';
export { listClaimsAtDesk } from './list-claims-at-desk';
export { loadOwnAids, type OwnAids } from './load-own-aids';
export { placeName } from './place-names';
export { remindOfClaims } from './remind-of-claims';
export { claimsInShort, type ClaimInShort } from './reminder-repository';
export { countLeftToClaim } from './count-left-to-claim';
export { eraseProfile, saveProfile } from './save-profile';
export { countClaimOutcomes, type AidOutcomes } from './law/count-claim-outcomes';
export { publishRevision, rejectRevision, type DecisionRefusal } from './law/decide-revision';
export { keepLawFresh } from './law/keep-law-fresh';
export {
  listWatchedParameters,
  listWatchedRights,
  loadChanges,
  loadRevision,
  loadWatchedParameter,
  loadWatchedRight,
  type ChangesPage,
  type DatedValue,
  type RevisionPage,
  type WatchedParameter,
  type WatchedRight
} from './law/load-law-watch';
export {
  SHORTEST_REASON,
  proposeParameterChange,
  type ChangeFault,
  type ParameterChange,
  type ParameterChangeRefusal
} from './law/propose-parameter-change';
export {
  proposeRightChange,
  type RightChange,
  type RightChangeRefusal,
  type RightFault
} from './law/propose-right-change';
export { rescreenDue, startRescreening, type RescreenRefusal, type ScreenParts } from './law/rescreen-due';
export type { RescreeningId, RescreeningProgress } from './law/rescreening-repository';
export type { Revision, RevisionId, RevisionState } from './law/revision';
export { referenceHousehold } from './law/reference-household';
export { screenPart } from './law/screen-part';
export { selectNewsOfCase, type OwnNews } from './law/news-repository';
export { tellAidNews } from './law/tell-aid-news';
export type { AffectedProfiles } from './law/count-affected-profiles';
export type { Impact } from './law/impact-of';
export { setNewsThreshold, type NewsThreshold, type ThresholdRefusal } from './law/threshold';
export type { ParameterEntry } from './parameter-schema';
