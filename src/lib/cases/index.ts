export { readCaseReference, type CaseReference } from './case-reference';
export { DEBT_KINDS, KNOWN_NATURES, kindOfNature, type DebtKind } from './debt-kind';
export { claimedCents, remainingCents, totalRemainingCents, type DebtSums } from './debt-sums';
export { readEmailAddress } from './email-address';
export {
  LIMITATION_RULES,
  SOON_DAYS,
  limitationStatus,
  needsHumanReview,
  type LimitationRule,
  type LimitationStatus,
  type LimitedClaim
} from './limitation';
export { readPhoneNumber } from './phone-number';
export { readPostcode, territoryOfPostcode, timeZoneOfPostcode, type Postcode } from './territory';
