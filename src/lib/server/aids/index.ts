export {
  selectClaims,
  selectProfile,
  type AidClaim,
  type AidConsents,
  type AidProfile
} from './aids-repository';
export { findBodies, type Body, type PlaceUnknown } from './find-bodies';
export { followClaim, forgetClaim } from './follow-claim';
export { listClaimsAtDesk } from './list-claims-at-desk';
export { loadOwnAids, type OwnAids } from './load-own-aids';
export { eraseProfile, saveProfile } from './save-profile';
