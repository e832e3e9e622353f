export { assumedSince } from './assumed';
export { checkHousehold } from './household-check';
export type { HouseholdRefusal } from './household-refusal';
export {
  ACTIVITIES,
  HOUSING_STATUSES,
  MAX_CHILDREN,
  MAX_MONTHLY,
  MAX_SAVINGS,
  type Activity,
  type Adult,
  type Child,
  type Household,
  type Housing,
  type HousingStatus
} from './household';
export { unknownKeysIn } from './unknown-keys';
export { readMonth, writtenMonth, type EvaluatedMonth, type MonthRefusal } from './month';
export { Simulator, type AidAmounts, type HealthCover, type HousingAidType } from './simulation';
export { AIDS, monthlyShare, type AidDefinition, type AidKey, type AidRhythm } from './aids';
export { complete, type Draft, type DraftAdult, type Guess } from './draft';
export { QUESTIONS, estimate, type AidEstimate, type Estimate } from './estimate';
export { explain, type Explanation } from './explanation';
export type { Step, StepRead } from './kernel/tracer';
export type { Unit } from './kernel/quantity';
export { parameterAt, parameterSources, type ParameterAt } from './parameter-at';
export type { ParameterSource } from './parameter-source';
export {
  communesOf,
  departementsOf,
  type Commune,
  type PostcodeRefusal,
  type TerritoryFile,
  type TerritoryIndex
} from './territory';
export {
  NOTHING_ANSWERED,
  arrearsOf,
  draftOf,
  outOfScope,
  placeOf,
  readKept,
  typedOn,
  type KeptAnswers,
  type Passed
} from './interview/answers-kept';
export { fieldsOf, type Field, type FieldKind, type RawAnswer } from './interview/fields';
export { estimated } from './interview/estimated';
export { fromQuestionnaire } from './interview/from-questionnaire';
export {
  moved,
  nextStop,
  screensBehind,
  screensLeft,
  type Interview,
  type Press,
  type Stop
} from './interview/interview';
export { amountOf } from './interview/amount-of';
export { leftToClaim, type LeftToClaim } from './interview/left-to-claim';
export { outcomeOf, usualHousehold, type FoundAid, type Outcome, type Sureness } from './interview/outcome';
export { rightsContextOf } from './interview/rights-context-of';
export { placeLookedUp, type Places } from './interview/place';
export { type FieldFault } from './interview/read-fields';
export { SURE } from './interview/read-screen';
export { MOST_FIRST_SCREENS, SCREENS, isScreenId, screenOf, type ScreenId } from './interview/screens';
export { NO_SITUATION, OUT_OF_SCOPE, type OutOfScope } from './interview/scope';
export { withTold } from './interview/answers-told';
export { TELL, isAskable, toldWord, type Told } from './interview/told';
export { compare, ownIncome, type Comparison, type Event } from './interview/what-if';
export {
  ARREARS,
  AUDIENCES,
  BODY_TYPES,
  CHECKS,
  KINDS as RIGHT_KINDS,
  OTHER_BENEFITS,
  PAY_RHYTHMS,
  THEMES,
  type Arrears,
  type Audience,
  type Benefit,
  type BodyType,
  type Check,
  type PayRhythm,
  type RightKind,
  type Theme
} from './catalogue/vocabulary';
export type { Ask, Pays, Right, Scope } from './catalogue/right';
export type { Ceilings, Condition, QuotientCeiling, Range } from './catalogue/condition';
export type { Missing, Reason, Verdict } from './catalogue/verdict';
export type { Place, RightsContext } from './catalogue/rights-context';
export { GROUPS, type Group, type ShownRight } from './catalogue/shown-right';
export type { MissedRight, RightsAnswer } from './catalogue/rights-for';
export { codesOf, reaches, type PlaceCodes } from './catalogue/reach';
export type { Alternative, SetAside } from './catalogue/alternatives';
export type { AidPair, PairAtWork } from './catalogue/cumulation';
export type { Family, FamilyMember, LocalAidsFile } from './catalogue/local-aids';
export { BODY_REACH, type BodyReach } from './body-reach';
export { isCommuneCode, type BodyAddress, type NearestBodies } from './body-address';
export { openCatalogue, type Catalogue } from './open-catalogue';
export {
  CLAIM_STATES,
  FARTHEST_REMINDER_MONTHS,
  LONGEST_REASON,
  checkClaim,
  isAidKey,
  isClaimState,
  isClaimSubject,
  isReminderDue,
  type ClaimNews,
  type ClaimRefusal,
  type ClaimState,
  type ClaimSubject
} from './claims';
export { compiledEdition, editionInForce, type Edition } from './law/edition';
export {
  NOTHING_PUBLISHED,
  editionWith,
  publishedLaw,
  readPublishedLaw,
  readRevisedRights,
  usePublishedLaw,
  type PublishedLaw,
  type RevisedParameter,
  type RevisedRight
} from './law/published-law';
export { revisedLocally } from './law/local-overlay';
export {
  compareEditions,
  type AidImpact,
  type HouseholdImpact,
  type LawImpact,
  type ReferenceHousehold
} from './law/compare-editions';
export {
  compareRights,
  type RightHouseholdImpact,
  type RightImpact,
  type RightSides
} from './law/compare-rights';
export type { Holding, HoldingChange } from './law/holding';
export { freshNews, type ToldNews } from './law/fresh-news';
export { RightScreening, mayBringNews } from './law/right-screening';
export { Rescreening, USUAL_THRESHOLD_CENTS, isWorthTelling, type ScreenedGain } from './law/rescreening';
export {
  CLAIM_OUTCOMES,
  OTHER_AMOUNT_CENTS,
  SMALLEST_GROUP,
  outcomeGroups,
  type ClaimOutcome,
  type OutcomeCounts,
  type OutcomeGroup
} from './law/claim-outcomes';
