export { mayBeOutdated, valueOn, type Certainty, type DatedValue, type NoValueThatDay } from './dated-value';
export {
  UNKNOWN_HOUSEHOLD,
  householdFromAnswer,
  householdOf,
  personsIn,
  type Household,
  type HouseholdImpossible
} from './household';
export {
  isMarginNil,
  leftToLive,
  leftToLiveFromBudget,
  roomAboveFloor,
  type LeftToLive
} from './left-to-live';
export { LIVING_FORFAITS, livingReference, type LivingReference } from './living-forfaits';
export { RSA_ONE_PERSON, protectedFloor, rsaTenths, type ProtectedFloor } from './protected-floor';
export { SEIZABLE_SCALES, amicableCeiling, seizableShare, type SeizableShare } from './seizable-share';
